import { keepings } from "../support/class/keeping.ts";
import type { Rung } from "./mixed/check-errands.ts";
import type { Sent } from "./mixed/ledger.ts";
import type { Memory } from "./mixed/order.ts";
import { type Outcome, trial } from "./mixed/trial.ts";
import { troubleKinds } from "./mixed/troubles.ts";

/** A line of the table: what it says of a trial, and whether that is well; undefined where nothing is demanded. */
interface Row {
  readonly title: string;
  readonly show: (outcome: Outcome) => string;
  readonly isWell?: (outcome: Outcome) => boolean;
}

const learnersInRoom = 10;

/** Memory is flat where it grows by less than this: a share, and bytes that caches may still take. */
const [mostGrowth, mostBytes] = [0.1, 16 * 1024 * 1024];

const isFlat = (before: number, after: number): boolean => after <= before * (1 + mostGrowth) + mostBytes;

const quantile = (sorted: readonly number[], share: number): string =>
  sorted.length === 0 ? "–" : `${Math.round(sorted[Math.floor((sorted.length - 1) * share)]!)} ms`;

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);

/** A process that is younger than this, in seconds, still fills its caches: nothing can be said of it. */
const warmAge = 60;

const memoryRow = (title: string, read: (memory: Memory) => number): Row => ({
  title,
  show: ({ memory }) =>
    memory === undefined
      ? "not read"
      : `${memory.map((at) => megabytes(read(at))).join(" → ")}${memory[0].age < warmAge ? " (too young)" : ""}`,
  isWell: ({ memory }) =>
    memory !== undefined && (memory[0].age < warmAge || isFlat(read(memory[0]), read(memory[1]))),
});

/** Of these there may be none. */
const none = (title: string, read: (outcome: Outcome) => readonly string[]): Row => ({
  title,
  show: (outcome) => String(read(outcome).length),
  isWell: (outcome) => read(outcome).length === 0,
});

const counted = (title: string, isOne: (sent: Sent) => boolean): Row => ({
  title,
  show: ({ all }) => String(all.filter(isOne).length),
});

const showRung = ({ due, rung }: Rung): string => `${due}, ${rung}`;

const rows: readonly Row[] = [
  { title: "sent", show: ({ judged }) => String(judged.sent) },
  { title: "answered", show: ({ judged }) => String(judged.answered) },
  {
    title: "of these told of a fault, the database being in trouble",
    show: ({ judged }) => String(judged.toldOfFault),
  },
  { title: "cut off by a kill", show: ({ judged }) => String(judged.cutByKill) },
  { title: "cut off with the connection", show: ({ judged }) => String(judged.cutByNetwork) },
  none("lost: no answer, or a fault, for none of these reasons", ({ judged }) => judged.lost),
  {
    title: "acknowledged things that are to be kept",
    show: ({ checked, errands }) => String(checked.acknowledged + errands.acknowledged),
  },
  none("lost: acknowledged and not in the database", ({ checked, errands }) => [
    ...checked.lost,
    ...errands.lost,
  ]),
  none("doubled", ({ checked, errands }) => [...checked.doubled, ...errands.doubled]),
  { title: "persons linked", show: ({ errands }) => String(errands.linked) },
  { title: "daily questions: due, and there", show: ({ errands }) => showRung(errands.dailies) },
  { title: "reminders: due, and sent", show: ({ errands }) => showRung(errands.reminders) },
  counted("in direct messages", ({ room }) => room.name.includes("direct")),
  counted("in threads", ({ room, what }) => room.name.includes("thread") || what.includes("thread")),
  {
    title: "p50 / p99 of answers",
    show: ({ judged }) => `${quantile(judged.latencies, 0.5)} / ${quantile(judged.latencies, 0.99)}`,
  },
  memoryRow("heap of the last process, MB", ({ heapUsed }) => heapUsed),
  memoryRow("memory of the last process (RSS), MB", ({ rss }) => rss),
  {
    title: "its age at these times, s",
    show: ({ memory }) => memory?.map(({ age }) => age.toFixed(0)).join(" → ") ?? "–",
  },
  {
    title: "ended though nobody killed it",
    show: ({ endedByItself }) => String(endedByItself),
    isWell: ({ endedByItself }) => endedByItself === 0,
  },
  none("limits of the platforms broken", ({ violations }) => violations),
  {
    title: "said of the full disk",
    show: ({ saidOfDisk }) => (saidOfDisk === undefined ? "not tried" : saidOfDisk ? "yes" : "no"),
    isWell: ({ saidOfDisk }) => saidOfDisk !== false,
  },
  { title: "by signed HTTP", show: ({ byHttp }) => String(byHttp?.events ?? 0) },
  { title: "brought to both processes", show: ({ byHttp }) => String(byHttp?.toSeveral ?? 0) },
  counted("brought twice", ({ isTwice }) => isTwice === true),
  counted("overtaken", ({ isOvertaken }) => isOvertaken === true),
  ...troubleKinds.map((kind) => ({
    title: kind,
    show: ({ troubles }: Outcome) => String(troubles.get(kind) ?? 0),
  })),
];

const verdictOf = ({ isWell }: Row, outcomes: readonly Outcome[]): string =>
  isWell === undefined ? "" : outcomes.every(isWell) ? "ok" : "NOT ok";

/** Mixed traffic with troubles for so many minutes, half of them for each database; resolves to whether all is well. */
export const mixed = async (seed: number, minutes: number): Promise<boolean> => {
  console.log(`Mixed traffic for ${minutes} minutes, seed ${seed}`);
  const outcomes: Outcome[] = [];
  for (const kind of keepings.toReversed()) {
    outcomes.push(await trial(kind, { seed, seconds: minutes * 30, learnersInRoom }));
    process.stderr.write(`${kind} is done\n`);
  }
  const table = [
    ["", ...outcomes.map(({ kind }) => kind), "verdict"],
    ...rows.map((row) => [row.title, ...outcomes.map(row.show), verdictOf(row, outcomes)]),
  ];
  const widths = table[0]!.map((_, n) => Math.max(...table.map((line) => line[n]!.length)));
  for (const line of table)
    console.log(
      line.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]!) : cell.padStart(widths[n]!))).join(" | "),
    );
  for (const { kind, judged, checked, errands, violations } of outcomes) {
    const wrong = [checked, errands].flatMap(({ lost, doubled }) => [...lost, ...doubled]);
    for (const line of [...judged.lost, ...wrong, ...violations].slice(0, 40))
      console.log(`${kind}: ${line}`);
  }
  return rows.every(({ isWell }) => isWell === undefined || outcomes.every(isWell));
};

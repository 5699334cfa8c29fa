import { cpus } from "node:os";
import { percentile } from "./measure.ts";
import type { Row } from "./row.ts";
import { saturated } from "./scale/processor.ts";
import { type Found, type Load, trial } from "./scale/trial.ts";

const quizzes = 200;

/** How many processes share them. */
const sizes = [1, 2, 4];

const calm: Load = { name: "calm", perSecond: 40, seconds: 25 };
const flatOut: Load = { name: "flat out", atOnce: 64, seconds: 20 };
const kills: Load = { name: "kills", perSecond: 40, seconds: 40, killEvery: 4 };

const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const both = (values: readonly number[]): string =>
  `${ms(percentile(values, 0.5))} / ${ms(percentile(values, 0.99))}`;

const columns: readonly (readonly [string, (found: Found, alone: Found) => string])[] = [
  ["processes", ({ processes }) => String(processes)],
  ["load", ({ load }) => load.name],
  ["quizzes", (found) => String(found.quizzes)],
  ["killed", (found) => String(found.kills)],
  ["questions closed", ({ questions }) => String(questions)],
  ["closed twice", ({ closedTwice }) => String(closedTwice)],
  ["attempts sent", ({ sent }) => String(sent)],
  ["acknowledged", ({ acknowledged }) => String(acknowledged)],
  ["kept", ({ kept }) => String(kept)],
  ["lost", ({ lost }) => String(lost.length)],
  ["doubled", ({ doubled }) => String(doubled)],
  ["answers/s", ({ perSecond }) => perSecond.toFixed(0)],
  ["to one process", (found, alone) => (found.perSecond / alone.perSecond).toFixed(2)],
  ["answer ms p50 / p99", ({ times }) => both(times)],
  ["closed late ms p50 / p99", ({ lateness }) => both(lateness)],
  [
    "cores: tutor / PostgreSQL / learners / others",
    ({ processors: { tutor, postgres, generator, others } }) =>
      [tutor, postgres, generator, others].map((cores) => cores.toFixed(2)).join(" / "),
  ],
  [
    "core-ms an answer: tutor / PostgreSQL / learners",
    ({ processors: { tutor, postgres, generator }, perSecond }) =>
      [tutor, postgres, generator].map((cores) => ((1_000 * cores) / perSecond).toFixed(1)).join(" / "),
  ],
  ["saturates first", ({ processors }) => saturated(processors)],
];

const print = (cells: readonly string[]): void => console.log(`| ${cells.join(" | ")} |`);

const tellRest = (found: Found): void => {
  for (const line of new Set([...found.violations, ...found.complaints])) console.log(`  ${line}`);
  for (const { learner, message, text } of found.lost)
    console.log(`  lost: ${learner} on ${message}: ${text}`);
};

const tellRoom = ({ room }: Found): void => {
  for (const { table, rows, bytes } of room.tables)
    console.log(`  ${table}: ${rows} rows of ${bytes.toFixed(0)} bytes`);
  console.log(`  connections: ${JSON.stringify(room.connections)}`);
  console.log(`  memory: ${room.memory.map((megabytes) => `${megabytes.toFixed(0)} MB`).join(", ")}`);
};

/**
 * 200 quizzes at once in 200 workspaces of a loopback Slack, shared by 1, 2 and 4 processes on one PostgreSQL server:
 * calmly, flat out, and while processes are killed. Prints its own table; throws where anything was lost or doubled.
 */
export const benchScale = async (): Promise<readonly Row[]> => {
  const found: Found[] = [];
  console.log(`${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}`);
  print(columns.map(([title]) => title));
  print(columns.map(() => "---"));
  for (const loads of [[calm, flatOut], [kills]])
    for (const size of sizes) {
      for (const each of await trial(size, quizzes, loads)) {
        found.push(each);
        const alone = found.find(({ load }) => load === each.load)!;
        print(columns.map(([, show]) => show(each, alone)));
        tellRest(each);
      }
      if (loads.includes(flatOut)) tellRoom(found.at(-1)!);
    }
  const wrong = found.reduce(
    (sum, { lost, doubled, closedTwice }) => sum + lost.length + doubled + closedTwice,
    0,
  );
  if (wrong > 0) throw new Error("Something was lost, or counted twice");
  return [];
};

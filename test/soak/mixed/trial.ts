import { createRandom } from "../../../src/random.ts";
import { type keepings, openKeeping } from "../../support/class/keeping.ts";
import { discordPersons, slackPersons } from "../../support/class/learners.ts";
import { pause } from "../../support/class/room.ts";
import { type Checked, check } from "./check.ts";
import { connected, inflict, type inflictions, startAgain, watchConnections } from "./inflict.ts";
import { type Judged, judge } from "./judge.ts";
import { createLedger } from "./ledger.ts";
import { keepQuizzing, live } from "./lives.ts";
import { type Memory, openOrderedProgram } from "./order.ts";
import { openWire } from "./slow-wire.ts";
import { openSmallDisk } from "./small-disk.ts";
import { createTroubles, type TroubleKind } from "./troubles.ts";

export type Kind = (typeof keepings)[number];

/** The memory of a process, and how old it was then, in seconds. */
export interface Aged extends Memory {
  readonly age: number;
}

/** What one half of the soak came to. */
export interface Outcome {
  readonly kind: Kind;
  readonly judged: Judged;
  readonly checked: Checked;
  readonly troubles: ReadonlyMap<TroubleKind, number>;
  readonly twice: number;
  readonly overtaken: number;
  /** Of the last process: once it is warm, and at the end. */
  readonly memory: readonly [Aged, Aged] | undefined;
  /** How often the process ended though nobody killed it. */
  readonly endedByItself: number;
  /** Broken limits of the platforms, each once. */
  readonly violations: readonly string[];
  readonly saidOfDisk: boolean | undefined;
  readonly seconds: number;
}

export interface Plan {
  readonly seed: number;
  readonly seconds: number;
  readonly learnersInRoom: number;
}

/** Of the time of a trial: processes are killed in the first share, and the last one is warm after the second. */
const [killing, warm] = [0.45, 0.65];

type Done = keyof typeof inflictions;

const always: readonly Done[] = [
  "Discord's gateway cut",
  "Slack's socket cut",
  "asked to connect anew",
  "429 with Retry-After",
  "500, nothing done",
  "500, done all the same",
  "process frozen",
  "clock jumps",
];

/** An interaction that the platform gave up is no fault of whoever answers late, as after a cut connection. */
const isTooLate = (violation: string): boolean => violation === "callback: later than three seconds";

/** One half: learners on both platforms, troubles at random, and then the books. */
export const trial = async (kind: Kind, { seed, seconds, learnersInRoom }: Plan): Promise<Outcome> => {
  const random = createRandom(seed);
  const disk = kind === "PGlite" ? openSmallDisk(200) : undefined;
  const keeping = await openKeeping(kind, disk?.folder);
  const url = keeping.settings.DATABASE_URL;
  const wire = url === undefined ? undefined : await openWire(url);
  const program = await openOrderedProgram(
    wire === undefined ? keeping.settings : { DATABASE_URL: wire.url },
  );
  const ledger = createLedger(createRandom(seed + 1));
  const troubles = createTroubles();
  const victim = { program, random, troubles, wire, disk };
  let endedByItself = 0;
  try {
    await program.start();
    await connected(program);
    const begun = performance.now();
    const share = () => (performance.now() - begun) / (seconds * 1_000);
    const isOver = () => share() >= 1;
    let [startedAt, first, last] = [begun, undefined as Aged | undefined, undefined as Aged | undefined];
    const look = async (): Promise<Aged | undefined> => {
      const memory = await program.order(0);
      return memory && { ...memory, age: (performance.now() - startedAt) / 1_000 };
    };

    const lives = program.rooms.flatMap((room, i) => {
      const persons = i === 0 ? discordPersons(learnersInRoom) : slackPersons(learnersInRoom);
      const lifeOf = (person: string, n: number) => ({
        ...{ room, person, ledger },
        random: createRandom(seed + 100 * (i + 1) + n),
      });
      return [
        keepQuizzing(lifeOf(persons[0]!, 99), isOver),
        ...persons.slice(1).map((person, n) => live(lifeOf(person, n), isOver)),
      ];
    });

    const mayHappen = (): readonly Done[] => {
      const ofServer: readonly Done[] = wire === undefined ? [] : ["database slow", "database away"];
      const early: readonly Done[] = [
        ...Array.from({ length: 5 }, () => "kill -9 and start" as const),
        ...(disk === undefined ? [] : (["disk full", "disk full"] as const)),
      ];
      return [...always, ...ofServer, ...ofServer, ...(share() < killing ? early : [])];
    };
    const trouble = async (): Promise<void> => {
      let isFirst = true;
      while (share() < 0.95) {
        await pause(random.whole(1_000, 4_000));
        if (!program.isRunning()) {
          endedByItself += 1;
          await troubles.during("kill -9 and start", () => startAgain(program));
          startedAt = performance.now();
        }
        // However short it is, one process is killed, and what can be full is full once.
        const chosen = random.pick(mayHappen());
        const must =
          disk !== undefined && !isFirst && troubles.all.every(({ kind: each }) => each !== "disk full");
        const next: Done = isFirst ? "kill -9 and start" : must ? "disk full" : chosen;
        isFirst = false;
        const pid = program.child().pid;
        await inflict(next, victim);
        if (program.child().pid !== pid) startedAt = performance.now();
        if (share() >= warm) first ??= await look();
      }
      first ??= await look();
    };
    const done = trouble();
    let isSettled = false;
    const watching = watchConnections(victim, () => isSettled);
    await Promise.all([...lives, done]);
    await ledger.settled();
    isSettled = true;
    await watching;
    last = await look();
    const isUp = program.isRunning();
    await program.stop();
    await wire?.close();
    const books = await keeping.books();
    const checked = await keeping.asked((query) => check(ledger.all, program.rooms, books, query));
    const kinds = Map.groupBy(troubles.all, (each) => each.kind);
    return {
      kind,
      judged: judge(ledger.all, troubles, begun),
      checked,
      troubles: new Map([...kinds].map(([each, { length }]) => [each, length])),
      twice: ledger.all.filter(({ isTwice }) => isTwice).length,
      overtaken: ledger.all.filter(({ isOvertaken }) => isOvertaken).length,
      memory: first === undefined || last === undefined ? undefined : [first, last],
      endedByItself: endedByItself + (isUp ? 0 : 1),
      violations: [...new Set(program.violations().filter((each) => !isTooLate(each)))],
      saidOfDisk:
        disk === undefined ? undefined : /There is no room left|The disk is full/.test(program.said()),
      seconds: (performance.now() - begun) / 1_000,
    };
  } finally {
    await program.close();
    await keeping.close();
    disk?.close();
  }
};

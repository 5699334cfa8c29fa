import { createRandom } from "../../src/random.ts";
import { type Audit, audit, type Books } from "../support/class/books.ts";
import { type keepings, openKeeping } from "../support/class/keeping.ts";
import { createLearners, discordPersons, type Learners, slackPersons } from "../support/class/learners.ts";
import { openProgram } from "../support/class/program.ts";
import { openQuestion } from "../support/class/questions.ts";
import { mustDo } from "../support/class/room.ts";
import { goesOn } from "./goes-on.ts";

const learnersInRoom = 12;

/** A process that has come up lives for so many milliseconds before it is killed. */
const [shortestLife, longestLife] = [200, 6_000];

interface Verdict extends Audit {
  readonly kills: number;
  readonly sent: number;
  /** From the start of a process to the quiz going on in every room, in milliseconds. */
  readonly slowest: number;
  /** Of that, how much after the process had said that it is open. */
  readonly slowestOnceOpen: number;
  /** The longest that a question came later than eight seconds after the bell of the one before. */
  readonly standstill: number;
  readonly questions: number;
  readonly violations: readonly string[];
}

const standstillIn = ({ questions }: Books): number =>
  Math.max(
    0,
    ...questions.map(({ quiz, number, openedAt }) => {
      const before = questions.find((other) => other.quiz === quiz && other.number === number - 1);
      return before?.closesAt === undefined ? 0 : openedAt - before.closesAt - 8_000;
    }),
  );

/** Long enough for all kills: fifty questions of ten seconds. */
const begin = async ({ room, persons }: Learners): Promise<void> => {
  await mustDo(room.slash(persons[0]!, "quiz", "start rounds:50 seconds:10"));
  await openQuestion(room, 1);
};

/** Kills one process after the other while learners answer. */
const trial = async (kind: (typeof keepings)[number], seed: number, count: number): Promise<Verdict> => {
  const random = createRandom(seed);
  const keeping = await openKeeping(kind);
  const program = await openProgram(keeping.settings);
  const classes: readonly Learners[] = program.rooms.map((room, i) =>
    createLearners(
      room,
      i === 0 ? discordPersons(learnersInRoom) : slackPersons(learnersInRoom),
      createRandom(seed + 1 + i),
    ),
  );
  let [slowest, slowestOnceOpen] = [0, 0];
  const recover = async (): Promise<void> => {
    const began = performance.now();
    await program.start();
    const open = performance.now();
    await Promise.all(program.rooms.map(goesOn));
    slowest = Math.max(slowest, performance.now() - began);
    slowestOnceOpen = Math.max(slowestOnceOpen, performance.now() - open);
  };
  try {
    await program.start();
    await Promise.all(classes.map(begin));
    const answering = classes.map((each) => each.keepAnswering());
    for (let killed = 0; killed < count; killed += 1) {
      await new Promise((resolve) => setTimeout(resolve, random.whole(shortestLife, longestLife)));
      await program.kill();
      await recover();
      process.stderr.write(`${kind}: ${killed + 1} of ${count}\r`);
    }
    await Promise.all(answering.map(({ stop }) => stop()));
    await program.stop();
    const books = await keeping.books();
    const found = audit(
      books,
      classes.flatMap(({ answered }) => answered),
    );
    const sent = classes.reduce((sum, each) => sum + each.sent(), 0);
    return {
      ...found,
      kills: count,
      sent,
      slowest,
      slowestOnceOpen,
      standstill: standstillIn(books),
      questions: books.questions.length,
      violations: program.violations(),
    };
  } finally {
    await program.close();
    await keeping.close();
  }
};

const inSeconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`;

const columns: readonly (readonly [string, (verdict: Verdict) => string])[] = [
  ["kills", ({ kills }) => String(kills)],
  ["sent", ({ sent }) => String(sent)],
  ["acknowledged", ({ acknowledged }) => String(acknowledged)],
  ["kept", ({ kept }) => String(kept)],
  ["lost", ({ lost }) => String(lost.length)],
  ["doubled", ({ doubled }) => String(doubled)],
  ["closed twice", ({ closedTwice }) => String(closedTwice)],
  ["slowest recovery", ({ slowest }) => inSeconds(slowest)],
  ["of that once open", ({ slowestOnceOpen }) => inSeconds(slowestOnceOpen)],
  ["questions", ({ questions }) => String(questions)],
  ["longest standstill", ({ standstill }) => inSeconds(standstill)],
];

/** Prints a table of what became of the answers; resolves to whether all is as it must be. */
export const kills = async (seed: number, count: number): Promise<boolean> => {
  console.log(`kill -9, seed ${seed}`);
  console.log(`${"database".padEnd(10)} | ${columns.map(([title]) => title).join(" | ")}`);
  let isWell = true;
  for (const kind of ["SQLite", "PostgreSQL"] as const) {
    const began = performance.now();
    const verdict = await trial(kind, seed, count);
    const cells = columns.map(([title, show]) => show(verdict).padStart(title.length));
    console.log(`${kind.padEnd(10)} | ${cells.join(" | ")}`);
    console.log(`  took ${inSeconds(performance.now() - began)}`);
    for (const violation of new Set(verdict.violations)) console.log(`  a limit was broken: ${violation}`);
    for (const { learner, message, text } of verdict.lost)
      console.log(`  lost: ${learner} on ${message}: ${text}`);
    isWell &&= verdict.lost.length + verdict.doubled + verdict.closedTwice + verdict.violations.length === 0;
  }
  return isWell;
};

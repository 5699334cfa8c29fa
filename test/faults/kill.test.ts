import { describe, expect, inject, test } from "vitest";
import { createRandom } from "../../src/random.ts";
import { audit } from "../support/class/books.ts";
import { keepings, openKeeping } from "../support/class/keeping.ts";
import {
  createLearners,
  discordPersons,
  isAcknowledged,
  type Learners,
  slackPersons,
} from "../support/class/learners.ts";
import { openProgram } from "../support/class/program.ts";
import {
  openQuestion,
  type PostedQuestion,
  questionsIn,
  solutionsTo,
  solutionTo,
} from "../support/class/questions.ts";
import { mustDo, pause, type Room, soon } from "../support/class/room.ts";

const size = 16;

/** How long a busy machine may take until a quiz goes on, in milliseconds. */
const bound = 30_000;

/** A bell leaves time for a kill and a start before it. */
const seconds = 30;

/** The first half press at once, and the power is cut while they do. */
const halfPress = async ({ room, persons, answer, answered }: Learners): Promise<void> => {
  const on = await openQuestion(room, 1);
  for (const person of persons.slice(0, size / 2)) void answer(person, on, 2_000);
  await soon(() => (answered.length > 1 ? true : undefined), 10_000);
};

/** The message of the first question, and when its bell rings as the message tells it. */
const firstIn = (room: Room) => {
  const [{ id, text }] = questionsIn(room) as [PostedQuestion];
  return { id, bell: /The bell: [^.]+/.exec(text)?.[0] };
};

/** Whoever was not told that their answer is kept presses the button of the same message again. */
const othersPress = async ({ room, persons, answer, answered }: Learners): Promise<void> => {
  const on = await openQuestion(room, 1, bound);
  const done = new Set(answered.map(({ learner }) => learner));
  for (const person of persons.filter((each) => !done.has(room.learnerOf(each)))) {
    const [told] = await answer(person, on, bound);
    expect(told && isAcknowledged(told), `${room.name}: ${told?.text}`).toBe(true);
  }
};

/** The question's message has been changed since the start: it tells of every answer. */
const showsAll = async (room: Room): Promise<void> => {
  const all = () => (questionsIn(room)[0]!.text.includes(`Answered: ${size}.`) ? true : undefined);
  expect(await soon(all, bound), `${room.name}: ${questionsIn(room)[0]!.text}`).toBe(true);
};

const begin = async ({ room, persons }: Learners): Promise<number> => {
  await mustDo(room.slash(persons[0]!, "quiz", `start rounds:5 seconds:${seconds}`));
  await openQuestion(room, 1);
  return performance.now();
};

describe("kill -9 in the middle of an open question", () => {
  test.concurrent.each(keepings)(
    "on %s: the quiz goes on with the same question, then with its solution",
    async (kind) => {
      const keeping = await openKeeping(kind, { on: inject("postgres") });
      const program = await openProgram(keeping.settings);
      const classes = program.rooms.map((room, i) =>
        createLearners(room, i === 0 ? discordPersons(size) : slackPersons(size), createRandom(i)),
      );
      try {
        await program.start();
        const [begun] = await Promise.all(classes.map(begin));
        await Promise.all(classes.map(halfPress));
        await program.kill();
        const before = program.rooms.map(firstIn);

        await program.start();
        await Promise.all(classes.map(othersPress));
        await Promise.all(program.rooms.map(showsAll));
        expect(program.rooms.map(firstIn)).toEqual(before);

        // The bell rings while nobody is there to hear it.
        await pause(seconds * 1_000 - 500 - (performance.now() - begun!));
        await program.kill();
        await pause(1_000);
        await program.start();
        await Promise.all(program.rooms.map((room) => solutionTo(room, 1, bound)));
        await Promise.all(program.rooms.map((room) => openQuestion(room, 2, 10_000 + bound)));

        expect(program.rooms.map((room) => firstIn(room).id)).toEqual(before.map(({ id }) => id));
        for (const room of program.rooms) {
          expect(questionsIn(room).map(({ number }) => number)).toEqual([1, 2]);
          expect(solutionsTo(room, 1)).toHaveLength(1);
        }
        expect(await program.stop()).toBe(0);
        const books = await keeping.books();
        expect(
          audit(
            books,
            classes.flatMap(({ answered }) => answered),
          ),
        ).toMatchObject({
          lost: [],
          doubled: 0,
          closedTwice: 0,
        });
        const first = books.questions.filter(({ number }) => number === 1);
        for (const { id, closings } of first) {
          expect(closings).toBe(1);
          expect(books.attempts.filter(({ question }) => question === id)).toHaveLength(size);
        }
        expect(program.violations()).toEqual([]);
      } finally {
        await program.close();
        await keeping.close();
      }
    },
    240_000,
  );
});

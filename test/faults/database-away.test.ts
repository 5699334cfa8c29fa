import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRandom } from "../../src/random.ts";
import { audit } from "../support/class/books.ts";
import { type Keeping, openKeeping } from "../support/class/keeping.ts";
import { createLearners, discordPersons, type Learners, slackPersons } from "../support/class/learners.ts";
import { openProgram, type Program } from "../support/class/program.ts";
import { openQuestion, solutionsTo, solutionTo } from "../support/class/questions.ts";
import { mustDo, pause, type Told } from "../support/class/room.ts";

const size = 12;

/** How long the database is away, in milliseconds. */
const away = 10_000;

describe("the database goes away for ten seconds while learners answer", () => {
  let keeping: Keeping;
  let program: Program;
  beforeAll(async () => {
    keeping = await openKeeping("PostgreSQL");
    program = await openProgram(keeping.settings);
    await program.start();
  }, 120_000);
  afterAll(async () => {
    await program.close();
    await keeping.close();
  });

  test("presses wait or are refused in a sentence, nothing is lost, and the quiz goes on", async () => {
    const classes = program.rooms.map((room, i) =>
      createLearners(room, i === 0 ? discordPersons(size) : slackPersons(size), createRandom(i)),
    );
    const first = await Promise.all(
      classes.map(async ({ room, persons }) => {
        await mustDo(room.slash(persons[0]!, "quiz", "start rounds:5 seconds:15"));
        return openQuestion(room, 1);
      }),
    );
    /** Each of a share of the class presses at some time while the database is away. */
    const press = ({ persons, answer }: Learners, i: number, from: number, to: number) =>
      persons.slice(from, to).map(async (person, seat): Promise<readonly Told[]> => {
        await pause((seat * away) / size);
        return answer(person, first[i]!, 40_000);
      });

    const before = classes.flatMap((each, i) => press(each, i, 0, 2));
    await pause(1_000);
    await keeping.server!.stop();
    const meanwhile = classes.flatMap((each, i) => press(each, i, 2, size));
    await pause(away);
    await keeping.server!.start();

    for (const told of await Promise.all([...before, ...meanwhile])) {
      expect(told).toHaveLength(1);
      expect(told[0]!.onlyFor).toBeDefined();
      expect(told[0]!.text).toMatch(
        /Your answer is in|The bell has rung|That went wrong, and it is my fault/,
      );
    }
    expect(classes.flatMap(({ answered }) => answered).length).toBeGreaterThan(0);

    await Promise.all(program.rooms.map((room) => solutionTo(room, 1, 40_000)));
    for (const { room, persons, answer } of classes) {
      const on = await openQuestion(room, 2, 20_000);
      expect((await answer(persons[0]!, on, 20_000))[0]!.text).toContain("Your answer is in");
      expect(solutionsTo(room, 1)).toHaveLength(1);
    }
    expect(program.isRunning()).toBe(true);
    const answered = classes.flatMap((each) => each.answered);
    const books = await keeping.books();
    expect(audit(books, answered)).toMatchObject({ lost: [], doubled: 0, closedTwice: 0 });
    expect(books.questions.filter(({ number }) => number === 1).map(({ closings }) => closings)).toEqual([
      1, 1,
    ]);
    expect(program.violations()).toEqual([]);
    expect(await program.stop()).toBe(0);
  }, 180_000);
});

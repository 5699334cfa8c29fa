import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createRandom } from "../../src/random.ts";
import { type Audit, audit, type Books } from "../support/class/books.ts";
import { createFleet, type Fleet } from "../support/class/fleet.ts";
import { type Keeping, openKeeping } from "../support/class/keeping.ts";
import { createLearners, type Learners, slackPersons } from "../support/class/learners.ts";
import { type ManyWorkspaces, openManyWorkspaces } from "../support/class/many-workspaces.ts";
import { queryOf } from "../support/class/query.ts";
import { questionsIn, solutionsTo, solutionTo } from "../support/class/questions.ts";
import { doAgain, pause } from "../support/class/room.ts";
import { slackRoom } from "../support/class/slack-room.ts";
import { type Delivery, sometimesTwice } from "../support/slack/deliver.ts";

const [processes, quizzes, learners, kills] = [2, 20, 3, 3];

/** Presses reach two processes now and then; a command is not repeated, as Slack would show both answers to it. */
const pressesTwice = (slack: Delivery): Delivery => {
  const twice = sometimesTwice(slack, 0.1);
  return {
    ...slack,
    deliver: (kind, ...what) => (kind === "interactive" ? twice : slack).deliver(kind, ...what),
  };
};

const waitingTwice = `select data, start_after, count(*) from pgboss.job
  where name = 'quiz' and state = 'created' group by 1, 2 having count(*) > 1`;

describe("twenty quizzes that two processes share, one of which is killed and comes back, three times", () => {
  let keeping: Keeping;
  let slack: ManyWorkspaces;
  let fleet: Fleet;
  let classes: readonly Learners[];
  let books: Books;
  let found: Audit;
  /** Jobs that wait beside another of the same quiz at the same moment. */
  let spare: readonly unknown[];

  beforeAll(async () => {
    keeping = await openKeeping("PostgreSQL", { on: inject("postgres") });
    slack = await openManyWorkspaces(quizzes, keeping.settings.DATABASE_URL!);
    fleet = createFleet(processes, { ...keeping.settings, ...slack.settings });
    const delivery = pressesTwice(fleet.slack);
    classes = slack.workspaces.map((server, i) =>
      createLearners(slackRoom(server, delivery), slackPersons(learners), createRandom(i)),
    );
    const random = createRandom(processes);
    await fleet.start();
    await Promise.all(
      classes.map(({ room, persons }) =>
        doAgain(() => room.slash(persons[0]!, "quiz", "start rounds:50 seconds:10")),
      ),
    );
    const answering = classes.map((each) => each.keepAnswering());
    for (let i = 0; i < kills; i += 1) {
      await pause(random.whole(500, 2_500));
      await fleet.replace(random.whole(0, processes - 1));
    }
    // However slow the machine is, each quiz goes on after the last kill.
    await Promise.all(classes.map(({ room }) => solutionTo(room, 1, 120_000)));
    await Promise.all(answering.map(({ stop }) => stop()));
    spare = await queryOf({ kind: "postgres", url: keeping.settings.DATABASE_URL! })(waitingTwice);
    expect(await fleet.stop()).toEqual([0, 0]);
    books = await keeping.books();
    found = audit(
      books,
      classes.flatMap(({ answered }) => answered),
    );
  }, 300_000);
  afterAll(async () => {
    await fleet?.close();
    await slack?.close();
    await keeping?.close();
  });

  test("every answer that was acknowledged is kept as it was told, none twice", () => {
    expect(found.acknowledged).toBeGreaterThan(quizzes);
    expect(found.lost).toEqual([]);
    expect(found.doubled).toBe(0);
  });

  test("each question is closed once at most, and the first of each quiz is", () => {
    expect(found.closedTwice).toBe(0);
    const first = books.questions.filter(({ number }) => number === 1);
    expect(first.map(({ closings }) => closings)).toEqual(Array.from({ length: quizzes }, () => 1));
  });

  test("starts and kills leave no work behind that is done again at each bell", () => {
    expect(spare).toEqual([]);
  });

  test("each question and each solution is posted once, whichever process does it", () => {
    for (const { room } of classes) {
      const numbers = questionsIn(room).map(({ number }) => number);
      expect(numbers).toEqual([...new Set(numbers)]);
      for (const number of numbers) expect(solutionsTo(room, number).length).toBeLessThan(2);
    }
    expect(slack.violations()).toEqual([]);
  });
});

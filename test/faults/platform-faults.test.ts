import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRandom } from "../../src/random.ts";
import { audit } from "../support/class/books.ts";
import {
  createLearners,
  discordPersons,
  isAcknowledged,
  type Learners,
  slackPersons,
} from "../support/class/learners.ts";
import { type Class, openClass } from "../support/class/open-class.ts";
import {
  openQuestion,
  type PostedQuestion,
  questionsIn,
  solutionsTo,
  solutionTo,
} from "../support/class/questions.ts";
import { mustDo, type Room } from "../support/class/room.ts";
import { until } from "../support/until.ts";

const size = 10;

let all: Class;

beforeAll(async () => {
  all = await openClass();
});
afterAll(() => all.close(), 60_000);

/** Failures of a platform, as a quiz meets them. */
interface Faults {
  /** While learners press. */
  readonly whilePressed: () => void;
  /** As a question is closed and its solution is posted: first too many requests, then faults. */
  readonly atTheBell: () => void;
  /** As the next question is posted. */
  readonly atTheNext: () => void;
  /** How many are still to come. */
  readonly left: () => number;
}

const onDiscord = (): Faults => {
  const { refuseNext, failNext, faultsLeft } = all.discord.server;
  return {
    whilePressed: () => {
      refuseNext(3);
      failNext(3);
    },
    atTheBell: () => {
      refuseNext(2);
      failNext(2);
    },
    // The message is there, and Discord says that it failed.
    atTheNext: () => failNext(1, "after"),
    left: faultsLeft,
  };
};

const onSlack = (): Faults => {
  const { workspace } = all.slack.server;
  return {
    whilePressed: () => workspace.refuse("chat.update", 2, { status: 429, retryAfter: 1 }),
    atTheBell: () => {
      workspace.refuse("chat.update", 1, { status: 429, retryAfter: 1 });
      workspace.refuse("chat.postMessage", 2, { status: 500 });
    },
    atTheNext: () => workspace.refuse("chat.postMessage", 1, { status: 429, retryAfter: 1 }),
    left: () => workspace.refusalsLeft(),
  };
};

const press = async ({ persons, answer }: Learners, on: PostedQuestion): Promise<void> => {
  for (const told of await Promise.all(persons.map((person) => answer(person, on, 20_000)))) {
    expect(told).toHaveLength(1);
    expect(isAcknowledged(told[0]!)).toBe(true);
  }
};

/** Waits until the question's message tells of so many answers: then nothing more is sent on their account. */
const showsAnswers = async (room: Room, number: number): Promise<void> => {
  const shown = () => questionsIn(room)[number - 1]!.text.includes(`Answered: ${size}.`);
  expect(await until(shown), questionsIn(room)[number - 1]!.text).toBe(true);
};

/** Closes a question as its bell does. */
const ringBell = async (on: PostedQuestion): Promise<void> => {
  const { id, quiz } = (await all.books()).questions.find(({ message }) => message === on.id)!;
  await all.study.store.questions.close(id, new Date());
  void all.study.quizMaster.advance(quiz);
};

describe("a platform answers with 429 and 500 while a quiz runs", () => {
  test.concurrent.each([
    ["Discord", 0, onDiscord],
    ["Slack", 1, onSlack],
  ] as const)(
    "%s: the quiz goes on, each message appears once, and no answer is lost",
    async (_, index, faultsOf) => {
      const { whilePressed, atTheBell, atTheNext, left } = faultsOf();
      const room = all.rooms[index]!;
      const people = index === 0 ? discordPersons(size) : slackPersons(size);
      const learners = createLearners(room, people, createRandom(index));
      await mustDo(room.slash(people[0]!, "quiz", "start rounds:5 seconds:30"));
      const first = await openQuestion(room, 1);
      whilePressed();
      await press(learners, first);

      expect(await until(() => left() === 0)).toBe(true);
      // No other request is to meet the faults that follow.
      await showsAnswers(room, 1);
      atTheBell();
      await ringBell(first);
      await solutionTo(room, 1);
      expect(await until(() => left() === 0 && !questionsIn(room)[0]!.isOpen)).toBe(true);
      atTheNext();
      await press(learners, await openQuestion(room, 2));
      expect(left()).toBe(0);

      await showsAnswers(room, 2);
      expect(questionsIn(room).map(({ number, isOpen }) => [number, isOpen])).toEqual([
        [1, false],
        [2, true],
      ]);
      expect(solutionsTo(room, 1)).toHaveLength(1);
      await mustDo(room.slash(people[0]!, "quiz", "stop confirm:yes"));
      const { lost, doubled, closedTwice, kept } = audit(await all.books(), learners.answered);
      expect({ lost, doubled, closedTwice, kept }).toEqual({
        lost: [],
        doubled: 0,
        closedTwice: 0,
        kept: 2 * size,
      });
      expect(room.violations).toEqual([]);
    },
    180_000,
  );
});

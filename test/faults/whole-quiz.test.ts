import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRandom } from "../../src/random.ts";
import { audit, type Books } from "../support/class/books.ts";
import { discordRoom } from "../support/class/discord-room.ts";
import {
  createLearners,
  discordPersons,
  isAcknowledged,
  type Learners,
  slackPersons,
} from "../support/class/learners.ts";
import { type Class, openClass } from "../support/class/open-class.ts";
import { openQuestion, type PostedQuestion, solutionsTo, solutionTo } from "../support/class/questions.ts";
import { mustDo, pause, type Room, soon, type Told } from "../support/class/room.ts";
import { slackRoom } from "../support/class/slack-room.ts";

/** Twenty-five learners in each of two places on each platform. */
const [rounds, size] = [5, 25];

/** The rounds that go on to the bell; the class skips the others once all have answered. */
const toTheBell: ReadonlySet<number> = new Set([1]);

/** How a learner behaves behaves, by seat. */
const [pressesTwice, isLate, leaves, isForgotten] = [
  (seat: number) => seat % 5 === 0,
  (seat: number) => seat % 10 === 3,
  (seat: number) => seat % 10 === 7,
  (seat: number) => seat === 24,
];

const own = (room: Room, person: string, told: readonly Told[]): void => {
  expect(told, `${room.name}: ${person}, ${[...new Set(room.violations)].join("; ")}`).toHaveLength(1);
  expect(told[0]!.onlyFor).toBe(person);
};

const isTooLate = ({ text }: Told): boolean => text.includes("The bell has rung");

/** One learner in one round. */
const takePart = async (
  learners: Learners,
  seat: number,
  on: PostedQuestion,
  wait: number,
  solution: Promise<unknown>,
): Promise<void> => {
  const { room, persons, answer } = learners;
  const person = persons[seat]!;
  if (on.number > 1 && (leaves(seat) || isForgotten(seat))) return;
  if (isLate(seat) && toTheBell.has(on.number)) {
    await solution;
    const told = await answer(person, on, 60_000);
    own(room, person, told);
    expect(isTooLate(told[0]!), told[0]!.text).toBe(true);
    return;
  }
  await pause(wait);
  if (seat % 4 === 1) own(room, person, [await mustDo(room.press(person, "Hint", on))]);
  const presses = [answer(person, on, 60_000)];
  if (pressesTwice(seat)) presses.push(answer(person, on, 60_000));
  for (const told of await Promise.all(presses)) {
    own(room, person, told);
    // On a busy machine the bell may ring before a hundred learners are through.
    expect(isAcknowledged(told[0]!) || isTooLate(told[0]!), told[0]!.text).toBe(true);
  }
  if (!isForgotten(seat)) return;
  const { text } = await mustDo(room.slash(person, "data", "delete confirm:yes"));
  expect(text).not.toContain("my fault");
};

const skip = async ({ room, persons }: Learners, on: PostedQuestion): Promise<void> => {
  for (const person of persons) {
    if (solutionsTo(room, on.number).length > 0) return;
    own(room, person, [await mustDo(room.press(person, "Skip", on))]);
  }
};

const runQuiz = async (learners: Learners, seed: number): Promise<void> => {
  const { room, persons } = learners;
  const random = createRandom(seed);
  const begun = await mustDo(room.slash(persons[0]!, "quiz", `start rounds:${rounds} seconds:30`));
  expect(begun.text).toContain("Your quiz has begun");
  for (let round = 1; round <= rounds; round += 1) {
    const on = await openQuestion(room, round);
    const solution = solutionTo(room, round);
    await Promise.all(
      persons.map((_, seat) => takePart(learners, seat, on, random.whole(0, 1_000), solution)),
    );
    if (!toTheBell.has(round)) await skip(learners, on);
    await solution;
  }
  expect(await soon(() => scoreboardIn(room), 120_000)).toBeDefined();
};

const scoreboardIn = (room: Room): string | undefined =>
  room.posts().find(({ text }) => text.includes("The quiz is over"))?.text;

/** Points and right answers of each line of a scoreboard; a wide one has its last column below the others. */
const linesOf = (scoreboard: string): readonly string[] => {
  const found = (line: RegExp) => [...scoreboard.matchAll(line)].map(([, figure]) => figure);
  const points = found(/^\s*\d+\.(?! +\d+\/5).*?(\d+)(?:\s+\d+\/5)?\s*$/gm);
  const right = found(/^\s*\d+\..*?(\d+)\/5\s*$/gm);
  return points.map((figure, i) => `${figure} ${right[i]}`);
};

interface Held {
  readonly all: Class;
  readonly classes: readonly Learners[];
  readonly books: Books;
}

/** All four quizzes from beginning to end. */
const hold = async (): Promise<Held> => {
  const all = await openClass({ twice: 0.1 });
  const { rooms, discord, slack } = all;
  const further = [
    discordRoom(discord.server, "thread"),
    slackRoom(slack.server, slack.delivery, "C02CLASS"),
  ];
  const personsOf = [discordPersons(2 * size), slackPersons(2 * size)];
  const classes = [...rooms, ...further].map((room, i) =>
    createLearners(room, personsOf[i % 2]!.slice(i < 2 ? 0 : size).slice(0, size), createRandom(i)),
  );
  await Promise.all(classes.map(runQuiz));
  return { all, classes, books: await all.books() };
};

describe("a whole quiz of fifty learners on each platform, two places on each, a tenth of all events coming twice", () => {
  let all: Class;
  let classes: readonly Learners[];
  let books: Books;

  beforeAll(async () => {
    ({ all, classes, books } = await hold());
  }, 400_000);
  afterAll(() => all?.close(), 60_000);

  test("every answer that was acknowledged is kept as it was told, none twice", () => {
    const forgotten = new Set(classes.map(({ room, persons }) => room.learnerOf(persons[24]!)));
    const answered = classes.flatMap((each) => each.answered);
    const found = audit(
      books,
      answered.filter(({ learner }) => !forgotten.has(learner)),
    );
    expect(found.lost).toEqual([]);
    expect(found).toMatchObject({ doubled: 0, closedTwice: 0 });
    for (const each of classes) expect(each.answered.length).toBeGreaterThan(size);
    expect(new Set(answered.map(({ learner, message }) => `${learner} ${message}`)).size).toBe(
      books.attempts.length,
    );
  });

  test("each question is closed once, and one that is waited for not before its bell", () => {
    expect(books.questions).toHaveLength(4 * rounds);
    for (const { closings } of books.questions) expect(closings).toBe(1);
    const waitedFor = books.questions.filter(({ number }) => toTheBell.has(number));
    expect(waitedFor).toHaveLength(4 * toTheBell.size);
    for (const { closedAt, closesAt } of waitedFor) expect(closedAt).toBeGreaterThanOrEqual(closesAt!);
  });

  test("the scoreboards agree with the database", () => {
    for (const { room } of classes) {
      const messages = new Set(room.posts().map(({ id }) => id));
      const { quiz } = books.questions.find(({ message }) => messages.has(message))!;
      const best = books.scores
        .filter((score) => score.quiz === quiz)
        .toSorted((x, y) => y.points - x.points || y.right - x.right)
        .slice(0, 20)
        .map(({ points, right }) => `${points} ${right}`);
      expect(linesOf(scoreboardIn(room)!)).toEqual(best);
    }
  });

  test("each question and each solution is posted once, and no limit of a platform is broken", () => {
    for (const { room } of classes)
      for (let round = 1; round <= rounds; round += 1) {
        expect(solutionsTo(room, round)).toHaveLength(1);
        expect(room.posts().filter(({ text }) => text.includes(`Question ${round} of`))).toHaveLength(1);
      }
    expect(all.violations()).toEqual([]);
  });
});

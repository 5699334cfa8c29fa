import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { learnerId } from "../../src/identity.ts";
import { createRandom } from "../../src/random.ts";
import { questionOfKept } from "../../src/tutor/kinds.ts";
import { audit, type Books, readBooks, watchClosings } from "../support/class/books.ts";
import { queryOf } from "../support/class/query.ts";
import { soon } from "../support/class/room.ts";
import { asText, idOf, pressableOn, unescaped } from "../support/page/read.ts";
import { openPage, type Visit } from "../support/page/stage.ts";
import { openTab } from "../support/page/tab.ts";
import { openEmpty } from "../support/store.ts";
import { typedRight } from "../support/study.ts";
import { openStudy, type Study } from "../support/tutor.ts";

/** So many visitors at once, each with a quiz of so many rounds. */
const [size, rounds] = [50, 5];

/** The rounds in which some visitors go wrong on purpose, and after which some are seen no more. */
const [lateIn, leaveAfter] = [2, 3];

/** How a visitor behaves, by seat; whoever is late skips a question and presses on it all the same. */
const [isLate, leaves, pressesTwice, types, isRight] = [
  (seat: number) => seat % 10 === 3,
  (seat: number) => seat % 10 === 7,
  (seat: number, round: number) => (seat + round) % 10 === 0,
  (seat: number, round: number) => (seat + round) % 4 === 1,
  (seat: number, round: number) => (seat * round) % 3 !== 2,
];

const topics = ["norm", "dot product"];

/** Milliseconds for one step: the machine may be busy. */
const patience = 60_000;

/** One visitor, with what they were told. */
interface Visitor {
  readonly seat: number;
  readonly visit: Visit;
  readonly learner: string;
  /** The points of which each verdict told. */
  readonly points: readonly number[];
  readonly scoreboard: string | undefined;
  /** The page as a reload shows it when all is over. */
  readonly page: string;
}

type Page = Awaited<ReturnType<typeof openPage>>;

/** What only this visitor types. */
const ownLine = (seat: number): string => `/dot ${1_000 + seat},1 1,1`;

const play = async (study: Study, page: Page, seat: number): Promise<Omit<Visitor, "page">> => {
  const visit = await page.visit();
  const tab = await openTab(page.url, visit.cookie);
  const points: number[] = [];

  const pushed = async (what: string, isMeant: (html: string) => boolean): Promise<string> => {
    const found = await soon(() => tab.pushed().findLast(({ html }) => isMeant(html)), patience);
    if (found === undefined) throw new Error(`Visitor ${seat}: no ${what}`);
    return found.html;
  };
  const press = async (html: string, label: string): Promise<string> => {
    const { code } = pressableOn(html).find((each) => each.label === label)!;
    return asText((await visit.send("/press", { code, on: idOf(html) })).html);
  };
  const note = (told: string): void => {
    expect(told).toMatch(/Right: 4 points|Not quite/);
    points.push(told.includes("Right: 4 points") ? 4 : 0);
  };

  /** Plays one question. */
  const takePart = async (round: number): Promise<void> => {
    const html = await pushed(
      `question ${round}`,
      (each) => asText(each).includes(`Question ${round} of ${rounds}`) && each.includes(">Hint<"),
    );
    const question = questionOfKept((await study.store.questions.find(idsIn(html)[0]!))!);
    const { label } = question.options.find(({ right }) => right === isRight(seat, round))!;
    if (isLate(seat) && round === lateIn) {
      expect(await press(html, "Skip")).toContain("Skipped");
      expect(await press(html, label)).toContain("The bell has rung");
    } else if (pressesTwice(seat, round)) {
      const told = await Promise.all([press(html, label), press(html, label)]);
      const [again] = told.filter((each) => each.includes("You have answered already"));
      expect(again).toBeDefined();
      note(told.find((each) => each !== again)!);
    } else if (types(seat, round))
      note(asText((await visit.send("/ask", { text: `/answer ${typedRight(question)}` })).html));
    else note(await press(html, label));
  };

  const random = createRandom(seat);
  await visit.send("/ask", { text: ownLine(seat) });
  const topic = random.pick(topics);
  const begun = await visit.send("/ask", { text: `/quiz start topic:${topic} rounds:${rounds}` });
  expect(asText(begun.html)).toContain("Your quiz has begun");
  const last = leaves(seat) ? leaveAfter : rounds;
  for (let round = 1; round <= last; round += 1) await takePart(round);
  const over = leaves(seat)
    ? undefined
    : await pushed("scoreboard", (each) => asText(each).includes("The quiz is over"));
  await tab.end();
  return {
    seat,
    visit,
    learner: learnerId("web", visit.visitor),
    points,
    scoreboard: over && asText(over),
  };
};

/** The questions that the buttons on a page are about. */
const idsIn = (html: string): readonly number[] =>
  [...unescaped(html).matchAll(/"question":(\d+)/g)].map(([, id]) => Number(id));

const exchangesOn = (document: string): readonly string[] =>
  [...document.matchAll(/<article[\s\S]*?<\/article>/g)].map(([html]) => asText(html));

const sum = (points: readonly number[]): number => points.reduce((all, each) => all + each, 0);

describe("fifty visitors of the page at once, each with a quiz of their own", () => {
  let study: Study;
  let page: Page;
  let visitors: readonly Visitor[];
  let books: Books;

  beforeAll(async () => {
    const opened = await openEmpty();
    const query = queryOf(opened.database);
    await watchClosings(query, opened.database.kind);
    study = await openStudy({ opened });
    page = await openPage(study.tutor);
    study.platforms.push(page.page);
    const played = await Promise.all(Array.from({ length: size }, (_, seat) => play(study, page, seat)));
    visitors = await Promise.all(played.map(async (each) => ({ ...each, page: await each.visit.reload() })));
    books = await readBooks(query);
  }, 300_000);
  afterAll(async () => {
    await page?.close();
    await study?.close();
  });

  /** The questions of a visitor, by the place in which they were posed. */
  const questionsOf = ({ visit }: Visitor) =>
    books.questions.filter(({ message }) => message.startsWith(`${visit.visitor}/`));
  const attemptsBy = ({ learner }: Visitor) => books.attempts.filter((each) => each.learner === learner);

  test("every question is answered once by the one to whom it was put, and closed once", () => {
    const asked = new Set<number>();
    for (const visitor of visitors) {
      const own = questionsOf(visitor);
      for (const { id } of own) asked.add(id);
      const answered = own.filter(
        ({ number }) => !(isLate(visitor.seat) && number === lateIn) && number <= lastOf(visitor),
      );
      expect(attemptsBy(visitor).map(({ question }) => question)).toEqual(answered.map(({ id }) => id));
      expect(own.filter(({ closings }) => closings === 1)).toHaveLength(lastOf(visitor));
    }
    expect(books.questions.filter(({ id }) => !asked.has(id))).toEqual([]);
    expect(audit(books, [])).toMatchObject({ doubled: 0, closedTwice: 0 });
  });

  const lastOf = ({ seat }: Visitor): number => (leaves(seat) ? leaveAfter : rounds);

  test("the points that each was told, those that are kept and the scoreboard agree", () => {
    for (const visitor of visitors) {
      const { learner, points, scoreboard, seat } = visitor;
      expect(attemptsBy(visitor).map((each) => each.points)).toEqual(points);
      const right = points.filter((each) => each > 0).length;
      expect(books.scores.filter((each) => each.learner === learner)).toMatchObject([
        { points: sum(points), right },
      ]);
      if (leaves(seat)) continue;
      const cells = scoreboard!.replace(/\s/g, "");
      expect(cells).toMatch(new RegExp(`\\D${sum(points)}${right}/${rounds}`));
    }
    expect(new Set(visitors.map(({ points }) => sum(points))).size).toBeGreaterThan(2);
  });

  test("everyone who stayed reads their scoreboard once, and nobody who left is shown one", () => {
    for (const { seat, page: document } of visitors)
      expect(exchangesOn(document).filter((each) => each.includes("The quiz is over"))).toHaveLength(
        leaves(seat) ? 0 : 1,
      );
  });

  test("no page shows what was put to, typed by or told another visitor", () => {
    for (const visitor of visitors) {
      const own = new Set(questionsOf(visitor).map(({ id }) => id));
      const shown = idsIn(visitor.page);
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.filter((id) => !own.has(id))).toEqual([]);
      expect(new Set(unescaped(visitor.page).match(/\/dot \d{4},1 1,1/g))).toEqual(
        new Set([ownLine(visitor.seat)]),
      );
    }
  });
});

import { audit, type Books, type Query } from "../../support/class/books.ts";
import { questionsIn } from "../../support/class/questions.ts";
import type { Room, Told } from "../../support/class/room.ts";
import type { Sent } from "./ledger.ts";

/** What the database and the platforms say of what learners were told: a sentence for each thing that is wrong. */
export interface Checked {
  /** How much was acknowledged that has to be kept. */
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

const refusals =
  /^(That went wrong|That was quick|Many are asking|I am busy|The bell has rung|I cannot read)/;

export const isFault = ({ text }: Told): boolean => text.startsWith("That went wrong");

export const isDone = ({ deed }: Sent): boolean => deed.told().some(({ text }) => !refusals.test(text));

const isRecorded = ({ text }: Told): boolean => /^(Your answer is in|Right|Not quite)/.test(text);

/** The answers that were acknowledged and that are in no attempt. */
const lostAnswers = (all: readonly Sent[], { attempts }: Books, practised: readonly string[]) => {
  const events = new Set([...attempts.map(({ event }) => event), ...practised]);
  const given = new Set(attempts.map((attempt) => `${attempt.learner} ${attempt.given}`));
  const answers = all.filter(({ what }) => /answer|practice (press|form)/.test(what));
  const recorded = answers.filter(({ deed }) => deed.told().some(isRecorded));
  const already = answers.flatMap(({ learner, deed }) =>
    deed.told().flatMap(({ text }) => {
      const found = /^You have answered already\s+Your answer: (.*)\. The first answer counts/.exec(text);
      return found === null ? [] : [`${learner} ${found[1]}`];
    }),
  );
  return {
    acknowledged: recorded.length + already.length,
    lost: [
      ...recorded
        .filter(({ learner, deed }) => !events.has(`${learner}:${deed.event}`))
        .map(({ learner, what, deed }) => `${what} of ${learner}: ${deed.told()[0]?.text.slice(0, 60)}`),
      ...already
        .filter((each) => !given.has(each))
        .map((each) => `answered already, but nothing kept: ${each}`),
    ],
  };
};

/** Of each learner's wishes the last one that was acknowledged holds, or one that was sent after it. */
export const lastWish = (
  all: readonly Sent[],
  wishOf: (sent: Sent) => string | undefined,
  kept: (learner: string) => string,
): readonly string[] => {
  const wishes = Map.groupBy(
    all.filter((sent) => wishOf(sent) !== undefined),
    ({ learner }) => learner,
  );
  return [...wishes].flatMap(([learner, each]) => {
    const last = each.findLastIndex(isDone);
    if (last < 0) return [];
    const allowed = each.slice(last).map((sent) => wishOf(sent));
    return allowed.includes(kept(learner))
      ? []
      : [`${learner} was told “${allowed[0]}”, kept is “${kept(learner)}”`];
  });
};

const countBy = (list: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...Map.groupBy(list, (each) => each)].map(([key, { length }]) => [key, length]));

/** So many of a kind were acknowledged at least, and sent at most. */
const between = (
  what: string,
  kept: readonly string[],
  done: readonly string[],
  sent: readonly string[],
): Pick<Checked, "lost" | "doubled"> => {
  const [inBooks, acknowledged, asked] = [countBy(kept), countBy(done), countBy(sent)];
  return {
    lost: [...acknowledged]
      .filter(([key, count]) => (inBooks.get(key) ?? 0) < count)
      .map(([key, count]) => `${what} of ${key}: ${count} acknowledged, ${inBooks.get(key) ?? 0} kept`),
    doubled: [...inBooks]
      .filter(([key, count]) => count > (asked.get(key) ?? 0))
      .map(([key, count]) => `${what} of ${key}: ${count} kept, ${asked.get(key) ?? 0} sent`),
  };
};

/**
 * Several messages that say the same in answer to one event. Slack knows no repeated ephemeral message: where it brought
 * an event to two processes, each may say the same to the asker alone.
 */
const answeredTwice = ({ what, learner, deed }: Sent, toBoth: boolean): readonly string[] => {
  const messages = new Map<string, string>();
  for (const { post, text, onlyFor } of deed.told())
    if (post !== undefined && !(toBoth && onlyFor !== undefined)) messages.set(post.id, text);
  const texts = [...messages.values()];
  return new Set(texts).size === texts.length
    ? []
    : [`${what} of ${learner} was answered ${texts.length} times: ${texts[0]!.slice(0, 60)}`];
};

const postedTwice = (room: Room, { questions }: Books): readonly string[] => {
  const messages = new Set(questions.map(({ message }) => message));
  const astray = questionsIn(room).filter(({ id }) => !messages.has(id));
  const solutions = room.posts().filter(({ text }) => /^Solution \d+: /.test(text)).length;
  const closed = questions.filter(
    ({ message, closedAt }) => closedAt !== undefined && questionsIn(room).some(({ id }) => id === message),
  ).length;
  return [
    ...astray.map(({ text }) => `${room.name}: a question stands there twice: ${text.slice(0, 40)}`),
    ...(solutions > closed ? [`${room.name}: ${solutions} solutions to ${closed} questions`] : []),
  ];
};

/** `toBoth`: whether an event was brought to two processes. */
export const check = async (
  all: readonly Sent[],
  rooms: readonly Room[],
  books: Books,
  query: Query,
  toBoth: (sent: Sent) => boolean = () => false,
): Promise<Checked> => {
  const column = async (sql: string) => (await query(sql)).map(({ value }) => String(value));
  const practised = await column(
    "select a.event as value from attempts a join questions q on q.id = a.question where q.purpose <> 'quiz'",
  );
  const posed = await column("select learner as value from questions where purpose = 'practice'");
  const started = await column("select starter as value from quizzes");
  const ranked = new Set(await column("select learner as value from ranked"));
  const wishes = new Map(
    (await query("select l.id, p.settings from learners l join people p on p.id = l.person")).map((row) => [
      String(row.id),
      (JSON.parse(String(row.settings)) as { pictures?: string }).pictures ?? "on",
    ]),
  );
  const answers = lostAnswers(all, books, practised);
  const of = (which: RegExp) => all.filter(({ what }) => which.test(what));
  const names = (list: readonly Sent[]) => list.map(({ learner }) => learner);
  const poses = of(/^(slash practice|practice next)$/);
  const starts = of(/^quiz start$/);
  const practices = between("practice questions", posed, names(poses.filter(isDone)), names(poses));
  const hasBegun = ({ deed }: Sent) => deed.told().some(({ text }) => text.includes("has begun"));
  const quizzes = between("quizzes", started, names(starts.filter(hasBegun)), names(starts));
  const pictures = of(/^settings /);
  const { doubled, closedTwice } = audit(books, []);
  return {
    acknowledged:
      answers.acknowledged +
      poses.filter(isDone).length +
      starts.filter(hasBegun).length +
      pictures.filter(isDone).length,
    lost: [
      ...answers.lost,
      ...practices.lost,
      ...quizzes.lost,
      ...lastWish(
        pictures,
        ({ what }) => what.slice("settings ".length),
        (learner) => wishes.get(learner) ?? "on",
      ),
      ...lastWish(
        of(/^leaderboard (join|leave)$/),
        ({ what }) => what.slice("leaderboard ".length),
        (learner) => (ranked.has(learner) ? "join" : "leave"),
      ),
    ],
    doubled: [
      ...(doubled > 0 ? [`${doubled} attempts or scores twice in the database`] : []),
      ...(closedTwice > 0 ? [`${closedTwice} questions closed twice`] : []),
      ...all.flatMap((sent) => answeredTwice(sent, toBoth(sent))),
      ...rooms.flatMap((room) => postedTwice(room, books)),
      ...practices.doubled,
      ...quizzes.doubled,
    ],
  };
};

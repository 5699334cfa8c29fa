import type { OpenDatabase } from "../../../src/store/open-store.ts";
import type { Answered } from "./learners.ts";

/** Asks the database of a tutor directly, past all code of the tutor. */
export type Query = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** Lets the database itself note each closing of a question, whoever does it. */
export const watchClosings = async (query: Query, kind: OpenDatabase["kind"]): Promise<void> => {
  await query("create table closings (question integer not null)");
  for (const statement of closings[kind]) await query(statement);
};

const closings: Readonly<Record<OpenDatabase["kind"], readonly string[]>> = {
  sqlite: [
    `create trigger note_closing after update on questions when new.closed_at is not old.closed_at
     begin insert into closings (question) values (new.id); end`,
  ],
  postgres: [
    `create function note_closing() returns trigger language plpgsql as $$
     begin
       if new.closed_at is distinct from old.closed_at then
         insert into closings (question) values (new.id);
       end if;
       return new;
     end $$`,
    "create trigger note_closing after update on questions for each row execute function note_closing()",
  ],
};

export interface BookedQuestion {
  readonly id: number;
  readonly quiz: number;
  readonly number: number;
  /** What its message's id says behind the platform. */
  readonly message: string;
  readonly openedAt: number;
  readonly closesAt: number | undefined;
  readonly closedAt: number | undefined;
  /** How often it was closed. */
  readonly closings: number;
}

export interface BookedAttempt {
  readonly question: number;
  readonly learner: string;
  readonly event: string;
  readonly given: string;
  readonly points: number;
}

export interface BookedScore {
  readonly quiz: number;
  readonly learner: string;
  readonly points: number;
  readonly right: number;
}

/** All that is kept of quizzes. */
export interface Books {
  readonly questions: readonly BookedQuestion[];
  readonly attempts: readonly BookedAttempt[];
  readonly scores: readonly BookedScore[];
}

const timeOf = (value: unknown): number | undefined => (value === null ? undefined : Number(value));

export const readBooks = async (query: Query): Promise<Books> => {
  const questions = await query(
    `select q.*, (select count(*) from closings c where c.question = q.id) as closings
      from questions q where q.purpose = 'quiz' order by q.id`,
  );
  const attempts = await query(
    "select a.* from attempts a join questions q on q.id = a.question where q.purpose = 'quiz' order by a.id",
  );
  const scores = await query('select * from "scores"');
  return {
    questions: questions.map((row) => ({
      id: Number(row.id),
      quiz: Number(row.quiz),
      number: Number(row.number),
      message: String(row.message).replace(/^\w+:message:/, ""),
      openedAt: timeOf(row.opened_at)!,
      closesAt: timeOf(row.closes_at),
      closedAt: timeOf(row.closed_at),
      closings: Number(row.closings),
    })),
    attempts: attempts.map((row) => ({
      question: Number(row.question),
      learner: String(row.learner),
      event: String(row.event),
      given: String(row.given),
      points: Number(row.points),
    })),
    // A sum is a text in one database, and a number in the other.
    scores: scores.map((row) => ({
      quiz: Number(row.quiz),
      learner: String(row.learner),
      points: Number(row.points),
      right: Number(row.right),
    })),
  };
};

/** How many of a list say the same as an earlier one. */
const repeated = <T>(list: readonly T[], key: (item: T) => string): number =>
  list.length - new Set(list.map(key)).size;

/** What the books say of the answers that learners were told are kept. */
export interface Audit {
  readonly acknowledged: number;
  readonly kept: number;
  readonly lost: readonly Answered[];
  /** Second attempts of a learner at a question, second attempts of an event, and points that were not earned. */
  readonly doubled: number;
  readonly closedTwice: number;
}

export const audit = ({ questions, attempts, scores }: Books, answered: readonly Answered[]): Audit => {
  const idOf = new Map(questions.map(({ id, message }) => [message, id]));
  const given = new Map(attempts.map((attempt) => [`${attempt.question} ${attempt.learner}`, attempt.given]));
  const isKept = ({ message, learner, text }: Answered): boolean => {
    const kept = given.get(`${idOf.get(message)} ${learner}`);
    return kept !== undefined && text.includes(`Your answer: ${kept}.`);
  };
  const quizOf = new Map(questions.map(({ id, quiz }) => [id, quiz]));
  const sums = new Map<string, number>();
  for (const { question, learner, points } of attempts) {
    const key = `${quizOf.get(question)} ${learner}`;
    sums.set(key, (sums.get(key) ?? 0) + points);
  }
  const falseScores =
    scores.filter(({ quiz, learner, points }) => sums.get(`${quiz} ${learner}`) !== points).length +
    Math.abs(sums.size - scores.length);
  const lost = answered.filter((each) => !isKept(each));
  return {
    acknowledged: answered.length,
    kept: answered.length - lost.length,
    lost,
    doubled:
      repeated(attempts, ({ question, learner }) => `${question} ${learner}`) +
      repeated(attempts, ({ event }) => event) +
      falseScores,
    closedTwice: questions.filter((question) => question.closings > 1).length,
  };
};

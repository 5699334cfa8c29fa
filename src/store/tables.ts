import type { Generated, Kysely } from "kysely";

/**
 * The tables, in both databases the same: moments are milliseconds since 1970, JSON is text, truth is 0 or 1. So a row
 * needs no translation on its way from one database to the other.
 */
export interface Tables {
  readonly people: PeopleTable;
  readonly learners: LearnersTable;
  readonly link_codes: LinkCodesTable;
  readonly ranked: RankedTable;
  readonly skills: SkillsTable;
  readonly places: PlacesTable;
  readonly quizzes: QuizzesTable;
  readonly questions: QuestionsTable;
  readonly attempts: AttemptsTable;
  readonly hints: HintsTable;
  readonly skip_votes: SkipVotesTable;
  readonly scores: ScoresView;
  readonly lessons_seen: LessonsSeenTable;
  readonly lesson_reports: LessonReportsTable;
  readonly kept_texts: KeptTextsTable;
  readonly latest_vectors: LatestVectorsTable;
  readonly installations: InstallationsTable;
  readonly visitors: VisitorsTable;
  readonly exchanges: ExchangesTable;
  readonly jobs: JobsTable;
  readonly migrations: MigrationsTable;
}

/** A database, or a transaction within one. */
export type Database = Kysely<Tables>;

/** Every table that a move carries, those first that others refer to. Jobs are made anew from what these hold. */
export const movedTables = [
  "people",
  "learners",
  "link_codes",
  "ranked",
  "skills",
  "places",
  "quizzes",
  "questions",
  "attempts",
  "hints",
  "skip_votes",
  "lessons_seen",
  "lesson_reports",
  "kept_texts",
  "latest_vectors",
  "installations",
  "visitors",
  "exchanges",
] as const satisfies readonly (keyof Tables)[];

/** Those of them whose rows the database numbers. */
export const numberedTables = [
  "quizzes",
  "questions",
  "attempts",
] as const satisfies readonly (keyof Tables)[];

/** One human being, by the first identity that was met. Linked identities are one person. */
interface PeopleTable {
  id: string;
  settings: string;
  reminded_at: number | null;
}

/** Identities on platforms. */
interface LearnersTable {
  id: string;
  platform: string;
  workspace: string;
  person: string;
  name: string | null;
  met_at: number;
}

/** Short codes by which a second identity joins a person, once both have agreed. */
interface LinkCodesTable {
  code: string;
  learner: string;
  expires_at: number;
  /** Who typed it. */
  joiner: string | null;
  /** 1 once the joiner has agreed to be one person with the learner. */
  agreed: Generated<number>;
  /** How often it was guessed at and missed. */
  tries: Generated<number>;
}

/** Who wants to stand on the leaderboards of a workspace. */
interface RankedTable {
  platform: string;
  workspace: string;
  learner: string;
}

/** What a person can do in one skill, and when it is due. */
interface SkillsTable {
  person: string;
  skill: string;
  platform: string;
  workspace: string;
  record: string;
  due_at: number;
  mastered_at: number | null;
}

/** What was set for a place. */
interface PlacesTable {
  id: string;
  platform: string;
  workspace: string;
  settings: string;
  /** Whose conversation with the tutor it is; null where others may be. */
  learner: string | null;
}

/** Quizzes in places. At most one of a place is not ended. */
interface QuizzesTable {
  id: Generated<number>;
  platform: string;
  workspace: string;
  place: string;
  starter: string;
  settings: string;
  state: string;
  started_at: number;
  ended_at: number | null;
  /** One process at a time moves a quiz on. */
  leased_until: number | null;
}

/** Questions that were posed: what they are is made anew from kind, seed and level. */
interface QuestionsTable {
  id: Generated<number>;
  platform: string;
  workspace: string;
  place: string;
  purpose: string;
  quiz: number | null;
  number: number | null;
  /** The day of a daily question, as 2026-11-24. */
  day: string | null;
  /** Whose question it is alone. */
  learner: string | null;
  kind: string;
  seed: number;
  level: number;
  /** The slips that it is there to tell apart. */
  tells: string | null;
  opened_at: number;
  closes_at: number | null;
  closed_at: number | null;
  /** When its solution was posted. */
  told_at: number | null;
  message: string | null;
}

/** Answers that were marked: one of each learner to each question, and one for each event of a platform. */
interface AttemptsTable {
  id: Generated<number>;
  platform: string;
  workspace: string;
  question: number;
  learner: string;
  event: string;
  outcome: string;
  given: string;
  slips: string;
  hints: number;
  /** 1 for the first right answer to its question. */
  first: number;
  points: number;
  seconds: number;
  at: number;
}

/** How many hints a learner took. */
interface HintsTable {
  question: number;
  learner: string;
  count: number;
}

/** Who wants to skip a question. */
interface SkipVotesTable {
  question: number;
  learner: string;
}

/** The sum of each learner's attempts in each quiz. */
interface ScoresView {
  quiz: number;
  learner: string;
  points: number;
  right: number;
  answered: number;
}

/** Which learner has seen which lesson. */
interface LessonsSeenTable {
  learner: string;
  lesson: string;
  at: number;
}

/** What readers said of a version of a lesson: one report of each reader. */
interface LessonReportsTable {
  workspace: string;
  learner: string;
  lesson: string;
  version: string;
  clear: number;
  text: string | null;
  at: number;
}

/** Texts under keys that are made from them: what buttons do whose codes cannot hold it. */
interface KeptTextsTable {
  key: string;
  workspace: string;
  text: string;
  used_at: number;
  /** Who was answered with them: each keeps the same text for themselves. Empty where nobody asked. */
  learner: string;
}

/** The vectors of the latest answer in each place. */
interface LatestVectorsTable {
  place: string;
  vectors: string;
  at: number;
  /** Who was answered; null where that was not noted. */
  learner: string | null;
}

/** The workspaces in which the tutor is installed. */
interface InstallationsTable {
  workspace: string;
  platform: string;
  bot: string;
  installed_at: number;
  /** What the bot proves there who it is with, readable only with the key of the operator. */
  sealed: string | null;
}

/** Visitors of the page, each with a count of the changes to what they were told. */
interface VisitorsTable {
  learner: string;
  change: number;
  seen_at: number;
}

/** What they asked and were told. */
interface ExchangesTable {
  learner: string;
  id: string;
  /** The change that added it, by which exchanges are in order. */
  added: number;
  change: number;
  asked: string | null;
  html: string;
  pictures: string;
  has_file: number;
  at: number;
}

/** Work for later, where the database has no queue of its own. */
interface JobsTable {
  id: Generated<number>;
  name: string;
  /** Jobs of one name and key are one job. */
  key: string;
  payload: string;
  due_at: number;
  tries: number;
}

/** The steps that have brought this database up to date. */
interface MigrationsTable {
  version: number;
  made_at: number;
}

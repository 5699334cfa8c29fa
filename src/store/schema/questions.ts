import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  pgView,
  primaryKey,
  real,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { belongsTo, belongsWithQuestion, moment, momentOrNone } from "./columns.ts";

const identity = () => bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity();

/** Quizzes in places. At most one of a place is not ended. */
export const quizzes = pgTable("quizzes", {
  id: identity(),
  ...belongsTo(),
  place: text("place").notNull(),
  starter: text("starter").notNull(),
  settings: jsonb("settings").notNull(),
  state: text("state", { enum: ["running", "paused", "ended"] }).notNull(),
  startedAt: moment("started_at"),
  endedAt: momentOrNone("ended_at"),
  /** One process at a time moves a quiz on. */
  leasedUntil: momentOrNone("leased_until"),
});

/** Questions that were posed: what they are is made anew from kind, seed and level. */
export const questions = pgTable(
  "questions",
  {
    id: identity(),
    ...belongsTo(),
    place: text("place").notNull(),
    purpose: text("purpose", { enum: ["quiz", "daily", "practice"] }).notNull(),
    quiz: bigint("quiz", { mode: "number" }),
    /** Which of its quiz, counted from 1. */
    number: integer("number"),
    /** The day of a daily question, as 2026-11-24. */
    day: text("day"),
    /** Whose question it is alone. */
    learner: text("learner"),
    kind: text("kind").notNull(),
    seed: integer("seed").notNull(),
    level: integer("level").notNull(),
    /** The slips that it is there to tell apart. */
    tells: jsonb("tells"),
    openedAt: moment("opened_at"),
    closesAt: momentOrNone("closes_at"),
    closedAt: momentOrNone("closed_at"),
    /** When its solution was posted. */
    toldAt: momentOrNone("told_at"),
    message: text("message"),
  },
  (table) => [
    uniqueIndex("questions_of_quiz").on(table.quiz, table.number),
    uniqueIndex("questions_of_day").on(table.place, table.day),
  ],
);

/** Answers that were marked: one of each learner to each question, and one for each event of a platform. */
export const attempts = pgTable(
  "attempts",
  {
    id: identity(),
    ...belongsTo(),
    question: bigint("question", { mode: "number" }).notNull(),
    learner: text("learner").notNull(),
    event: text("event").notNull(),
    outcome: text("outcome", { enum: ["right", "rounding", "wrong"] }).notNull(),
    given: text("given").notNull(),
    slips: jsonb("slips").notNull(),
    hints: integer("hints").notNull(),
    /** The first right answer to its question. */
    first: boolean("first").notNull(),
    points: integer("points").notNull(),
    seconds: real("seconds").notNull(),
    at: moment("at"),
  },
  (table) => [
    uniqueIndex("attempts_of_event").on(table.event),
    uniqueIndex("attempts_of_learner").on(table.question, table.learner),
    index("attempts_by_learner").on(table.learner, table.at),
    index("attempts_by_workspace").on(table.workspace, table.at),
  ],
);

/** How many hints a learner took. */
export const hints = pgTable(
  "hints",
  {
    question: bigint("question", { mode: "number" }).notNull(),
    learner: text("learner").notNull(),
    ...belongsWithQuestion(),
    count: integer("count").notNull(),
  },
  (table) => [primaryKey({ columns: [table.question, table.learner] })],
);

/** Who wants to skip a question. */
export const skipVotes = pgTable(
  "skip_votes",
  {
    question: bigint("question", { mode: "number" }).notNull(),
    learner: text("learner").notNull(),
    ...belongsWithQuestion(),
  },
  (table) => [primaryKey({ columns: [table.question, table.learner] })],
);

/** The sum of each learner's attempts in each quiz. */
export const scores = pgView("scores", {
  quiz: bigint("quiz", { mode: "number" }).notNull(),
  learner: text("learner").notNull(),
  points: integer("points").notNull(),
  right: integer("right").notNull(),
  answered: integer("answered").notNull(),
}).existing();

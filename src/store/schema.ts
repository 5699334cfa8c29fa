import { boolean, index, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" }).notNull();

/** Texts under keys that are made from them: what buttons do whose codes cannot hold it. */
export const keptTexts = pgTable(
  "kept_texts",
  { key: text("key").primaryKey(), text: text("text").notNull(), usedAt: moment("used_at") },
  (table) => [index("kept_texts_used_at").on(table.usedAt)],
);

/** The vectors of the latest answer in each place. */
export const latestVectors = pgTable("latest_vectors", {
  place: text("place").primaryKey(),
  vectors: text("vectors").notNull(),
  at: moment("at"),
});

/** Which learner has seen which lesson. */
export const lessonsSeen = pgTable(
  "lessons_seen",
  { learner: text("learner").notNull(), lesson: text("lesson").notNull(), at: moment("at") },
  (table) => [primaryKey({ columns: [table.learner, table.lesson] })],
);

/** What readers said of a version of a lesson: one report of each reader. */
export const lessonReports = pgTable(
  "lesson_reports",
  {
    workspace: text("workspace").notNull(),
    learner: text("learner").notNull(),
    lesson: text("lesson").notNull(),
    version: text("version").notNull(),
    clear: boolean("clear").notNull(),
    text: text("text"),
    at: moment("at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspace, table.learner, table.lesson, table.version] }),
    index("lesson_reports_latest").on(table.workspace, table.at),
  ],
);

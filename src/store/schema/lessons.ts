import { boolean, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { belongsToLearner, belongsToPlace, moment } from "./columns.ts";

/** Which learner has seen which lesson. */
export const lessonsSeen = pgTable(
  "lessons_seen",
  {
    learner: text("learner").notNull(),
    ...belongsToLearner("learner"),
    lesson: text("lesson").notNull(),
    at: moment("at"),
  },
  (table) => [primaryKey({ columns: [table.learner, table.lesson] })],
);

/** What readers said of a version of a lesson: one report of each reader. */
export const lessonReports = pgTable(
  "lesson_reports",
  {
    platform: belongsToPlace("workspace").platform,
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

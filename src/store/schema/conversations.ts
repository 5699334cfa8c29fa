import { bigint, boolean, json, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { belongsToLearner, moment } from "./columns.ts";

/** Whoever is at the page, each with a count of the changes to what they were told. */
export const visitors = pgTable("visitors", {
  learner: text("learner").primaryKey(),
  ...belongsToLearner("learner"),
  change: bigint("change", { mode: "number" }).notNull(),
  seenAt: moment("seen_at"),
});

/** What they asked and were told. */
export const exchanges = pgTable(
  "exchanges",
  {
    learner: text("learner").notNull(),
    id: text("id").notNull(),
    ...belongsToLearner("learner"),
    /** The change that added it, by which exchanges are in order. */
    added: bigint("added", { mode: "number" }).notNull(),
    change: bigint("change", { mode: "number" }).notNull(),
    asked: text("asked"),
    html: text("html").notNull(),
    /** Not as jsonb, which refuses signs that learners may type. */
    pictures: json("pictures").notNull(),
    hasFile: boolean("has_file").notNull(),
    at: moment("at"),
  },
  (table) => [primaryKey({ columns: [table.learner, table.id] })],
);

import { index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { belongsTo, belongsToLearner, moment, momentOrNone } from "./columns.ts";

/** One human being, by the first identity that was met. Linked identities are one person. */
export const people = pgTable("people", {
  id: text("id").primaryKey(),
  ...belongsToLearner("id"),
  settings: jsonb("settings").notNull(),
  remindedAt: momentOrNone("reminded_at"),
});

/** Identities on platforms. */
export const learners = pgTable(
  "learners",
  {
    id: text("id").primaryKey(),
    ...belongsTo(),
    person: text("person").notNull(),
    name: text("name"),
    metAt: moment("met_at"),
  },
  (table) => [index("learners_person").on(table.person)],
);

/** Short codes by which a second identity joins a person. */
export const linkCodes = pgTable("link_codes", {
  code: text("code").primaryKey(),
  learner: text("learner").notNull(),
  ...belongsToLearner("learner"),
  expiresAt: moment("expires_at"),
});

/** Who wants to stand on the leaderboards of a workspace. */
export const ranked = pgTable("ranked", { ...belongsTo(), learner: text("learner").notNull() }, (table) => [
  primaryKey({ columns: [table.workspace, table.learner] }),
]);

/** What a person can do in one skill, and when it is due. */
export const skills = pgTable(
  "skills",
  {
    person: text("person").notNull(),
    skill: text("skill").notNull(),
    ...belongsTo(),
    record: jsonb("record").notNull(),
    dueAt: moment("due_at"),
    masteredAt: momentOrNone("mastered_at"),
  },
  (table) => [primaryKey({ columns: [table.person, table.skill] }), index("skills_due").on(table.dueAt)],
);

/** What was set for a place. */
export const places = pgTable("places", {
  id: text("id").primaryKey(),
  ...belongsTo(),
  settings: jsonb("settings").notNull(),
});

import { type SQL, sql } from "drizzle-orm";
import { text, timestamp } from "drizzle-orm/pg-core";

export const momentOrNone = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const moment = (name: string) => momentOrNone(name).notNull();

/** Whose a row is: the platform, and the workspace or server on it. */
export const belongsTo = () => ({
  platform: text("platform").notNull(),
  workspace: text("workspace").notNull(),
});

const platformIn = (id: string): SQL => sql`split_part(${sql.identifier(id)}, ':', 1)`;

/** Whose a row is, worked out by the database from the learner's id in it. */
export const belongsToLearner = (id: string) => ({
  platform: text("platform").notNull().generatedAlwaysAs(platformIn(id)),
  workspace: text("workspace")
    .notNull()
    .generatedAlwaysAs(sql`home_of(${sql.identifier(id)})`),
});

/** Whose a row is, worked out by the database from the place in it. */
export const belongsToPlace = (id: string) => ({
  platform: text("platform").notNull().generatedAlwaysAs(platformIn(id)),
  workspace: text("workspace")
    .notNull()
    .generatedAlwaysAs(sql`split_part(${sql.identifier(id)}, '/', 1)`),
});

/** Whose a row is, filled in by the database: it belongs where its question does. */
export const belongsWithQuestion = () => ({ platform: text("platform"), workspace: text("workspace") });

import { text, timestamp } from "drizzle-orm/pg-core";

export const momentOrNone = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const moment = (name: string) => momentOrNone(name).notNull();

/** Whose a row is: the platform, and the workspace or server on it. */
export const belongsTo = () => ({
  platform: text("platform").notNull(),
  workspace: text("workspace").notNull(),
});

import { pgTable, text } from "drizzle-orm/pg-core";
import { moment } from "./columns.ts";

/** The workspaces in which the tutor is installed. */
export const installations = pgTable("installations", {
  workspace: text("workspace").primaryKey(),
  platform: text("platform").notNull(),
  bot: text("bot").notNull(),
  installedAt: moment("installed_at"),
  sealed: text("sealed"),
});

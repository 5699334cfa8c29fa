import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { belongsToPlace, moment } from "./columns.ts";

/** Texts under keys that are made from them: what buttons do whose codes cannot hold it. */
export const keptTexts = pgTable(
  "kept_texts",
  {
    key: text("key").notNull(),
    platform: belongsToPlace("workspace").platform,
    workspace: text("workspace").notNull(),
    text: text("text").notNull(),
    usedAt: moment("used_at"),
  },
  (table) => [
    primaryKey({ columns: [table.key, table.workspace] }),
    index("kept_texts_used_at").on(table.usedAt),
  ],
);

/** The vectors of the latest answer in each place. */
export const latestVectors = pgTable("latest_vectors", {
  place: text("place").primaryKey(),
  ...belongsToPlace("place"),
  vectors: text("vectors").notNull(),
  at: moment("at"),
});

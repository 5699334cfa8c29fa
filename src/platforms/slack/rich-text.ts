import type { types } from "@slack/bolt";
import { clockTime } from "../../reply/plain-text.ts";
import { type Span, spansOf, type Text } from "../../reply/reply.ts";

/** A run of literal characters with one style, or a moment. */
export type Run = types.RichTextText | types.RichTextLink | types.RichTextDate;

/** The characters of a run; of a moment, those that stand for it where Slack cannot show it. */
export const textOfRun = (run: Run): string => (run.type === "date" ? run.fallback : run.text) ?? "";

/**
 * Prose as rich text. Unlike mrkdwn, rich text is taken literally by Slack: nothing in it can become a mention, a link
 * or a style, whatever a learner typed.
 */
export const toRuns = (text: Text): readonly Run[] =>
  spansOf(text)
    .map(toRun)
    .filter((run) => textOfRun(run) !== "");

const toRun = (span: Span): Run => {
  if (typeof span === "string") return { type: "text", text: span };
  if ("strong" in span) return { type: "text", text: span.strong, style: { bold: true } };
  if ("code" in span) return { type: "text", text: span.code, style: { code: true } };
  if ("until" in span) return toDate(span.until);
  return { type: "text", text: span.formula.plain, style: { code: true } };
};

/** Slack shows the moment by the clock of whoever reads it, with seconds. */
const toDate = (moment: Date): types.RichTextDate => ({
  type: "date",
  timestamp: Math.floor(moment.getTime() / 1_000),
  format: "{time_secs}",
  fallback: clockTime(moment),
});

export const proseBlock = (runs: readonly Run[]): types.RichTextBlock => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [...runs] }],
});

/** Fixed-width lines: a working, a table. */
export const linesBlock = (lines: string): types.RichTextBlock => ({
  type: "rich_text",
  elements: [{ type: "rich_text_preformatted", elements: [{ type: "text", text: lines }] }],
});

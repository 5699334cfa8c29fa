import type { Theme } from "../../reply/picture.ts";

/** Slack tells nobody how a reader has it coloured, and starts light. */
export const suitedTheme: Theme = "light";

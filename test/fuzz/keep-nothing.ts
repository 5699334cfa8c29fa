import { createChoiceCode } from "../../src/commands/choice-code.ts";

/** Codes of choices in a process that keeps none of them. */
export const keepNothing = createChoiceCode({ keepTexts: async () => {}, findText: async () => undefined });

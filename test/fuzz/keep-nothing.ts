import { createChoiceCode } from "../../src/commands/choice-code.ts";

/** Codes of choices in a process that keeps none of them. */
export const keepNothing = createChoiceCode({ keepText: async () => {}, findText: async () => undefined });

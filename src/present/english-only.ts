import { currentLanguage } from "../language.ts";
import { type Block, paragraph } from "../reply/reply.ts";
import { say } from "../say.ts";

/** Lessons and proofs are written in English: in another language, a line that says so. */
export const inEnglishOnly = (): readonly Block[] =>
  currentLanguage() === "en" ? [] : [paragraph(say("So far this text is there in English only."))];

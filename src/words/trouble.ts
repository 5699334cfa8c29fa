import type { NoWords, WordsTrouble } from "../problem.ts";

/** Thrown by what reads a file of vectors, caught by `loadWords`; the message says what is wrong with the content. */
export class WordsError extends Error {
  readonly why: WordsTrouble;
  constructor(why: WordsTrouble, message: string) {
    super(message);
    this.why = why;
  }
}

const remedy: Readonly<Record<WordsTrouble, string>> = {
  missing:
    "Set WORDS_FILE to a file that is there, or leave it empty for the vectors that come with the tutor.",
  unreadable: "Let the tutor read it: check that it is a file, and who may read it.",
  empty: "Fetch or make it again.",
  "cut-short": "Fetch or make it again.",
  damaged: "Fetch or make it again.",
  "other-version": "Make it again with `npm run words`.",
  packed: "Unpack it elsewhere, and name the folder.",
  "not-vectors":
    "WORDS_FILE takes text in word2vec's or GloVe's format (a word and its numbers on each line), or what `npm run words` makes.",
};

/** What went wrong with a file, as a problem; bugs are thrown on. */
export const explainTrouble = (file: string, error: unknown): NoWords => {
  const { why, sentence } = whyOf(error);
  return {
    kind: "no-words",
    why,
    forOperator: `The vectors of words in ${file} cannot be used: ${sentence}. ${remedy[why]}`,
  };
};

const whyOf = (error: unknown): { readonly why: WordsTrouble; readonly sentence: string } => {
  if (error instanceof WordsError) return { why: error.why, sentence: error.message };
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return { why: "missing", sentence: "there is no such file" };
  if (code !== undefined && /^E[A-Z]+$/.test(code))
    return { why: "unreadable", sentence: `it cannot be read (${code})` };
  throw error;
};

import { readFileSync } from "node:fs";
import { decodeWordsNow } from "./decode-words.ts";
import { createEmbeddings, type Embeddings } from "./embeddings.ts";
import { readGroups, type WordGroup } from "./read-groups.ts";

/** The words that questions are posed with, which stay the same whatever WORDS_FILE says. */
export interface QuizWords {
  readonly embeddings: Embeddings;
  readonly groups: readonly WordGroup[];
  /** The group of a word. */
  readonly groupOf: ReadonlyMap<string, WordGroup>;
}

let read: QuizWords | undefined;

/** Reads the words when they are first asked for, and once: some hundred, in a few milliseconds. */
export const quizWords = (): QuizWords => {
  read ??= readNow();
  return read;
};

const readNow = (): QuizWords => {
  const { header, table } = decodeWordsNow(
    readFileSync(new URL("quiz-words.words", import.meta.url)) as Buffer<ArrayBuffer>,
  );
  const groups = readGroups(readFileSync(new URL("quiz-words.txt", import.meta.url), "utf8"));
  return {
    embeddings: createEmbeddings(table, new Map(table.words.map((word, row) => [word, row])), header),
    groups,
    groupOf: new Map(groups.flatMap((group) => group.words.map((word) => [word, group]))),
  };
};

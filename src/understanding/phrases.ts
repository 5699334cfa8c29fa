import { type Language, languages } from "../language.ts";
import { answersIn } from "../tutor/answers.ts";
import type { Part } from "../tutor/markdown.ts";
import talk from "./talk.json" with { type: "json" };
import { withoutQuoted } from "./terms.ts";

/** What one says to a tutor beside questions. */
export const talks = Object.keys(talk) as readonly Talk[];

export type Talk = keyof typeof talk;

/** What a sentence may mean: an answer by its name, or talk. */
export type Meaning = `answer ${string}` | `talk ${Talk}`;

/** A sentence and what it means. */
export interface Phrase {
  readonly meaning: Meaning;
  readonly language: Language;
  readonly text: string;
  /**
   * Where it stands among the phrases of its meaning: the same in each language, as they were translated one by one.
   * Absent where it is no phrase but a sentence of the answer's own text.
   */
  readonly place?: number;
}

/** How many sentences of an answer's text say what it is about. */
const mostSentences = 6;

/** Every phrase of every meaning in every language, and the sentences of the answers. */
export const allPhrases = (): readonly Phrase[] =>
  languages.flatMap((language) => [
    ...answersIn(language).flatMap(({ name, question, phrasings, body }) => {
      const meaning: Meaning = `answer ${name}`;
      return [
        ...[question, ...phrasings].map((text, place) => ({ meaning, language, text, place })),
        ...sentencesOf(body).map((text) => ({ meaning, language, text })),
        ...(language === "en" ? [{ meaning, language, text: name.replace(/[-/]/g, " ") }] : []),
      ];
    }),
    ...talks.flatMap((name) =>
      talk[name][language].flatMap((text, place): readonly Phrase[] => {
        const phrase: Phrase = { meaning: `talk ${name}`, language, text, place };
        const open = withoutQuoted(text);
        return open === text ? [phrase] : [phrase, { ...phrase, text: open }];
      }),
    ),
  ]);

const sentencesOf = (parts: readonly Part[]): readonly string[] =>
  parts
    .flatMap((part) =>
      part.kind === "formula"
        ? []
        : part.words.map((word) => {
            if (typeof word === "string") return word;
            if ("strong" in word) return word.strong;
            if ("formula" in word) return word.formula;
            return "typed" in word ? word.typed : "";
          }),
    )
    .join("")
    .split(/(?<=[.!?:;])\s+/)
    .slice(0, mostSentences);

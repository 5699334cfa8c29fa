import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { type Language, languages } from "../language.ts";
import { type Part, readDocument } from "./markdown.ts";

/** A short text that answers one question, in one language. */
export interface Answer {
  /** Its family and its own name: `dot-product/order`. */
  readonly name: string;
  readonly language: Language;
  readonly question: string;
  /** The question as people type it: terse, chatty, misspelt, formal. */
  readonly phrasings: readonly string[];
  /** Its first sentence is the answer. */
  readonly body: readonly Part[];
  /** What holds of any vectors a, b, …, shown with the learner's latest where there are some. */
  readonly example: readonly Part[];
  /** The vectors of the example where the learner has none of their own; empty where it needs none. */
  readonly vectors: string;
  /** Whether the example holds for its own vectors only. */
  readonly isFixed: boolean;
  /** Further names in the text and what they stand for. */
  readonly where: Readonly<Record<string, string>>;
  /** What to go on with, as one types it: `/explain softmax`. */
  readonly next: readonly string[];
}

const phrased = z.strictObject({
  question: z.string().max(100),
  phrasings: z.array(z.string().min(2).max(120)).min(8),
});

/** What an English file says for all languages. */
const shared = phrased.extend({
  next: z.array(z.string().startsWith("/")).min(1).max(4),
  vectors: z.string().default(""),
  fixed: z.boolean().default(false),
  where: z.record(z.string(), z.string()).default({}),
});

const folderOf = (language: Language): string => join(import.meta.dirname, "answers", language);

const known = new Map<Language, readonly Answer[]>();

/** Every answer in a language. Read from their files at the first call. */
export const answersIn = (language: Language): readonly Answer[] => {
  const answers = known.get(language) ?? namesOf(language).map((name) => readAnswer(name, language));
  known.set(language, answers);
  return answers;
};

const single = new Map<string, Answer>();

/** The answer of that name, if there is one: its file alone is read. */
export const answerNamed = (name: string, language: Language): Answer | undefined => {
  if (!/^[a-z-]+\/[a-z0-9-]+$/.test(name) || !existsSync(join(folderOf("en"), `${name}.md`)))
    return undefined;
  const key = `${language} ${name}`;
  const answer = single.get(key) ?? readAnswer(name, language);
  single.set(key, answer);
  return answer;
};

const namesOf = (language: Language): readonly string[] =>
  readdirSync(folderOf(language), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: family }) =>
      readdirSync(join(folderOf(language), family))
        .filter((file) => file.endsWith(".md"))
        .map((file) => `${family}/${file.slice(0, -3)}`),
    )
    .toSorted();

/** Throws where a file is not as answers are: a mistake of its author. */
const readAnswer = (name: string, language: Language): Answer => {
  const { front, opening, sections } = readDocument(textOf(name, language));
  const english = language === "en" ? front : readDocument(textOf(name, "en")).front;
  const { question, phrasings } = (language === "en" ? shared : phrased).parse(front);
  const { next, vectors, fixed, where } = shared.parse(english);
  const [example, ...others] = sections;
  if (others.length > 0 || (example !== undefined && example.heading !== "Example"))
    throw new SyntaxError(`The answer ${name} has a section other than “Example”`);
  return {
    name,
    language,
    question,
    phrasings,
    body: opening,
    example: example?.parts ?? [],
    vectors,
    isFixed: fixed,
    where,
    next,
  };
};

const textOf = (name: string, language: Language): string => {
  const file = join(folderOf(language), `${name}.md`);
  if (!existsSync(file)) throw new SyntaxError(`The answer ${name} is missing in “${language}”`);
  return readFileSync(file, "utf8");
};

/** Every answer in every language. */
export const answers = (): readonly Answer[] => languages.flatMap(answersIn);

import { createHash } from "node:crypto";
import * as z from "zod";
import { type Part, readDocument, readWords, type Words } from "./markdown.ts";

/** Where a fact is from. */
export interface Source {
  readonly title: string;
  readonly author: string;
  readonly date: string;
  readonly link: string;
}

/** What a picture of a lesson's vectors shows. */
export const pictureKinds = ["plot", "contributions", "weights", "scale", "attention"] as const;

export type PictureKind = (typeof pictureKinds)[number];

/** One topic, explained. Its formulas are about the vectors a, b, c, … which a learner may replace by their own. */
export interface Lesson {
  /** The name of its file. */
  readonly name: string;
  readonly title: string;
  /** In at most 75 characters, so that it fits under a menu's entry. */
  readonly summary: string;
  readonly aliases: readonly string[];
  /** Questions that it answers. */
  readonly asks: readonly string[];
  /** Names of the lessons to read before and after. */
  readonly prerequisites: readonly string[];
  readonly next: readonly string[];
  readonly body: readonly Part[];
  /** What stands behind "Tell me more". */
  readonly more: readonly Part[];
  /** A command and what follows it. Its vectors are a, b, c, … in the text. */
  readonly example: { readonly command: string; readonly line: string };
  /** What is asked about real words, as `/similar` takes it. */
  readonly words?: string;
  /** Further names in the text and what they stand for. */
  readonly where: Readonly<Record<string, string>>;
  readonly picture: { readonly kind: PictureKind; readonly alt: Words };
  readonly check: { readonly question: Words; readonly answer: Words };
  /** The section of the article that it follows; absent where it goes beyond it. */
  readonly section?: string;
  readonly further: readonly Source[];
  /** Changes with the text. */
  readonly version: string;
}

const names = z.array(z.string().regex(/^[a-z0-9-]+$/));

/** What each language says in its own words. */
const said = z.strictObject({
  title: z.string().max(60),
  summary: z.string().max(75),
  aliases: z.array(z.string()),
  asks: z.array(z.string()).min(1),
  alt: z.string(),
});

/** What the English file says for all languages. */
const front = said.extend({
  prerequisites: names,
  next: names,
  section: z.string().optional(),
  example: z.string().regex(/^[a-z]+ .+$/),
  words: z.string().optional(),
  where: z.record(z.string(), z.string()).default({}),
  picture: z.enum(pictureKinds),
  further: z
    .array(z.strictObject({ title: z.string(), author: z.string(), date: z.string(), link: z.url() }))
    .default([]),
});

/**
 * Reads a lesson from its file in English, or from another language's, beside the English one. Throws where a file is
 * not as lessons are: a mistake of its author.
 */
export const readLesson = (name: string, english: string, other?: string): Lesson => {
  const text = other ?? english;
  const { front: unchecked, opening, sections } = readDocument(text);
  const { example, picture, alt, section, words, ...described } = {
    ...front.parse(readDocument(english).front),
    ...(other === undefined ? {} : said.parse(unchecked)),
  };
  const [, command, line] = /^(\S+) (.+)$/.exec(example)!;
  const partsUnder = (heading: string): readonly Part[] => {
    const found = sections.find((each) => each.heading === heading);
    if (found === undefined) throw new SyntaxError(`The lesson ${name} has no section “${heading}”`);
    return found.parts;
  };
  const [question, answer] = partsUnder("Check");
  if (question?.kind !== "paragraph" || answer?.kind !== "quote")
    throw new SyntaxError(`The lesson ${name} needs a question and its answer as a quotation under “Check”`);
  return {
    name,
    ...described,
    ...(section === undefined ? {} : { section }),
    ...(words === undefined ? {} : { words }),
    body: opening,
    more: partsUnder("More"),
    example: { command: command!, line: line! },
    picture: { kind: picture, alt: readWords(alt) },
    check: { question: question.words, answer: answer.words },
    version: createHash("sha256").update(text).digest("hex").slice(0, 8),
  };
};

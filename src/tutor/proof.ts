import * as z from "zod";
import { type Part, readDocument, type Words } from "./markdown.ts";

/** One line of a proof and what leads to it. */
export interface ProofStep {
  readonly title: string;
  /** A question that helps to find the step oneself. */
  readonly hint: Words;
  /** What the step claims, as `readFormula` reads it. */
  readonly claims: readonly string[];
  /** Why it follows, in a sentence or two. */
  readonly reason: readonly Part[];
  /** The same at greater length, for who asks. */
  readonly why: readonly Part[];
}

/** A proof about two vectors a and b with a direction, to be walked step by step. */
export interface Proof {
  /** The name of its file. */
  readonly name: string;
  readonly title: string;
  /** In at most 75 characters. */
  readonly summary: string;
  readonly aliases: readonly string[];
  /** Names in its formulas and what they stand for. */
  readonly where: Readonly<Record<string, string>>;
  /** What is taken for granted, and the idea. */
  readonly opening: readonly Part[];
  readonly steps: readonly ProofStep[];
}

/** What each language says in its own words. */
const said = z.strictObject({
  title: z.string().max(60),
  summary: z.string().max(75),
  aliases: z.array(z.string()),
});

/** What the English file says for all languages. */
const front = said.extend({ where: z.record(z.string(), z.string()) });

/**
 * Reads a proof from its file in English, or from another language's, beside the English one: steps, each followed by
 * its “Why”. Throws on a mistake of its author.
 */
export const readProof = (name: string, english: string, other?: string): Proof => {
  const { front: unchecked, opening, sections } = readDocument(other ?? english);
  const described = {
    ...front.parse(readDocument(english).front),
    ...(other === undefined ? {} : said.parse(unchecked)),
  };
  const steps = sections.flatMap(({ heading, parts }, i): readonly ProofStep[] => {
    if (heading === "Why") return [];
    const [hint, ...rest] = parts;
    const why = sections[i + 1];
    if (hint?.kind !== "quote" || why?.heading !== "Why")
      throw new SyntaxError(`“${heading}” in ${name} needs a hint as a quotation, and a “Why” behind it`);
    const claims = rest.flatMap((part) => (part.kind === "formula" ? [part.formula] : []));
    const reason = rest.filter(({ kind }) => kind !== "formula");
    return [{ title: heading, hint: hint.words, claims, reason, why: why.parts }];
  });
  return { name, ...described, opening, steps };
};

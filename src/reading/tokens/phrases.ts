import { purposes } from "../reading.ts";
import { type Measure, measures, operations, type Qualifiers, signs, verdicts } from "../tree.ts";
import de from "../words/de.json" with { type: "json" };
import en from "../words/en.json" with { type: "json" };
import es from "../words/es.json" with { type: "json" };
import type { Join, Meaning, NamedOperation } from "./meaning.ts";
import { joins, qualifierWords } from "./meaning.ts";

/** A file of words: each part has lists of phrases by what they mean. */
type Words = Readonly<Record<string, readonly string[] | Readonly<Record<string, readonly string[]>>>>;

const languages: readonly Words[] = [en, de, es];

/** A phrase and what it means, as words in lower case. */
interface Phrase {
  readonly words: readonly string[];
  readonly meaning: Meaning;
}

/** A word as phrases have it: in lower case, "L_1" as "l1". */
export const plainWord = (word: string): string =>
  word
    .toLowerCase()
    .replace("_", "")
    .replace(/[’‘`´]/g, "'");

const member = <T extends string>(known: readonly T[], name: string, part: string): T => {
  const found = known.find((each) => each === name);
  if (found === undefined) throw new TypeError(`There is no “${name}” among the ${part} of words`);
  return found;
};

/** "distance measure=manhattan squared" as an operation with its qualifiers. */
export const parseOperation = (key: string): NamedOperation => {
  const [name = "", ...settings] = key.split(" ");
  let qualifiers: Qualifiers = {};
  let reversedAt: Join | undefined;
  for (const setting of settings) {
    const [what, value = ""] = setting.split("=");
    if (what === "measure")
      qualifiers = { ...qualifiers, measure: member<Measure>(measures, value, "measures") };
    else if (what === "squared") qualifiers = { ...qualifiers, squared: true };
    else if (what === "unit")
      qualifiers = { ...qualifiers, unit: member(["degrees", "radians"] as const, value, "units") };
    else if (what === "reversed-at") reversedAt = member(joins, value, "joins");
    else throw new TypeError(`“${setting}” qualifies no operation`);
  }
  const operation = member(operations, name, "operations");
  return { operation, qualifiers, ...(reversedAt === undefined ? {} : { reversedAt }) };
};

/** How each part of a file is read: from the key of a list to a meaning. */
const parts: Readonly<Record<string, (key: string) => Meaning>> = {
  operations: (key) => ({ operation: parseOperation(key) }),
  refused: (key) => ({ refused: key }),
  verdicts: (key) => ({ verdict: member(verdicts, key, "verdicts") }),
  signs: (key) => ({ sign: member([...signs, ...operations], key, "signs") }),
  powers: (key) => ({ power: key }),
  joins: (key) => ({ joins: [member(joins, key, "joins")] }),
  where: () => ({ where: true }),
  qualifiers: (key) => ({ qualifier: member(qualifierWords, key, "qualifiers") }),
  weighted: () => ({ weighted: true }),
  units: (key) => ({ unit: member(["degrees", "radians"] as const, key, "units") }),
  resultUnits: (key) => ({ resultUnit: member(["degrees", "radians"] as const, key, "units") }),
  is: () => ({ is: true }),
  asks: (key) => ({ ask: member(purposes, key, "asks") }),
  maybe: () => ({ maybe: true }),
  points: () => ({ points: true }),
  articles: () => ({ article: true }),
  courtesies: () => ({ courtesy: true }),
};

const gather = (): ReadonlyMap<string, readonly Phrase[]> => {
  const meanings = new Map<string, Meaning>();
  const add = (phrase: string, meaning: Meaning) => {
    const key = phrase.split(/[ -]/).map(plainWord).join(" ");
    const known = meanings.get(key) ?? {};
    const all = [...(known.joins ?? []), ...(meaning.joins ?? [])];
    meanings.set(key, { ...known, ...meaning, ...(all.length === 0 ? {} : { joins: [...new Set(all)] }) });
  };
  for (const words of languages)
    for (const [part, lists] of Object.entries(words)) {
      const parse = parts[part];
      if (parse === undefined) throw new TypeError(`“${part}” is no part of a file of words`);
      const named = Array.isArray(lists) ? { "": lists } : lists;
      for (const [key, phrases] of Object.entries(named) as [string, readonly string[]][])
        for (const phrase of phrases) add(phrase, parse(key));
    }
  const phrases = [...meanings].map(([key, meaning]): Phrase => ({ words: key.split(" "), meaning }));
  const byFirst = Map.groupBy(phrases, ({ words }) => words[0]!);
  for (const list of byFirst.values()) list.sort((x, y) => y.words.length - x.words.length);
  return byFirst;
};

const byFirstWord = gather();

/** The longest phrase that begins here; `wordAt` gives the words that follow one another. */
export const findPhrase = (
  first: string,
  wordAt: (index: number) => string | undefined,
): { readonly length: number; readonly meaning: Meaning } | undefined => {
  for (const { words, meaning } of byFirstWord.get(first) ?? none)
    if (words.every((word, i) => i === 0 || word === wordAt(i))) return { length: words.length, meaning };
  return undefined;
};

const none: readonly Phrase[] = [];

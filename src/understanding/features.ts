import { inEachLanguage, type Language } from "../language.ts";
import concepts from "./concepts.json" with { type: "json" };
import { stemOf, termsOf } from "./terms.ts";

/** The kinds of features, each with its share in a sentence's length. */
export const shares = { stem: 1, concept: 1, stems: 0.5, concepts: 0.5 } as const;

export type FeatureKind = keyof typeof shares;

export interface Feature {
  readonly kind: FeatureKind;
  readonly name: string;
}

/** How far apart two words, or two concepts, may stand to count as a pair. */
const [stemsApart, conceptsApart] = [4, 5];

/** The longest name of a concept, in words. */
const longestName = 3;

type Names = Readonly<Record<Language, ReadonlyMap<string, readonly string[]>>>;

let known: Names | undefined;

/** The concepts that a run of stems names. Made with the first sentence: who sends numbers does not wait for it. */
const named = (): Names => {
  known ??= inEachLanguage((language) => {
    const made = new Map<string, readonly string[]>();
    for (const [concept, names] of Object.entries(concepts))
      for (const name of names[language]) {
        const key = termsOf(name)
          .map((word) => stemOf(word, language))
          .join(" ");
        made.set(key, [...new Set([...(made.get(key) ?? []), concept])]);
      }
    return made;
  });
  return known;
};

/** The words by which concepts go in a language. */
export const wordsOfConcepts = (language: Language): readonly string[] =>
  Object.values(concepts).flatMap((names) => names[language].flatMap(termsOf));

interface Placed {
  readonly concept: string;
  readonly at: number;
}

const conceptsIn = (stems: readonly string[], language: Language): readonly Placed[] =>
  stems.flatMap((_, at) =>
    Array.from({ length: Math.min(longestName, stems.length - at) }, (_, more) =>
      stems.slice(at, at + more + 1).join(" "),
    ).flatMap((key) =>
      (named()[language].get(key) ?? named().en.get(key) ?? []).map((concept) => ({ concept, at })),
    ),
  );

const pair = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/**
 * What tells one sentence from another: its stems, the concepts that they name whatever the language, and which of them
 * stand near one another, in any order.
 */
export const featuresOf = (terms: readonly string[], language: Language): readonly Feature[] => {
  const stems = terms.map((word) => stemOf(word, language));
  const placed = conceptsIn(stems, language);
  const found: Readonly<Record<FeatureKind, readonly string[]>> = {
    stem: stems,
    concept: placed.map(({ concept }) => concept),
    stems: stems.flatMap((one, i) =>
      stems
        .slice(i + 1, i + 1 + stemsApart)
        .filter((other) => other !== one)
        .map((other) => pair(one, other)),
    ),
    concepts: placed.flatMap(({ concept: one, at }) =>
      placed
        .filter(
          ({ concept: other, at: there }) =>
            there !== at && one < other && Math.abs(there - at) <= conceptsApart,
        )
        .map(({ concept: other }) => pair(one, other)),
    ),
  };
  return (Object.keys(found) as FeatureKind[]).flatMap((kind) =>
    [...new Set(found[kind])].map((name) => ({ kind, name })),
  );
};

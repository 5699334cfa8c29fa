import { say, sayList } from "../../../say.ts";
import {
  aboutFigures,
  figure,
  figuresIn,
  mostBy,
  placeOf,
  type WordPair,
  workedOut,
} from "../facts/word-figures.ts";
import { inWords, type Phrased, type WrongPhrase } from "./phrased.ts";

/** Slips in judging pairs of words by their figures. */
export type WordPairSlip =
  | "dot-product-taken-for-cosine"
  | "length-taken-for-similarity"
  | "one-norm-forgotten"
  | "norms-added"
  | "long-vectors-distrusted"
  | "components-demanded";

type Wrong = Partial<Record<WordPairSlip, WrongPhrase>>;

/** ‖a‖‖b‖ */
export const product = ({ norms: [a, b] }: WordPair): number => a * b;

const commonness = ({ words: [a, b] }: WordPair): number => -(placeOf(a) + placeOf(b));

/** A slip that takes a wrong figure for similarity. */
export type FigureSlip = Exclude<WordPairSlip, "components-demanded">;

/** What each takes for similarity. */
const takes: Readonly<Record<FigureSlip, (pair: WordPair) => number>> = {
  "dot-product-taken-for-cosine": ({ dot }) => dot,
  "length-taken-for-similarity": product,
  "long-vectors-distrusted": (pair) => -product(pair),
  "one-norm-forgotten": ({ dot, norms: [a] }) => dot / a,
  "norms-added": ({ dot, norms: [a, b] }) => dot / (a + b),
};

/** Whether one of some slips leads to a pair rather than to any of the others. */
export const isTaken = (pair: WordPair, others: readonly WordPair[], names: readonly FigureSlip[]): boolean =>
  names.some((name) => others.every((other) => takes[name](pair) > takes[name](other)));

/** “car and truck”, as in an answer. */
export const named = ({ words }: WordPair): string => sayList(words);

/** Which pair each of some wrong turns takes for the most similar. */
export const wrongTurns = (
  pairs: readonly WordPair[],
  names: readonly FigureSlip[],
  phraseOf: (pair: WordPair) => string,
): Wrong => {
  const turn = (name: FigureSlip, advice: (pair: WordPair) => string): Wrong => {
    const taken = names.includes(name) ? mostBy(pairs, takes[name]) : undefined;
    return taken === undefined ? {} : { [name]: [phraseOf(taken), [advice(taken)]] };
  };
  const areTwo = pairs.length === 2;
  return {
    ...turn("dot-product-taken-for-cosine", (pair) =>
      say(
        areTwo
          ? "The dot product of {pair} is the larger, but long vectors make it so. Divide by both norms first."
          : "The dot product of {pair} is the largest, but long vectors make it so. Divide by both norms first.",
        { pair: named(pair) },
      ),
    ),
    ...turn("length-taken-for-similarity", (pair) =>
      say(
        areTwo
          ? "The norms of {pair} multiply to the larger number. That is just what a cosine divides out."
          : "The norms of {pair} multiply to the largest number. That is just what a cosine divides out.",
        { pair: named(pair) },
      ),
    ),
    ...turn("long-vectors-distrusted", (pair) =>
      say(
        areTwo
          ? "The norms of {pair} multiply to the smaller number. That alone does not make them more similar: divide, then compare."
          : "The norms of {pair} multiply to the smallest number. That alone does not make them more similar: divide, then compare.",
        { pair: named(pair) },
      ),
    ),
    ...turn("one-norm-forgotten", () =>
      say("It comes out so if you divide by the first norm only. A cosine is divided by both."),
    ),
    ...turn("norms-added", () =>
      say("It comes out so if you divide by the sum of the norms. Multiply the two norms instead."),
    ),
  };
};

/** What a question tells of a pair. */
export const told = (pair: WordPair): string => {
  const [a, b] = pair.words;
  return say("{a}·{b} = {dot} with ‖{a}‖ = {first} and ‖{b}‖ = {second}", {
    a,
    b,
    dot: figure(pair.dot),
    first: figure(pair.norms[0]),
    second: figure(pair.norms[1]),
  });
};

/** The cosine of each pair, the largest first. */
export const cosines = (pairs: readonly WordPair[]): string =>
  figuresIn(
    pairs
      .toSorted((x, y) => y.cosine - x.cosine)
      .map((pair) => say("{cosine} for {pair}", { cosine: figure(pair.cosine), pair: named(pair) })),
  );

/** The cosines worked out, and whether the dot product agrees. */
export const solve = (pairs: readonly WordPair[], best: WordPair, byDot: WordPair) =>
  inWords(
    [[say("The cosines:"), ...pairs.map(workedOut)].join("\n")],
    [say(aboutFigures)],
    best === byDot
      ? [say("Here dot product and cosine agree: {pair} are ahead in both.", { pair: named(best) })]
      : [
          say("By the dot product {pair} are ahead, since their norms multiply to more.", {
            pair: named(byDot),
          }),
          ...(commonness(byDot) > commonness(best)
            ? [
                " ",
                say(
                  "Common words tend to have longer vectors in this set, so the plain dot product favours them.",
                ),
              ]
            : []),
        ],
  );

const multiplied = (pair: WordPair): string => {
  const [a, b] = pair.words;
  return say("about {product} for {a}·{b}", { product: Math.round(product(pair)), a, b });
};

/** The way to the cosines, in three steps. */
export const hints = (pairs: readonly WordPair[]): Phrased<WordPairSlip>["hints"] => [
  [say("A cosine is the dot product divided by both norms. So what do long vectors do to a dot product?")],
  [say("Multiply the two norms of each pair, roughly. Then see what share of that the dot product is.")],
  [say("Multiplied, the norms come to {products}.", { products: sayList(pairs.map(multiplied)) })],
];

import type { Random } from "../../../random.ts";
import { quizWords } from "../../../words/quiz-words.ts";
import { drawUntil } from "../facts/draw.ts";
import {
  aboutFigures,
  figure,
  mostBy,
  pairOf,
  placeOf,
  type WordPair,
  workedOut,
  worksOut,
} from "../facts/word-figures.ts";
import { inWords, type Phrased, type WrongPhrase } from "./phrased.ts";

/** Slips in judging pairs of words by their figures. */
export type WordPairSlip =
  | "dot-product-taken-for-cosine"
  | "length-taken-for-similarity"
  | "one-norm-forgotten"
  | "norms-added"
  | "long-vectors-distrusted"
  | "common-taken-for-close"
  | "components-demanded";

type Wrong = Partial<Record<WordPairSlip, WrongPhrase>>;

/** How far apart dot products must lie. */
const dotMargin = 1;

const product = ({ norms: [a, b] }: WordPair): number => a * b;

const commonness = ({ words: [a, b] }: WordPair): number => -(placeOf(a) + placeOf(b));

const byFirstNorm = ({ dot, norms: [a] }: WordPair): number => dot / a;

const bySum = ({ dot, norms: [a, b] }: WordPair): number => dot / (a + b);

const named = ({ words }: WordPair): string => words.join(" and ");

let every: readonly WordPair[] | undefined;

/** All pairs of words of one group whose shown figures lead to the shown cosine. */
const allPairs = (): readonly WordPair[] => {
  every ??= quizWords()
    .groups.flatMap(({ words }) =>
      words.flatMap((word, i) => words.slice(i + 1).map((other) => pairOf(word, other))),
    )
    .filter((pair) => pair.dot > 0 && worksOut(pair));
  return every;
};

const shareNoWord = (one: WordPair, other: WordPair): boolean =>
  !one.words.some((word) => other.words.includes(word));

/** Which pair each wrong turn takes for the most similar. */
const wrongTurns = (pairs: readonly WordPair[], phraseOf: (pair: WordPair) => string): Wrong => {
  const turn = (
    name: WordPairSlip,
    value: (pair: WordPair) => number,
    advice: (pair: WordPair) => string,
  ): Wrong => {
    const taken = mostBy(pairs, value);
    return taken === undefined ? {} : { [name]: [phraseOf(taken), [advice(taken)]] };
  };
  return {
    ...turn(
      "dot-product-taken-for-cosine",
      ({ dot }) => dot,
      (pair) =>
        `The dot product of ${named(pair)} is the largest, but their vectors are long. Divide by both norms first.`,
    ),
    ...turn(
      "length-taken-for-similarity",
      product,
      (pair) => `The vectors of ${named(pair)} are the longest. Length is just what a cosine divides out.`,
    ),
    ...turn(
      "long-vectors-distrusted",
      (pair) => -product(pair),
      (pair) =>
        `The vectors of ${named(pair)} are the shortest. That alone does not make words more similar: divide, then compare.`,
    ),
    ...turn(
      "one-norm-forgotten",
      byFirstNorm,
      () => "It comes out so if you divide by the first norm only. A cosine is divided by both.",
    ),
    ...turn(
      "norms-added",
      bySum,
      () => "It comes out so if you divide by the sum of the norms. Multiply the two norms instead.",
    ),
    ...turn(
      "common-taken-for-close",
      commonness,
      (pair) =>
        `${pair.words.map((word) => `“${word}”`).join(" and ")} are the commoner words. How common words are does not bring them closer.`,
    ),
  };
};

const told = (pair: WordPair): string => {
  const [a, b] = pair.words;
  return `${a}·${b} = ${figure(pair.dot)} with ‖${a}‖ = ${figure(pair.norms[0])} and ‖${b}‖ = ${figure(pair.norms[1])}`;
};

const cosines = (pairs: readonly WordPair[]): string =>
  pairs
    .toSorted((x, y) => y.cosine - x.cosine)
    .map((pair) => `${figure(pair.cosine)} for ${named(pair)}`)
    .join(", ");

const solve = (pairs: readonly WordPair[], best: WordPair, byDot: WordPair) =>
  inWords(
    [["The cosines:", ...pairs.map(workedOut)].join("\n")],
    [aboutFigures],
    [
      best === byDot
        ? `Here dot product and cosine agree: ${named(best)} are ahead in both.`
        : `By the dot product ${named(byDot)} are ahead, since their vectors are longer.${
            commonness(byDot) > commonness(best)
              ? " Common words tend to have longer vectors in this set, so the plain dot product favours them."
              : ""
          }`,
    ],
  );

const hints = (pairs: readonly WordPair[]): Phrased<WordPairSlip>["hints"] => [
  ["A cosine is the dot product divided by both norms. So what do long vectors do to a dot product?"],
  ["Multiply the two norms of each pair, roughly. Then see what share of that the dot product is."],
  [
    `The norms multiply to ${pairs.map((pair) => `about ${Math.round(product(pair))} for ${named(pair)}`).join(", and ")}.`,
  ],
];

/** Whether a pair would be ahead of the best by a wrong division. */
const misleads = (best: WordPair, other: WordPair): boolean =>
  [byFirstNorm, bySum].some((value) => value(other) > value(best));

/** Whether the pair with the larger dot product is the more similar one, too. */
export const largerDot = (random: Random, margin: number, trap: boolean): Phrased<WordPairSlip> => {
  // Either answer is right in half of the questions.
  const agrees = random.whole(0, 1) === 1;
  return drawUntil(() => {
    const best = random.pick(allPairs());
    const others = allPairs().filter(
      (pair) =>
        best.cosine - pair.cosine >= margin &&
        (agrees ? best.dot - pair.dot : pair.dot - best.dot) >= dotMargin &&
        shareNoWord(best, pair) &&
        (!trap || misleads(best, pair)),
    );
    if (others.length === 0) return undefined;
    const other = random.pick(others);
    const pairs = random.shuffle([best, other]);
    const more = agrees ? best : other;
    const phraseOf = (pair: WordPair): string =>
      `${pair === more ? "yes" : "no"}: ${named(pair)} are more similar`;
    const wrong = wrongTurns(pairs, phraseOf);
    const leads = (...names: readonly WordPairSlip[]) =>
      names.some((name) => wrong[name]?.[0] === phraseOf(other));
    if (!leads("dot-product-taken-for-cosine", "length-taken-for-similarity", "long-vectors-distrusted"))
      return undefined;
    return {
      prompt: [
        `From GloVe’s vectors: ${pairs.map(told).join("; ")}. Does the larger dot product mean more similar here, by cosine?`,
      ],
      right: phraseOf(best),
      wrong: {
        ...wrong,
        "components-demanded": [
          "one cannot tell without all components",
          [
            "A cosine needs the components only for the dot product and the norms, and you have all of these.",
          ],
        ],
      },
      hints: hints(pairs),
      because: [`The cosine is ${cosines(pairs)}.`],
      solve: solve(pairs, best, more),
    };
  });
};

/** Which of three pairs is the most similar, where the largest dot product is another pair’s. */
export const bestOfThree = (random: Random): Phrased<WordPairSlip> =>
  drawUntil(() => {
    const best = random.pick(allPairs());
    const less = allPairs().filter((pair) => best.cosine - pair.cosine >= 0.08 && shareNoWord(best, pair));
    const longer = less.filter((pair) => pair.dot - best.dot >= dotMargin);
    if (longer.length === 0) return undefined;
    const [byDot, third] = [random.pick(longer), random.pick(less)];
    if (byDot.dot - third.dot < dotMargin || !shareNoWord(byDot, third)) return undefined;
    const pairs = random.shuffle([best, byDot, third]);
    const wrong = wrongTurns(pairs, named);
    if (!Object.values(wrong).some(([phrase]) => phrase === named(third))) return undefined;
    return {
      prompt: [
        `From GloVe’s vectors: ${pairs.map(told).join("; ")}. Which pair is the most similar by cosine?`,
      ],
      right: named(best),
      wrong,
      hints: hints(pairs),
      because: [`The cosine is ${cosines(pairs)}.`],
      solve: solve(pairs, best, byDot),
    };
  });

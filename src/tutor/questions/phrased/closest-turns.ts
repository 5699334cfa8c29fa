import { spellingGap } from "../facts/draw-words.ts";
import {
  aboutFigures,
  cosineOf,
  figure,
  mostBy,
  pairOf,
  placeOf,
  quoted,
  workedOut,
} from "../facts/word-figures.ts";
import { inWords, type WrongPhrase } from "./phrased.ts";

/** Slips in choosing the word closest to another. */
export type ClosestSlip =
  | "spelling-taken-for-meaning"
  | "letters-counted"
  | "common-taken-for-close"
  | "related-taken-for-closest"
  | "question-turned-round"
  | "dot-product-taken-for-cosine"
  | "length-taken-for-similarity";

/** Where they lead. */
export type Wrong = Partial<Record<ClosestSlip, WrongPhrase>>;

/** What was drawn: a word, and the words to choose from. */
export interface Drawn {
  readonly target: string;
  readonly right: string;
  readonly all: readonly string[];
}

/** Where the slips lead that need no figures. */
export const wrongTurns = ({ target, right, all }: Drawn): Wrong => {
  const alike = mostBy(all, (word) => -spellingGap(target, word));
  const sameLength = all.filter((word) => word.length === target.length);
  const commonest = mostBy(all, (word) => -placeOf(word))!;
  const lowest = mostBy(all, (word) => -cosineOf(target, word));
  const second = mostBy(
    all.filter((word) => word !== right),
    (word) => cosineOf(target, word),
  );
  return {
    ...(alike !== undefined &&
      spellingGap(target, alike) <= 0.5 && {
        "spelling-taken-for-meaning": [
          alike,
          [`${quoted(alike)} only looks like ${quoted(target)}. What counts is how a word is used.`],
        ],
      }),
    ...(sameLength.length === 1 && {
      "letters-counted": [
        sameLength[0]!,
        [
          `Both words have ${target.length} letters. But here each word has 100 components, however long it is.`,
        ],
      ],
    }),
    "common-taken-for-close": [
      commonest,
      [
        `${quoted(commonest)} is the commonest of these words. How common a word is does not bring it closer.`,
      ],
    ],
    ...(second !== undefined &&
      cosineOf(target, second) >= 0.35 && {
        "related-taken-for-closest": [
          second,
          [
            `${quoted(second)} is not far off, with a cosine of ${figure(cosineOf(target, second))}. Still, another word is closer.`,
          ],
        ],
      }),
    ...(lowest !== undefined && {
      "question-turned-round": [
        lowest,
        [
          `${quoted(lowest)} is the least similar of all, with a cosine of ${figure(cosineOf(target, lowest))}. The closest has the largest.`,
        ],
      ],
    }),
  };
};

/** Whether every wrong word is reached by a slip. */
export const covers = (wrong: Wrong, { all, right }: Drawn): boolean =>
  all.every((word) => word === right || Object.values(wrong).some(([phrase]) => phrase === word));

/** The cosines worked out, and what the plain dot product would say. */
export const solve = ({ target, all }: Drawn) => {
  const pairs = all.map((word) => pairOf(target, word)).toSorted((x, y) => y.cosine - x.cosine);
  const [first] = pairs;
  const byDot = mostBy(pairs, ({ dot }) => dot);
  const [, favoured] = byDot?.words ?? [];
  return inWords(
    [["The cosines:", ...pairs.map(workedOut)].join("\n")],
    [aboutFigures],
    ...(favoured === undefined || byDot === first
      ? []
      : [
          [
            `By the plain dot product ${quoted(favoured)} would win, as its vector is longer.${
              placeOf(favoured) < placeOf(first!.words[1])
                ? " Common words tend to have longer vectors in this set, and it is the commoner word."
                : ""
            }`,
          ],
        ]),
  );
};

/** One line why the right word is closest. */
export const because = ({ target, right, all }: Drawn): string => {
  const next = mostBy(
    all.filter((word) => word !== right),
    (word) => cosineOf(target, word),
  )!;
  return `The cosine of ${quoted(target)} and ${quoted(right)} is ${figure(cosineOf(target, right))}. Next comes ${quoted(next)} with ${figure(cosineOf(target, next))}.`;
};

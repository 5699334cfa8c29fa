import type { Random } from "../../../random.ts";
import { quizWords } from "../../../words/quiz-words.ts";
import { drawUntil } from "../facts/draw.ts";
import { anyWord, groupMates, lookAlikes, someOf, spellingGap, strangersTo } from "../facts/draw-words.ts";
import {
  aboutFigures,
  cosineOf,
  figure,
  mostBy,
  normOf,
  pairOf,
  placeOf,
  quoted,
  workedOut,
  worksOut,
} from "../facts/word-figures.ts";
import { inWords, type Phrased, type WrongPhrase } from "./phrased.ts";

/** Slips in choosing the word closest to another. */
export type ClosestSlip =
  | "spelling-taken-for-meaning"
  | "letters-counted"
  | "common-taken-for-close"
  | "related-taken-for-closest"
  | "question-turned-round"
  | "dot-product-taken-for-cosine"
  | "length-taken-for-similarity";

type Wrong = Partial<Record<ClosestSlip, WrongPhrase>>;

/** How similar the words to choose from are. */
export interface Closeness {
  /** The right word’s cosine, at least. */
  readonly right: number;
  /** The cosines of wrong words from other groups. */
  readonly strangers: readonly [least: number, most: number];
  /** How many wrong words are of other groups, and how many of the same. */
  readonly wrong: readonly [others: number, mates: number];
  /** How far the right word is ahead of each other. */
  readonly margin: number;
  /** Whether one of the wrong words must be spelt like the word asked about. */
  readonly looksAlike?: true;
}

interface Drawn {
  readonly target: string;
  readonly right: string;
  readonly all: readonly string[];
}

const draw = (random: Random, closeness: Closeness): Drawn | undefined => {
  const { strangers, wrong, margin, looksAlike } = closeness;
  const [target, double] = looksAlike ? random.pick(lookAlikes()) : [anyWord(random)];
  const near = groupMates(target).filter((word) => cosineOf(target, word) >= closeness.right);
  if (near.length === 0) return undefined;
  const right = random.pick(near);
  const most = cosineOf(target, right) - margin;
  const far = groupMates(target).filter((word) => cosineOf(target, word) <= most);
  const strange = strangersTo([target], strangers[0], Math.min(most, strangers[1]));
  if (double !== undefined && !strange.includes(double)) return undefined;
  const doubles = double === undefined ? [] : [double];
  const others = someOf(
    random,
    strange.filter((word) => word !== double),
    wrong[0] - doubles.length,
  );
  const mates = someOf(random, far, wrong[1]);
  if (others === undefined || mates === undefined) return undefined;
  const all = [right, ...doubles, ...others, ...mates];
  // Two words of one stem, as “mother” and “grandmother”, are close by spelling and by meaning alike.
  return all.some((word) => word.includes(target) && word !== double) ? undefined : { target, right, all };
};

/** Where the slips lead that need no figures. */
const wrongTurns = ({ target, right, all }: Drawn): Wrong => {
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
      spellingGap(target, alike) <= 0.6 && {
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
const covers = (wrong: Wrong, { all, right }: Drawn): boolean =>
  all.every((word) => word === right || Object.values(wrong).some(([phrase]) => phrase === word));

const solve = ({ target, all }: Drawn) => {
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

const because = ({ target, right, all }: Drawn): string => {
  const next = mostBy(
    all.filter((word) => word !== right),
    (word) => cosineOf(target, word),
  )!;
  return `The cosine of ${quoted(target)} and ${quoted(right)} is ${figure(cosineOf(target, right))}. Next comes ${quoted(next)} with ${figure(cosineOf(target, next))}.`;
};

/** Which of some words is closest to another, by what they mean. */
export const closest = (random: Random, closeness: Closeness): Phrased<ClosestSlip> =>
  drawUntil(() => {
    const drawn = draw(random, closeness);
    if (drawn === undefined) return undefined;
    const { target, right, all } = drawn;
    const wrong = wrongTurns(drawn);
    const struck = mostBy(all, (word) => -cosineOf(target, word));
    if (struck === undefined || !covers(wrong, drawn)) return undefined;
    if (!all.every((word) => worksOut(pairOf(target, word)))) return undefined;
    return {
      prompt: [
        `Each word has a vector, learnt from texts (GloVe). By cosine similarity, which of these words is closest to ${quoted(target)}?`,
      ],
      right,
      wrong,
      hints: [
        ["Words that are used in the same way get vectors that point the same way."],
        [`Put each word in place of ${quoted(target)} in a sentence. Which one still makes sense?`],
        [
          `You can strike out ${quoted(struck)}: its cosine with ${quoted(target)} is only ${figure(cosineOf(target, struck))}.`,
        ],
      ],
      because: [because(drawn)],
      solve: solve(drawn),
    };
  });

/** How far the cosines and dot products must lie apart where figures decide. */
const [cosineMargin, dotMargin] = [0.08, 0.5];

/** A word, what is closest to it by cosine, and another word with a larger dot product; all in one list with a third. */
const drawDisagreeing = (random: Random): Drawn | undefined => {
  const target = anyWord(random);
  const mates = groupMates(target).map((word) => pairOf(target, word));
  const any = quizWords()
    .embeddings.table.words.filter((word) => word !== target)
    .map((word) => pairOf(target, word));
  const disagreeing = mates.flatMap((best) =>
    any
      .filter(({ cosine, dot }) => cosine <= best.cosine - cosineMargin && dot >= best.dot + dotMargin)
      .map((byDot) => [best, byDot] as const),
  );
  if (disagreeing.length === 0) return undefined;
  const [best, byDot] = random.pick(disagreeing);
  const third = random.pick(mates);
  if (third.cosine > best.cosine - cosineMargin || third.dot > byDot.dot - dotMargin || third === byDot)
    return undefined;
  const pairs = [best, byDot, third];
  // Each word must be another, and whoever works with the shown figures must come out at the same.
  if (!pairs.every((pair) => pair.dot > 0 && worksOut(pair))) return undefined;
  const words = random.shuffle(pairs.map((pair) => pair.words[1]));
  return new Set(words).size < words.length ? undefined : { target, right: best.words[1], all: words };
};

/** The same from dot products and norms, where the largest dot product is another word’s. */
export const closestByFigures = (random: Random): Phrased<ClosestSlip> =>
  drawUntil(() => {
    const drawn = drawDisagreeing(random);
    if (drawn === undefined) return undefined;
    const { target, right, all } = drawn;
    const favoured = mostBy(all, (word) => pairOf(target, word).dot)!;
    const longest = mostBy(all, normOf)!;
    const wrong: Wrong = {
      ...wrongTurns(drawn),
      "dot-product-taken-for-cosine": [
        favoured,
        [
          `${quoted(favoured)} has the largest dot product, but also a long vector. Divide each by its norm first.`,
        ],
      ],
      "length-taken-for-similarity": [
        longest,
        [`${quoted(longest)} has the longest vector. Length is just what a cosine divides out.`],
      ],
    };
    if (!covers(wrong, drawn)) return undefined;
    const told = all.map(
      (word) =>
        `${target}·${word} = ${figure(pairOf(target, word).dot)} with ‖${word}‖ = ${figure(normOf(word))}`,
    );
    return {
      prompt: [
        `From GloVe’s vectors: ${told.join("; ")}. All are compared with ${quoted(target)}, and ‖${target}‖ = ${figure(normOf(target))}. Which is closest by cosine similarity?`,
      ],
      right,
      wrong,
      hints: [
        ["A cosine is the dot product divided by both norms."],
        [`‖${target}‖ stands under all three, so it decides nothing.`],
        ["Divide each dot product by the norm of its own word, and compare what comes out."],
      ],
      because: [because(drawn)],
      solve: solve(drawn),
    };
  });

import type { Random } from "../../../random.ts";
import { say, sayList } from "../../../say.ts";
import { anyWord, groupMates, isStranger, lookAlikes, someOf, strangersTo } from "../facts/draw-words.ts";
import { cosineOf, figure, figuresIn, mean, normOf, pairOf } from "../facts/word-figures.ts";
import { inWords, type WrongPhrase } from "./phrased.ts";

/** Slips in finding the odd one out. */
export type OddSlip =
  | "rarity-taken-for-oddness"
  | "letters-counted"
  | "spelling-taken-for-meaning"
  | "question-turned-round"
  | "one-cosine-decides"
  | "second-smallest-taken";

/** Where they lead. */
export type OddWrong = Partial<Record<OddSlip, WrongPhrase>>;

/** How far the odd word is from the others. */
export interface Oddness {
  /** The odd word’s mean cosine with the others. */
  readonly strangers: readonly [least: number, most: number];
  /** How far its mean cosine lies below that of each other word. */
  readonly margin: number;
  /** Whether the odd word must be spelt like one of the others. */
  readonly looksAlike?: true;
}

/** A word, and how it stands to the other three on average. */
export interface Standing {
  readonly word: string;
  readonly cosine: number;
  readonly dot: number;
}

const standingsOf = (words: readonly string[]): readonly Standing[] =>
  words.map((word) => {
    const pairs = words.filter((other) => other !== word).map((other) => pairOf(word, other));
    return { word, cosine: mean(pairs.map(({ cosine }) => cosine)), dot: mean(pairs.map(({ dot }) => dot)) };
  });

/** Four words, one of them odd. */
export interface Drawn {
  readonly odd: Standing;
  /** The other three, the one with the smallest mean cosine first. */
  readonly others: readonly Standing[];
  readonly all: readonly Standing[];
}

/** Three words of a group and an odd one; undefined where the draw came to none that fit. */
export const draw = (random: Random, { strangers, margin, looksAlike }: Oddness): Drawn | undefined => {
  const [double, like] = looksAlike ? random.pick(lookAlikes()) : [];
  const first = like ?? anyWord(random);
  const mates = someOf(random, groupMates(first), 2)!;
  const three = [first, ...mates];
  const [word] =
    double === undefined
      ? (strangersTo(random, three, 1, strangers) ?? [])
      : [double].filter((each) => isStranger(each, three, strangers));
  if (word === undefined) return undefined;
  const all = random.shuffle(standingsOf([...three, word]));
  const others = all.filter((each) => each.word !== word).toSorted((x, y) => x.cosine - y.cosine);
  const odd = all.find((each) => each.word === word)!;
  return others[0]!.cosine - odd.cosine < margin ? undefined : { odd, others, all };
};

/** Whether a slip leads to a phrase. */
export const leadsTo = (wrong: OddWrong, phrase: string): boolean =>
  Object.values(wrong).some((turn) => turn[0] === phrase);

/** The cosines, one by one and on average. */
export const solve = ({ all }: Drawn) => {
  const rows = all.toSorted((x, y) => x.cosine - y.cosine);
  const cosines = all.flatMap(({ word }, i) =>
    all.slice(i + 1).map((other) => `${sayList([word, other.word])} ${figure(cosineOf(word, other.word))}`),
  );
  return inWords(
    [say("The cosines: {cosines}.", { cosines: figuresIn(cosines) })],
    [
      [
        say("What each word has on average with the other three:"),
        ...rows.map(({ word, cosine, dot }) =>
          say("{word}: cosine {cosine}, dot product {dot}; its norm is {norm}", {
            word,
            cosine: figure(cosine),
            dot: figure(dot),
            norm: figure(normOf(word)),
          }),
        ),
      ].join("\n"),
    ],
    [
      say(
        "The smallest mean cosine tells the odd one. The vectors are GloVe’s, learnt from how words are used in texts.",
      ),
    ],
  );
};

/** One line why the odd word is odd. */
export const because = ({ odd, others: [next] }: Drawn): string =>
  say("On average its cosine with the other three is {odd}. The next smallest is {next}, for “{word}”.", {
    odd: figure(odd.cosine),
    next: figure(next!.cosine),
    word: next!.word,
  });

import type { Random } from "../../../random.ts";
import { quizWords } from "../../../words/quiz-words.ts";
import { drawUntil } from "../facts/draw.ts";
import { areAlike, someOf, spellingGap, strangersTo } from "../facts/draw-words.ts";
import { cosineOf, figure, mean, mostBy, normOf, pairOf, placeOf, quoted } from "../facts/word-figures.ts";
import { inWords, type Phrased, type WrongPhrase } from "./phrased.ts";

/** Slips in finding the odd one out. */
export type OddSlip =
  | "rarity-taken-for-oddness"
  | "letters-counted"
  | "spelling-taken-for-meaning"
  | "question-turned-round"
  | "one-cosine-decides"
  | "second-smallest-taken";

type OddWrong = Partial<Record<OddSlip, WrongPhrase>>;

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
interface Standing {
  readonly word: string;
  readonly cosine: number;
  readonly dot: number;
}

const standingsOf = (words: readonly string[]): readonly Standing[] =>
  words.map((word) => {
    const pairs = words.filter((other) => other !== word).map((other) => pairOf(word, other));
    return { word, cosine: mean(pairs.map(({ cosine }) => cosine)), dot: mean(pairs.map(({ dot }) => dot)) };
  });

interface Drawn {
  readonly odd: Standing;
  /** The other three, the one with the smallest mean cosine first. */
  readonly others: readonly Standing[];
  readonly all: readonly Standing[];
}

const draw = (random: Random, { strangers, margin, looksAlike }: Oddness): Drawn | undefined => {
  const three = someOf(random, random.pick(quizWords().groups).words, 3)!;
  const strange = strangersTo(three, ...strangers).filter(
    (word) => looksAlike === undefined || three.some((other) => areAlike(word, other)),
  );
  if (strange.length === 0) return undefined;
  const word = random.pick(strange);
  const all = random.shuffle(standingsOf([...three, word]));
  const others = all.filter((each) => each.word !== word).toSorted((x, y) => x.cosine - y.cosine);
  const odd = all.find((each) => each.word === word)!;
  return others[0]!.cosine - odd.cosine < margin ? undefined : { odd, others, all };
};

/** Where the slips lead that need no figures. */
const wrongTurns = ({ all }: Drawn): OddWrong => {
  const words = all.map(({ word }) => word);
  const rest = (word: string): readonly string[] => words.filter((other) => other !== word);
  const rarest = mostBy(words, placeOf)!;
  const letters = mostBy(words, (word) =>
    Math.abs(word.length - mean(rest(word).map(({ length }) => length))),
  );
  const unlike = mostBy(words, (word) => mean(rest(word).map((other) => spellingGap(word, other))));
  const closest = mostBy(all, ({ cosine }) => cosine)?.word;
  return {
    "rarity-taken-for-oddness": [
      rarest,
      [`${quoted(rarest)} is the rarest of the four. A rare word can still be used like common ones.`],
    ],
    ...(letters !== undefined && {
      "letters-counted": [
        letters,
        [
          `${quoted(letters)} stands out by its ${letters.length} letters. But here each word has 100 components, however long it is.`,
        ],
      ],
    }),
    ...(unlike !== undefined && {
      "spelling-taken-for-meaning": [
        unlike,
        [`${quoted(unlike)} is spelt least like the others. What counts is how a word is used.`],
      ],
    }),
    ...(closest !== undefined && {
      "question-turned-round": [
        closest,
        [`${quoted(closest)} is the word most like the others. The odd one has the smallest cosines.`],
      ],
    }),
  };
};

const leadsTo = (wrong: OddWrong, phrase: string): boolean =>
  Object.values(wrong).some((turn) => turn[0] === phrase);

/** Whether every wrong word is reached by a slip. */
const covers = (wrong: OddWrong, { others }: Drawn): boolean =>
  others.every(({ word }) => leadsTo(wrong, word));

const solve = ({ all }: Drawn) => {
  const rows = all.toSorted((x, y) => x.cosine - y.cosine);
  const cosines = all.flatMap(({ word }, i) =>
    all.slice(i + 1).map((other) => `${word} and ${other.word} ${figure(cosineOf(word, other.word))}`),
  );
  return inWords(
    [`The cosines: ${cosines.join(", ")}.`],
    [
      [
        "What each word has on average with the other three:",
        ...rows.map(
          ({ word, cosine, dot }) =>
            `${word}: cosine ${figure(cosine)}, dot product ${figure(dot)}; its norm is ${figure(normOf(word))}`,
        ),
      ].join("\n"),
    ],
    [
      "The smallest mean cosine tells the odd one. The vectors are GloVe’s, learnt from how words are used in texts.",
    ],
  );
};

const because = ({ odd, others: [next] }: Drawn): string =>
  `On average its cosine with the other three is ${figure(odd.cosine)}. The next smallest is ${figure(next!.cosine)}, for ${quoted(next!.word)}.`;

const listed = (words: readonly string[]): string => `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** Which of four words is the odd one out, by what they mean. */
export const oddOne = (random: Random, oddness: Oddness): Phrased<OddSlip> =>
  drawUntil(() => {
    const drawn = draw(random, oddness);
    if (drawn === undefined) return undefined;
    const wrong = wrongTurns(drawn);
    if (!covers(wrong, drawn)) return undefined;
    const names = drawn.others.map(({ word }) => word);
    const pairs = [pairOf(names[0]!, names[1]!), pairOf(names[0]!, names[2]!), pairOf(names[1]!, names[2]!)];
    const closest = mostBy(pairs, ({ cosine }) => cosine)!;
    return {
      right: drawn.odd.word,
      because: [because(drawn)],
      solve: solve(drawn),
      prompt: [
        `Each word has a vector, learnt from texts (GloVe). Going by cosine similarity, which is the odd one out: ${listed(drawn.all.map(({ word }) => word)).replace(" and ", " or ")}?`,
      ],
      wrong,
      hints: [
        ["Words that are used in the same way get vectors that point the same way."],
        ["Look for what three of them have in common. Spelling does not count."],
        [
          `${quoted(closest.words[0])} and ${quoted(closest.words[1])} belong together, with a cosine of ${figure(closest.cosine)}. Which of the rest joins them?`,
        ],
      ],
    };
  });

const letters = ["a", "b", "c", "d"] as const;

/** The odd one of four words that are not named, from their six cosines. */
export const oddByCosines = (random: Random, oddness: Oddness): Phrased<OddSlip> =>
  drawUntil(() => {
    const drawn = draw(random, oddness);
    if (drawn === undefined) return undefined;
    const { all, odd } = drawn;
    const nameOf = (word: string): string => letters[all.findIndex((each) => each.word === word)]!;
    const words = all.map(({ word }) => word);
    const pairs = words.flatMap((word, i) => words.slice(i + 1).map((other) => pairOf(word, other)));
    const least = mostBy(pairs, ({ cosine }) => -cosine);
    const partner = least?.words.find((word) => word !== odd.word);
    const second = drawn.others[0]!;
    const closest = mostBy(all, ({ cosine }) => cosine)?.word;
    if (partner === undefined || closest === undefined) return undefined;
    const wrong: OddWrong = {
      "one-cosine-decides": [
        nameOf(partner),
        [
          "The smallest cosine of all is one of its three. But one does not decide: take the mean of all three for each word.",
        ],
      ],
      "second-smallest-taken": [
        nameOf(second.word),
        [
          `That one comes second, with a mean cosine of ${figure(second.cosine)}. Another word has a smaller one: add up once more.`,
        ],
      ],
      "question-turned-round": [
        nameOf(closest),
        [
          "That one is the most like the others: its mean cosine is the largest. The odd one has the smallest.",
        ],
      ],
    };
    if (!words.every((word) => word === odd.word || leadsTo(wrong, nameOf(word)))) return undefined;
    const told = pairs.map(({ words: [x, y], cosine }) => `${nameOf(x)} and ${nameOf(y)} ${figure(cosine)}`);
    return {
      prompt: [
        `Four words are called a, b, c and d. The cosines of their vectors: ${told.join(", ")}. Which is the odd one out?`,
      ],
      right: nameOf(odd.word),
      wrong,
      hints: [
        ["The odd one is the word that is least like the other three, taken together."],
        ["Each word stands in three of the six cosines. Add these three up."],
        ["The smallest sum of three belongs to the odd one. There are four sums to compare."],
      ],
      because: [
        `The words are ${words.map((word) => `${nameOf(word)} = ${word}`).join(", ")}. ${because(drawn)}`,
      ],
      solve: solve(drawn),
    };
  });

import type { Random } from "../../../random.ts";
import { say, sayList } from "../../../say.ts";
import { drawUntil } from "../facts/draw.ts";
import { spellingGap } from "../facts/draw-words.ts";
import { figure, mean, mostBy, pairOf, placeOf } from "../facts/word-figures.ts";
import {
  because,
  type Drawn,
  draw,
  leadsTo,
  type Oddness,
  type OddSlip,
  type OddWrong,
  solve,
} from "./odd-ones.ts";
import type { Phrased } from "./phrased.ts";

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
      [
        say("“{rarest}” is the rarest of the four. A rare word can still be used like common ones.", {
          rarest,
        }),
      ],
    ],
    ...(letters !== undefined && {
      "letters-counted": [
        letters,
        [
          say(
            "“{word}” stands out by its {count} letters. But here each word has 100 components, however long it is.",
            { word: letters, count: letters.length },
          ),
        ],
      ],
    }),
    ...(unlike !== undefined && {
      "spelling-taken-for-meaning": [
        unlike,
        [say("“{unlike}” is spelt least like the others. What counts is how a word is used.", { unlike })],
      ],
    }),
    ...(closest !== undefined && {
      "question-turned-round": [
        closest,
        [
          say("“{closest}” is the word most like the others. The odd one has the smallest cosines.", {
            closest,
          }),
        ],
      ],
    }),
  };
};

/** Whether every wrong word is reached by a slip. */
const covers = (wrong: OddWrong, { others }: Drawn): boolean =>
  others.every(({ word }) => leadsTo(wrong, word));

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
        say(
          "Each word has a vector, learnt from texts (GloVe). Going by cosine similarity, which is the odd one out: {words}?",
          {
            words: sayList(
              drawn.all.map(({ word }) => word),
              "or",
            ),
          },
        ),
      ],
      wrong,
      hints: [
        [say("Words that are used in the same way get vectors that point the same way.")],
        [say("Look for what three of them have in common. Spelling does not count.")],
        [
          say(
            "“{first}” and “{second}” belong together, with a cosine of {cosine}. Which of the rest joins them?",
            {
              first: closest.words[0],
              second: closest.words[1],
              cosine: figure(closest.cosine),
            },
          ),
        ],
      ],
    };
  });

import type { Random } from "../../../random.ts";
import { say, sayList } from "../../../say.ts";
import { drawUntil } from "../facts/draw.ts";
import { figure, figuresIn, mostBy, pairOf } from "../facts/word-figures.ts";
import { because, draw, leadsTo, type Oddness, type OddSlip, type OddWrong, solve } from "./odd-ones.ts";
import type { Phrased } from "./phrased.ts";

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
          say(
            "The smallest cosine of all is one of its three. But one does not decide: take the mean of all three for each word.",
          ),
        ],
      ],
      "second-smallest-taken": [
        nameOf(second.word),
        [
          say(
            "That one comes second, with a mean cosine of {cosine}. Another word has a smaller one: add up once more.",
            { cosine: figure(second.cosine) },
          ),
        ],
      ],
      "question-turned-round": [
        nameOf(closest),
        [
          say(
            "That one is the most like the others: its mean cosine is the largest. The odd one has the smallest.",
          ),
        ],
      ],
    };
    if (!words.every((word) => word === odd.word || leadsTo(wrong, nameOf(word)))) return undefined;
    const told = pairs.map(({ words, cosine }) => `${sayList(words.map(nameOf))} ${figure(cosine)}`);
    return {
      prompt: [
        say(
          "Four real words are called a, b, c and d. The cosines of their vectors: {cosines}. Which is the odd one out?",
          { cosines: figuresIn(told) },
        ),
      ],
      right: nameOf(odd.word),
      wrong,
      hints: [
        [say("The odd one is the word that is least like the other three, taken together.")],
        [say("Each word stands in three of the six cosines. Add these three up.")],
        [say("The smallest sum of three belongs to the odd one. There are four sums to compare.")],
      ],
      because: [
        say("The words are {words}.", {
          words: words.map((word) => `${nameOf(word)} = ${word}`).join(", "),
        }),
        " ",
        because(drawn),
      ],
      solve: solve(drawn),
    };
  });

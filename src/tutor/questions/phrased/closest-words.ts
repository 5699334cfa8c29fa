import type { Random } from "../../../random.ts";
import { say, sayList } from "../../../say.ts";
import { drawUntil } from "../facts/draw.ts";
import { anyWord, groupMates, isStranger, lookAlikes, someOf, strangersTo } from "../facts/draw-words.ts";
import { cosineOf, figure, mostBy, pairOf, worksOut } from "../facts/word-figures.ts";
import { because, type ClosestSlip, covers, type Drawn, solve, wrongTurns } from "./closest-turns.ts";
import type { Phrased } from "./phrased.ts";

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

/** Words to choose from; undefined where the draw came to none that fit. */
const draw = (random: Random, closeness: Closeness): Drawn | undefined => {
  const { strangers, wrong, margin, looksAlike } = closeness;
  const [target, double] = looksAlike ? random.pick(lookAlikes()) : [anyWord(random)];
  const near = groupMates(target).filter((word) => cosineOf(target, word) >= closeness.right);
  if (near.length === 0) return undefined;
  const right = random.pick(near);
  const most = cosineOf(target, right) - margin;
  const far = groupMates(target).filter((word) => cosineOf(target, word) <= most);
  const range = [strangers[0], Math.min(most, strangers[1])] as const;
  if (double !== undefined && !isStranger(double, [target], range)) return undefined;
  const doubles = double === undefined ? [] : [double];
  const others = strangersTo(random, [target], wrong[0] - doubles.length, range);
  const mates = someOf(random, far, wrong[1]);
  if (others === undefined || mates === undefined) return undefined;
  const all = random.shuffle([right, ...doubles, ...others, ...mates]);
  if (new Set(all).size < all.length) return undefined;
  // Two words of one stem, as “mother” and “grandmother”, are close by spelling and by meaning alike.
  const shareStem = (word: string): boolean => word.includes(target) || target.includes(word);
  return all.some((word) => word !== double && shareStem(word)) ? undefined : { target, right, all };
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
        say(
          "Each word has a vector, learnt from texts (GloVe). By cosine similarity, which is closest to “{target}”: {words}?",
          { target, words: sayList(all, "or") },
        ),
      ],
      right,
      wrong,
      hints: [
        [say("Words that are used in the same way get vectors that point the same way.")],
        [say("Put each word in place of “{target}” in a sentence. Which one still makes sense?", { target })],
        [
          say("You can strike out “{struck}”: its cosine with “{target}” is only {cosine}.", {
            struck,
            target,
            cosine: figure(cosineOf(target, struck)),
          }),
        ],
      ],
      because: [because(drawn)],
      solve: solve(drawn),
    };
  });

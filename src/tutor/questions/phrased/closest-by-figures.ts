import type { Random } from "../../../random.ts";
import { say } from "../../../say.ts";
import { quizWords } from "../../../words/quiz-words.ts";
import { drawUntil } from "../facts/draw.ts";
import { anyWord, groupMates } from "../facts/draw-words.ts";
import { figure, mostBy, normOf, pairOf, type WordPair, worksOut } from "../facts/word-figures.ts";
import {
  because,
  type ClosestSlip,
  covers,
  type Drawn,
  solve,
  type Wrong,
  wrongTurns,
} from "./closest-turns.ts";
import type { Phrased } from "./phrased.ts";

/** How far the cosines and dot products must lie apart where figures decide. */
const [cosineMargin, dotMargin] = [0.08, 0.5];

type Disagreement = readonly [best: WordPair, byDot: WordPair];

const known = new Map<string, readonly Disagreement[]>();

/** All pairs of a word’s pairs of which the first has the larger cosine, the second the larger dot product. */
const disagreementsOf = (target: string): readonly Disagreement[] => {
  const found = known.get(target) ?? findDisagreements(target);
  known.set(target, found);
  return found;
};

const findDisagreements = (target: string): readonly Disagreement[] => {
  const all = quizWords()
    .embeddings.table.words.filter((word) => word !== target)
    .map((word) => pairOf(target, word))
    .filter(({ dot }) => dot > 0);
  return groupMates(target)
    .map((word) => pairOf(target, word))
    .flatMap((best) =>
      all
        .filter(({ cosine, dot }) => cosine <= best.cosine - cosineMargin && dot >= best.dot + dotMargin)
        .map((byDot) => [best, byDot] as const),
    );
};

/** A word, what is closest to it by cosine, another word with a larger dot product, and a third. */
const drawDisagreeing = (random: Random): Drawn | undefined => {
  const target = anyWord(random);
  const disagreements = disagreementsOf(target);
  if (disagreements.length === 0) return undefined;
  const [best, byDot] = random.pick(disagreements);
  const third = pairOf(target, random.pick(groupMates(target)));
  if (third.cosine > best.cosine - cosineMargin || third.dot > byDot.dot - dotMargin) return undefined;
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
      "question-turned-round": wrongTurns(drawn)["question-turned-round"]!,
      "dot-product-taken-for-cosine": [
        favoured,
        [
          say(
            "“{favoured}” has the largest dot product, but also a long vector. Divide each by its norm first.",
            {
              favoured,
            },
          ),
        ],
      ],
      "length-taken-for-similarity": [
        longest,
        [say("“{longest}” has the longest vector. Length is just what a cosine divides out.", { longest })],
      ],
    };
    if (!covers(wrong, drawn)) return undefined;
    const told = all.map((word) =>
      say("{target}·{word} = {dot} with ‖{word}‖ = {norm}", {
        target,
        word,
        dot: figure(pairOf(target, word).dot),
        norm: figure(normOf(word)),
      }),
    );
    return {
      prompt: [
        say(
          "From GloVe’s vectors: {told}. All are compared with “{target}”, and ‖{target}‖ = {norm}. Which is closest by cosine similarity?",
          { told: told.join("; "), target, norm: figure(normOf(target)) },
        ),
      ],
      right,
      wrong,
      hints: [
        [say("A cosine is the dot product divided by both norms.")],
        [say("‖{target}‖ stands under all three, so it decides nothing.", { target })],
        [say("Divide each dot product by the norm of its own word, and compare what comes out.")],
      ],
      because: [because(drawn)],
      solve: solve(drawn),
    };
  });

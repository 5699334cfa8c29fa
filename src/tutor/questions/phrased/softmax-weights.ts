import type { Random } from "../../../random.ts";
import { message, say } from "../../../say.ts";
import { drawUntil, wholes } from "../facts/draw.ts";
import { scoresAre, threeScores, weightsOf } from "../facts/scores.ts";
import type { Phrased } from "./phrased.ts";

/** Slips about the weights that scores get. */
export type WeightSlip =
  | "weights-changed-by-shift"
  | "scores-taken-for-weights"
  | "sign-dropped"
  | "lowest-taken-for-highest"
  | "power-not-divided";

const ordinals = [message("the first"), message("the second"), message("the third")] as const;

/** Which score gets the largest weight. */
export const largest = (random: Random): Phrased<WeightSlip> => {
  const scores = drawUntil(() => {
    const drawn = threeScores(random, -6);
    return Math.max(...drawn) === Math.max(...drawn.map(Math.abs)) ? undefined : drawn;
  });
  const at = (value: number): string => say(ordinals[scores.indexOf(value)]!);
  const bySize = scores.toSorted((x, y) => Math.abs(y) - Math.abs(x));
  return {
    prompt: [...scoresAre(wholes(...scores)), say("Which one gets the largest weight from softmax?")],
    right: at(Math.max(...scores)),
    wrong: {
      "sign-dropped": [
        at(bySize[0]!),
        [
          say(
            "That score is large in size but negative. A negative power of e is below 1, so the weight is small.",
          ),
        ],
      ],
      "lowest-taken-for-highest": [
        at(Math.min(...scores)),
        [
          say(
            "That is the lowest score, so it gets the smallest weight. Order is kept: more score, more weight.",
          ),
        ],
      ],
      "scores-taken-for-weights": [
        say("none, as a negative score has no weight"),
        [say("Scores may be negative, weights may not. Softmax makes every one positive first.")],
      ],
    },
    hints: [
      [say("Softmax raises e, about 2.718, to the power of each score, then divides by the sum of all.")],
      [say("The power of e grows with the score, so the order of the scores stays.")],
      [say("Put the scores in order on a number line, the negative ones left of 0.")],
    ],
    because: [say("Softmax keeps the order of the scores, and that score lies furthest to the right.")],
    solve: weightsOf(wholes(...scores)),
  };
};

/** What the weights add up to. */
export const total = (random: Random): Phrased<WeightSlip> => {
  const scores = threeScores(random, 1);
  const sum = scores.reduce((x, y) => x + y, 0);
  return {
    prompt: [...scoresAre(wholes(...scores)), say("What do their softmax weights add up to?")],
    right: say("to 1"),
    wrong: {
      "scores-taken-for-weights": [
        say("to {sum}, as the scores do", { sum }),
        [say("That is the sum of the scores. Weights are shares of one whole.")],
      ],
      "weights-changed-by-shift": [
        say("it depends on how high the scores are"),
        [say("Add the same to all scores, and no weight changes. The division by the sum sees to that.")],
      ],
      "power-not-divided": [
        say("to e to the power of {sum}", { sum }),
        [say("Powers of e are the first step only. After it, each is divided by the sum of all.")],
      ],
    },
    hints: [
      [say("The first step makes powers of e. What is the second step good for?")],
      [say("Each power is divided by one and the same number: the sum of all powers.")],
      [say("Think of a cake: what do all the slices make together?")],
    ],
    because: [say("Each power is divided by the sum of all, so together they are one whole.")],
    solve: weightsOf(wholes(...scores)),
  };
};

import { rational } from "../../../math/scalar.ts";
import type { Random } from "../../../random.ts";
import { say } from "../../../say.ts";
import { wholes } from "../facts/draw.ts";
import { scaled } from "../facts/measures.ts";
import { scoresAre, threeScores, weightsOf } from "../facts/scores.ts";
import type { Phrased } from "./phrased.ts";

/** Slips about what becomes of the weights when scores change. */
export type ChangeSlip =
  | "weights-changed-by-shift"
  | "scores-taken-for-weights"
  | "scaling-taken-for-shift"
  | "gaps-turned-round"
  | "power-not-divided";

/** The same is added to all scores. */
export const shift = (random: Random): Phrased<ChangeSlip> => {
  const scores = threeScores(random, -4);
  const by = random.whole(2, 90);
  return {
    prompt: [
      ...scoresAre(wholes(...scores)),
      say("Add {by} to all three. What becomes of the softmax weights?", { by }),
    ],
    right: say("they all stay as they are"),
    wrong: {
      "weights-changed-by-shift": [
        say("the largest gets more, the others get less"),
        [
          say(
            "Softmax sees only the gaps between scores, and adding the same to all leaves each gap as it was.",
          ),
        ],
      ],
      "scores-taken-for-weights": [
        say("each grows by {by}", { by }),
        [say("The scores do. Weights add up to 1, so they cannot all grow.")],
      ],
      "power-not-divided": [
        say("each is multiplied by e to the power of {by}", { by }),
        [say("The powers are, all alike. But each is then divided by their sum, which grows just as much.")],
      ],
    },
    hints: [
      [say("Look at the gaps between the scores, before and after.")],
      [
        say(
          "Adding to an exponent multiplies the power. All three powers are multiplied by one and the same number.",
        ),
      ],
      [say("The sum of the powers is multiplied by that number too. What does the division do?")],
    ],
    because: [say("Above and below the fraction line stands one factor more, the same one, and it cancels.")],
    solve: weightsOf(wholes(...scores), wholes(...scores.map((score) => score + by))),
  };
};

/** All scores are multiplied by a number, or divided. */
export const stretch = (random: Random, shrink: boolean): Phrased<ChangeSlip> => {
  const factor = random.whole(2, 5);
  const small = wholes(...threeScores(random, 0));
  const large = scaled(small, rational(factor));
  const [before, after] = shrink ? [large, small] : [small, large];
  const [more, even] = [
    say("the largest takes more of the whole"),
    say("they come closer to one another"),
  ] as const;
  return {
    prompt: [
      ...scoresAre(before),
      say(
        shrink
          ? "Divide all three by {factor}. What becomes of the softmax weights?"
          : "Multiply all three by {factor}. What becomes of the softmax weights?",
        { factor },
      ),
    ],
    right: shrink ? even : more,
    wrong: {
      "gaps-turned-round": [
        shrink ? more : even,
        [
          say(
            "It is the other way round: wide gaps between scores make weights uneven, narrow ones make them even.",
          ),
        ],
      ],
      "scaling-taken-for-shift": [
        say("they all stay as they are"),
        [
          say(
            "So it is when the same is added to all. A factor changes the gaps, and softmax sees the gaps.",
          ),
        ],
      ],
      "scores-taken-for-weights": [
        say(shrink ? "each is divided by {factor}" : "each is multiplied by {factor}", { factor }),
        [
          say(
            "The scores are. Weights add up to 1 before and after, so they cannot all change the same way.",
          ),
        ],
      ],
    },
    hints: [
      [say("Softmax sees only the gaps between scores.")],
      [
        say(
          shrink
            ? "What becomes of a gap of {factor} when you divide all by {factor}?"
            : "What becomes of a gap of {factor} when you multiply all by {factor}?",
          { factor },
        ),
      ],
      [say("A gap of 1 makes one weight about 2.718 times the other, a gap of 2 about 7.4 times.")],
    ],
    because: [
      say(
        shrink
          ? "The gaps become narrower, and narrow gaps make even weights."
          : "The gaps become wider, and one point more means 2.718 times the weight.",
      ),
    ],
    solve: weightsOf(before, after),
  };
};

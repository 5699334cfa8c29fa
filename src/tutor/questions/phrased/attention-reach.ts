import { attend } from "../../../math/attention.ts";
import { evaluateVector } from "../../../math/expression.ts";
import { toPlain } from "../../../math/plain.ts";
import { rational } from "../../../math/scalar.ts";
import { toExpression } from "../../../math/working.ts";
import type { Random } from "../../../random.ts";
import { certain } from "../facts/certain.ts";
import { drawUntil, someWholes, wholes } from "../facts/draw.ts";
import { shownVector } from "../facts/shown.ts";
import { inWords, type Phrased } from "./phrased.ts";

/** Slips about what a token sees, and what it takes from there. */
export type ReachSlip =
  | "mask-turned-round"
  | "own-token-masked"
  | "only-own-token-seen"
  | "winner-takes-all"
  | "weights-left-out";

/** What a causal mask hides. */
export const mask = (random: Random): Phrased<ReachSlip> => {
  const count = random.whole(4, 9);
  const at = random.whole(2, count - 2);
  const span = (from: number, to: number): string =>
    from === to ? `token ${from} only` : `tokens ${from} to ${to}`;
  return {
    prompt: [`A text has ${count} tokens. Which ones does a causal mask hide from token ${at}?`],
    right: span(at + 1, count),
    wrong: {
      "mask-turned-round": [
        span(1, at - 1),
        ["Those come before, and they may be seen. Hidden is what comes later."],
      ],
      "own-token-masked": [span(at, count), ["Nearly: a token may look at itself."]],
      "only-own-token-seen": [
        "all but itself",
        ["A token sees more than itself: all that came before is open to it."],
      ],
    },
    hints: [
      ["A model learns to guess what comes next. What must it not see while it learns?"],
      ["What came before is known, and so is the token itself."],
      [`Draw ${count} boxes, mark box ${at}, and cover what a reader at that place has not read yet.`],
    ],
    because: ["A token sees itself and what came before; all that comes later is hidden."],
    solve: inWords([`Token ${at} sees tokens 1 to ${at}. That leaves ${count - at} of ${count} hidden.`]),
  };
};

/** What comes out. Scores are equal, so that the weights are plain. */
export const context = (random: Random): Phrased<ReachSlip> =>
  drawUntil(() => {
    const [x, y] = [wholes(...someWholes(random, 2, 0, 8)), wholes(...someWholes(random, 2, 0, 8))];
    const mixed = (factor: number, by: number): string =>
      toPlain({
        kind: "vector",
        components: evaluateVector({
          kind: "product",
          factors: [
            { kind: "number", value: rational(factor, by) },
            { kind: "sum", terms: [toExpression(x), toExpression(y)] },
          ],
        }).map((value) => ({ kind: "number", value }) as never),
      });
    const phrases = [mixed(1, 2), mixed(1, 1), toPlain(toExpression(x))];
    if (new Set(phrases).size < 3 || toPlain(toExpression(y)) === phrases[0]) return undefined;
    return {
      prompt: [
        "A query has the same score with both keys. Their values are ",
        shownVector(x),
        " and ",
        shownVector(y),
        ". What comes out?",
      ],
      right: phrases[0]!,
      wrong: {
        "weights-left-out": [
          phrases[1]!,
          ["You added the values. Each is multiplied by its weight first, and weights add up to 1."],
        ],
        "winner-takes-all": [
          phrases[2]!,
          ["Attention does not pick one value. It mixes them, each by its weight."],
        ],
      },
      hints: [
        ["Softmax gives equal weights to equal scores."],
        ["The weights add up to 1. How much does each of two equal ones get?"],
        ["Multiply each value by its weight, and add the two up."],
      ],
      because: ["Both weights are 1/2, so the result lies halfway between the values."],
      solve: () => {
        const one = wholes(1, 0);
        const found = certain(
          attend({
            queries: [one],
            keys: [one, one],
            values: [x, y],
            scaled: true,
            causal: false,
          }),
        );
        return {
          workings: [],
          words: [
            [
              "Weights ",
              shownVector(found.rows[0]!.weights.value),
              " for the two values give ",
              phrases[0]!,
              ".",
            ],
          ],
        };
      },
    };
  });

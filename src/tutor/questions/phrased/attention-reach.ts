import { attend } from "../../../math/attention.ts";
import { evaluateVector } from "../../../math/expression/expression.ts";
import { toPlain } from "../../../math/expression/plain.ts";
import { asExpression, rational } from "../../../math/scalar.ts";
import type { Vector } from "../../../math/vector.ts";
import { toExpression } from "../../../math/working.ts";
import { usualStyle } from "../../../number-style.ts";
import type { Random } from "../../../random.ts";
import { say, sayParts } from "../../../say.ts";
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
    from === to ? say("token {from} only", { from }) : say("tokens {from} to {to}", { from, to });
  return {
    prompt: [
      say("A text has {count} tokens. Which ones does a causal mask hide from token {at}?", { count, at }),
    ],
    right: span(at + 1, count),
    wrong: {
      "mask-turned-round": [
        span(1, at - 1),
        [say("Those come before, and they may be seen. Hidden is what comes later.")],
      ],
      "own-token-masked": [span(at, count), [say("Nearly: a token may look at itself.")]],
      "only-own-token-seen": [
        say("all but itself"),
        [say("A token sees more than itself: all that came before is open to it.")],
      ],
    },
    hints: [
      [say("A model learns to guess what comes next. What must it not see while it learns?")],
      [say("What came before is known, and so is the token itself.")],
      [
        say("Draw {count} boxes, mark box {at}, and cover what a reader at that place has not read yet.", {
          count,
          at,
        }),
      ],
    ],
    because: [say("A token sees itself and what came before; all that comes later is hidden.")],
    solve: inWords([
      say("Token {at} sees tokens 1 to {at}. That leaves {hidden} of {count} hidden.", {
        at,
        hidden: count - at,
        count,
      }),
    ]),
  };
};

/** What comes out. Scores are equal, so that the weights are plain. */
export const context = (random: Random): Phrased<ReachSlip> =>
  drawUntil(() => {
    const [x, y] = [wholes(...someWholes(random, 2, 0, 8)), wholes(...someWholes(random, 2, 0, 8))];
    const mixed = (factor: number, by: number): string =>
      toPlain(
        {
          kind: "vector",
          components: evaluateVector({
            kind: "product",
            factors: [
              { kind: "number", value: rational(factor, by) },
              { kind: "sum", terms: [toExpression(x), toExpression(y)] },
            ],
          }).map(asExpression),
        },
        usualStyle(),
      );
    const plain = (vector: Vector): string => toPlain(toExpression(vector), usualStyle());
    const phrases = [mixed(1, 2), mixed(1, 1), plain(x)];
    if (new Set(phrases).size < 3 || plain(y) === phrases[0]) return undefined;
    return {
      prompt: sayParts(
        "A query has the same score with both keys. Their values are {first} and {second}. What comes out?",
        { first: shownVector(x), second: shownVector(y) },
      ),
      right: phrases[0]!,
      wrong: {
        "weights-left-out": [
          phrases[1]!,
          [say("You added the values. Each is multiplied by its weight first, and weights add up to 1.")],
        ],
        "winner-takes-all": [
          phrases[2]!,
          [say("Attention does not pick one value. It mixes them, each by its weight.")],
        ],
      },
      hints: [
        [say("Softmax gives equal weights to equal scores.")],
        [say("The weights add up to 1. How much does each of two equal ones get?")],
        [say("Multiply each value by its weight, and add the two up.")],
      ],
      because: [say("Both weights are 1/2, so the result lies halfway between the values.")],
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
            sayParts("Weights {weights} for the two values give {result}.", {
              weights: shownVector(found.rows[0]!.weights.value),
              result: phrases[0]!,
            }),
          ],
        };
      },
    };
  });

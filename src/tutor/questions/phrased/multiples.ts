import { norm } from "../../../math/norm.ts";
import { rational } from "../../../math/scalar.ts";
import type { Random } from "../../../random.ts";
import { say, sayList, sayParts } from "../../../say.ts";
import { someWholes, wholes } from "../facts/draw.ts";
import { cosineWorking } from "../facts/measured-pairs.ts";
import { dotOf, scaled } from "../facts/measures.ts";
import { shownNumber, shownVector } from "../facts/shown.ts";
import type { Phrased } from "./phrased.ts";

/** Slips about a vector and its multiple. */
export type MultipleSlip =
  | "dot-product-taken-for-cosine"
  | "cosine-taken-for-dot-product"
  | "dot-and-cosine-swapped"
  | "longer-taken-for-larger";

const both = (dot: string, cosine: string): string =>
  say("dot product: {dot}; cosine: {cosine}", { dot, cosine });

/** The second is a multiple of the first: the cosine cannot tell them apart. */
export const multiple = (random: Random, negative: boolean): Phrased<MultipleSlip> => {
  const factor = random.whole(2, 6);
  const sign = negative ? -1 : 1;
  const [p, q, r, s] = someWholes(random, 4, 1, 6) as [number, number, number, number];
  const [a, b] = [wholes(p, q), wholes(sign * r, sign * s)];
  const c = scaled(b, rational(factor));
  const dot = shownNumber(dotOf(a, b));
  const [winner, loser] = negative ? ["b", "c"] : ["c", "b"];
  const tie = say("a tie");
  const below: Phrased<MultipleSlip>["wrong"] = {
    "longer-taken-for-larger": [
      both(loser!, tie),
      [
        say(
          "The dot products are negative. The longer vector takes its own further below zero, so it is smaller.",
        ),
      ],
    ],
  };
  return {
    prompt: sayParts(
      "Take a = {a}, b = {b}, and c = {factor}·b. Which of b and c has the larger dot product with a, which the larger cosine?",
      { a: shownVector(a), b: shownVector(b), factor },
    ),
    right: both(winner!, tie),
    wrong: {
      ...(negative ? below : {}),
      "dot-product-taken-for-cosine": [
        both(winner!, winner!),
        [
          say(
            "The dot product is right. But b and c point the same way, so each makes the same angle with a.",
          ),
        ],
      ],
      "cosine-taken-for-dot-product": [
        both(tie, tie),
        [say("The cosines are equal, yes. The dot product of c is {factor} times that of b.", { factor })],
      ],
      "dot-and-cosine-swapped": [
        both(tie, winner!),
        [say("It is the other way round: the cosine leaves lengths out, the dot product keeps them.")],
      ],
    },
    hints: [
      [say("Each component of c is {factor} times that of b. What becomes of the products?", { factor })],
      [say("b and c point the same way. Does the angle with a change when an arrow gets longer?")],
      sayParts("a·b = {dot}. Then a·c is {factor} times as much. Mind the sign when you compare.", {
        dot,
        factor,
      }),
    ],
    because: sayParts("a·b = {b} and a·c = {c}, while the angle with a is the same for both.", {
      b: dot,
      c: shownNumber(dotOf(a, c)),
    }),
    solve: () => ({
      workings: [
        { label: sayList(["a", "b"]), working: cosineWorking({ x: a, y: b }) },
        { label: sayList(["a", "c"]), working: cosineWorking({ x: a, y: c }) },
        { label: say("the length of c"), working: norm(c) },
      ],
      words: [
        [
          say("The length of c is {factor} times that of b, as its dot product is, so it divides out.", {
            factor,
          }),
        ],
      ],
    }),
  };
};

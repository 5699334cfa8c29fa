import { toFraction } from "../../../math/scalar.ts";
import { add, divide, multiply, negate, subtract, sum } from "../../../math/scalar-arithmetic.ts";
import { vectorOf } from "../../../math/vector.ts";
import { message, sayParts } from "../../../say.ts";
import { number } from "../../answer.ts";
import type { Slip } from "../../question.ts";
import { dotOf, normOf, productsOf, sizeOf, sizesOf, type VectorPair } from "../facts/measures.ts";
import { shownNumber } from "../facts/shown.ts";
import { slip } from "./slip.ts";

/** What learners do wrong in a cosine similarity. */
export const cosineSlips: readonly [Slip<VectorPair>, ...Slip<VectorPair>[]] = [
  slip(
    "one-norm-forgotten",
    ({ a, b }) => {
      const [x, y] = [normOf(a), normOf(b)];
      return number(divide(dotOf(a, b), toFraction(x)?.equals(1n) ? y : x));
    },
    ({ a, b }) =>
      sayParts("You divided by one norm only. Divide {product} by both, {first} and {second}.", {
        product: shownNumber(dotOf(a, b)),
        first: shownNumber(normOf(a)),
        second: shownNumber(normOf(b)),
      }),
  ),
  slip(
    "forgot-the-root",
    ({ a, b }) => number(divide(dotOf(a, b), multiply(dotOf(a, a), dotOf(b, b)))),
    ({ a, b }) =>
      sayParts(
        "You divided by {first} and {second}, the sums of the squares. Those are the norms squared; take a root of each first.",
        { first: shownNumber(dotOf(a, a)), second: shownNumber(dotOf(b, b)) },
      ),
  ),
  slip(
    "dot-product-taken-for-cosine",
    ({ a, b }) => number(dotOf(a, b)),
    ({ a, b }) =>
      sayParts(
        "That is the dot product. It still holds both lengths: divide it by {first} and by {second}.",
        {
          first: shownNumber(normOf(a)),
          second: shownNumber(normOf(b)),
        },
      ),
  ),
  slip(
    "sign-dropped",
    ({ a, b }) => number(divide(sum(productsOf(a, b).map(sizeOf)), multiply(normOf(a), normOf(b)))),
    message(
      "A minus sign got lost in the dot product. The norms are positive, so the sign of the dot product stays.",
    ),
  ),
  slip(
    "crossed-components",
    ({ a, b }) =>
      number(divide(dotOf(a, vectorOf(b.components.toReversed())), multiply(normOf(a), normOf(b)))),
    message(
      "The partners got crossed in the dot product: the first goes with the first, the second with the second.",
    ),
  ),
  slip(
    "sine-taken-for-cosine",
    ({ a, b }) => {
      const [[a1, a2, ...more], [b1, b2]] = [a.components, b.components];
      if (a2 === undefined || b2 === undefined || more.length > 0) return undefined;
      const area = subtract(multiply(a1, b2), multiply(a2, b1));
      return number(divide(sizeOf(area), multiply(normOf(a), normOf(b))));
    },
    message(
      "That is the sine of the angle: its square and that of the cosine add up to 1. The cosine comes from the dot product.",
    ),
  ),
  slip(
    "direction-reversed",
    ({ a, b }) => number(negate(divide(dotOf(a, b), multiply(normOf(a), normOf(b))))),
    message(
      "That is the cosine with one of the arrows turned round. Norms are positive, so the dot product keeps its sign.",
    ),
  ),
  slip(
    "norms-added",
    ({ a, b }) => {
      const total = add(normOf(a), normOf(b));
      // Over a sum of roots nothing exact stands.
      return toFraction(total) === undefined ? undefined : number(divide(dotOf(a, b), total));
    },
    message(
      "You divided by the sum of the norms. Multiply them: each of the two lengths is divided out by itself.",
    ),
  ),
  slip(
    "added-absolute-values",
    ({ a, b }) =>
      number(divide(dotOf(a, b), multiply(sum(sizesOf(a).components), sum(sizesOf(b).components)))),
    message("The sizes of the components were added for the norms. Square, add, then take the root."),
  ),
];

/** Those that lead to what may be a cosine, written as the right one is. */
export const cosineLookalikes = [
  "crossed-components",
  "sine-taken-for-cosine",
  "sign-dropped",
  "direction-reversed",
] as const;

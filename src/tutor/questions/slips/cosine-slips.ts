import { toFraction } from "../../../math/scalar.ts";
import { add, divide, multiply, sum } from "../../../math/scalar-arithmetic.ts";
import { message } from "../../../say.ts";
import { number } from "../../answer.ts";
import type { Slip } from "../../question.ts";
import { dotOf, normOf, productsOf, sizeOf, sizesOf, type VectorPair } from "../facts/measures.ts";
import { slip } from "./slip.ts";

/** What learners do wrong in a cosine similarity. */
export const cosineSlips: readonly [Slip<VectorPair>, ...Slip<VectorPair>[]] = [
  slip(
    "one-norm-forgotten",
    ({ a, b }) => {
      const [x, y] = [normOf(a), normOf(b)];
      return number(divide(dotOf(a, b), toFraction(x)?.equals(1n) ? y : x));
    },
    message("You divided by one norm only. Both vectors have a length, so divide by both norms."),
  ),
  slip(
    "forgot-the-root",
    ({ a, b }) => number(divide(dotOf(a, b), multiply(dotOf(a, a), dotOf(b, b)))),
    message(
      "You divided by the sums of the squares. Those are the norms squared; take a root of each first.",
    ),
  ),
  slip(
    "dot-product-taken-for-cosine",
    ({ a, b }) => number(dotOf(a, b)),
    message("That is the dot product. It still holds both lengths: divide by one norm and by the other."),
  ),
  slip(
    "sign-dropped",
    ({ a, b }) => number(divide(sum(productsOf(a, b).map(sizeOf)), multiply(normOf(a), normOf(b)))),
    message(
      "A minus sign got lost in the dot product. The norms are positive, so the sign of the dot product stays.",
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

import { isZero, type Scalar, toFraction } from "../../math/scalar.ts";
import { add, divide, multiply, sum } from "../../math/scalar-arithmetic.ts";
import type { Vector } from "../../math/vector.ts";
import { number } from "../answer.ts";
import type { Slip } from "../question.ts";
import { namedSlip, slipCalled } from "./named-slip.ts";
import { dotOf, normOf, productsOf, sizeOf, sizesOf } from "./vector-values.ts";

/** Two vectors whose cosine similarity is asked for. */
export interface VectorPair {
  readonly a: Vector;
  readonly b: Vector;
}

export const cosineOf = ({ a, b }: VectorPair): Scalar => divide(dotOf(a, b), multiply(normOf(a), normOf(b)));

/** What learners do wrong in a cosine similarity. */
export const cosineSlips: readonly [Slip<VectorPair>, ...Slip<VectorPair>[]] = [
  namedSlip(
    "divided-by-one-norm",
    ({ a, b }) => {
      const [x, y] = [normOf(a), normOf(b)];
      return number(divide(dotOf(a, b), toFraction(x)?.equals(1n) ? y : x));
    },
    "You divided by one norm only. Both vectors have a length, so divide by both norms.",
  ),
  namedSlip(
    "divided-by-squares",
    ({ a, b }) => number(divide(dotOf(a, b), multiply(dotOf(a, a), dotOf(b, b)))),
    "You divided by the sums of the squares. Those are the norms squared; take a root of each first.",
  ),
  namedSlip(
    "dot-product-taken-for-cosine",
    ({ a, b }) => number(dotOf(a, b)),
    "That is the dot product. It still holds both lengths: divide by one norm and by the other.",
  ),
  namedSlip(
    "sign-dropped",
    ({ a, b }) => number(divide(sum(productsOf(a, b).map(sizeOf)), multiply(normOf(a), normOf(b)))),
    "A minus sign got lost in the dot product. The norms are positive, so the sign of the dot product stays.",
  ),
  slipCalled(
    "norms-added",
    "Added the norms",
    ({ a, b }) => {
      const total = add(normOf(a), normOf(b));
      // Over a sum of roots nothing exact stands.
      return toFraction(total) === undefined ? undefined : number(divide(dotOf(a, b), total));
    },
    "You divided by the sum of the norms. Multiply them: each of the two lengths is divided out by itself.",
  ),
  namedSlip(
    "added-absolute-values",
    ({ a, b }) =>
      number(divide(dotOf(a, b), multiply(sum(sizesOf(a).components), sum(sizesOf(b).components)))),
    "The sizes of the components were added for the norms. Square, add, then take the root.",
  ),
];

/** Whether their dot product is 0, so that most slips lead to the right answer. */
export const atRightAngle = ({ a, b }: VectorPair): boolean => isZero(dotOf(a, b));

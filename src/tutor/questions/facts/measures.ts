import { evaluateScalar } from "../../../math/expression/expression.ts";
import { isSymbolic, isZero, letter, type Scalar, signOf } from "../../../math/scalar.ts";
import { compare, divide, multiply, negate } from "../../../math/scalar-arithmetic.ts";
import { type Vector, vectorOf } from "../../../math/vector.ts";
import { toExpression } from "../../../math/working.ts";

// The values that answers and slips are made of, without the workings that lead to them.

/** Two vectors of one dimension. */
export interface VectorPair {
  readonly a: Vector;
  readonly b: Vector;
}

/** A vector, and perhaps a letter for a positive number that each of its components is multiplied by. */
export interface Lettered {
  readonly a: Vector;
  readonly letter?: string;
}

/** The vector with its letter, as it stands in the question. */
export const givenOf = ({ a, letter: name }: Lettered): Vector =>
  name === undefined ? a : scaled(a, letter(name));

/** a·b of two vectors of the same dimension. */
export const dotOf = (a: Vector, b: Vector): Scalar =>
  evaluateScalar({ kind: "dot", left: toExpression(a), right: toExpression(b) });

/** ‖a‖ */
export const normOf = (a: Vector): Scalar => evaluateScalar({ kind: "norm", of: toExpression(a) });

/** The cosine similarity of two vectors, neither of them a zero vector. */
export const cosineOf = ({ a, b }: VectorPair): Scalar => divide(dotOf(a, b), multiply(normOf(a), normOf(b)));

/** Whether their dot product is 0, so that most slips lead to the right answer. */
export const atRightAngle = ({ a, b }: VectorPair): boolean => isZero(dotOf(a, b));

/** The products of partners, which add up to the dot product. */
export const productsOf = (a: Vector, b: Vector): readonly Scalar[] =>
  a.components.map((component, i) => multiply(component, b.components[i]!));

export const scaled = (a: Vector, factor: Scalar): Vector =>
  vectorOf(a.components.map((component) => multiply(factor, component)));

/** Each component divided by a number other than 0. */
export const divided = (a: Vector, by: Scalar): Vector =>
  vectorOf(a.components.map((component) => divide(component, by)));

/** Whether a number is below 0; of what has letters, nobody can tell. */
export const isNegative = (x: Scalar): boolean => !isSymbolic(x) && signOf(x) < 0;

/** The absolute value |x|; of what has letters, the value itself. */
export const sizeOf = (x: Scalar): Scalar => (isNegative(x) ? negate(x) : x);

/** The vector of absolute values. */
export const sizesOf = (a: Vector): Vector => vectorOf(a.components.map(sizeOf));

/** The largest component of a vector without letters. */
export const largestOf = ({ components }: Vector): Scalar =>
  components.reduce((most, x) => (compare(x, most) > 0 ? x : most));

import { evaluateScalar } from "../../math/expression.ts";
import { isSymbolic, type Scalar, signOf } from "../../math/scalar.ts";
import { divide, multiply, negate } from "../../math/scalar-arithmetic.ts";
import { type Vector, vectorOf } from "../../math/vector.ts";
import { toExpression } from "../../math/working.ts";

// The values that answers and slips are made of, without the workings that lead to them.

/** a·b of two vectors of the same dimension. */
export const dotOf = (a: Vector, b: Vector): Scalar =>
  evaluateScalar({ kind: "dot", left: toExpression(a), right: toExpression(b) });

/** ‖a‖ */
export const normOf = (a: Vector): Scalar => evaluateScalar({ kind: "norm", of: toExpression(a) });

/** The products of partners, which add up to the dot product. */
export const productsOf = (a: Vector, b: Vector): readonly Scalar[] =>
  a.components.map((component, i) => multiply(component, b.components[i]!));

export const scaled = (a: Vector, factor: Scalar): Vector =>
  vectorOf(a.components.map((component) => multiply(factor, component)));

/** Each component divided by a number other than 0. */
export const divided = (a: Vector, by: Scalar): Vector =>
  vectorOf(a.components.map((component) => divide(component, by)));

/** The absolute value |x|; of what has letters, the value itself. */
export const sizeOf = (x: Scalar): Scalar => (!isSymbolic(x) && signOf(x) < 0 ? negate(x) : x);

/** The vector of absolute values. */
export const sizesOf = (a: Vector): Vector => vectorOf(a.components.map(sizeOf));

import type { Scalar } from "../scalar.ts";
import { divide, multiply, sum } from "../scalar-arithmetic.ts";
import { sumOfProducts } from "../sum-of-products.ts";

/** What an expression is worth: a scalar, or the components of a vector. */
export type Value = Scalar | readonly Scalar[];

export const isVector = (value: Value): value is readonly Scalar[] => Array.isArray(value);

/** Throws a TypeError where a vector stands. */
export const asScalar = (value: Value): Scalar => {
  if (isVector(value)) throw new TypeError("A scalar was expected where a vector stands");
  return value;
};

/** Throws a TypeError where a scalar stands. */
export const asVector = (value: Value): readonly Scalar[] => {
  if (!isVector(value)) throw new TypeError("A vector was expected where a scalar stands");
  return value;
};

const sameDimension = (a: readonly Scalar[], b: readonly Scalar[]): void => {
  if (a.length !== b.length) throw new TypeError(`Dimensions ${a.length} and ${b.length} do not fit`);
};

/** Throws a TypeError where the dimensions differ. */
export const dotOf = (a: readonly Scalar[], b: readonly Scalar[]): Scalar => {
  sameDimension(a, b);
  return sumOfProducts(a, b);
};

/** The sum of scalars, or of vectors of one dimension; throws a TypeError where they do not fit. */
export const addAll = (values: readonly Value[]): Value => {
  if (!values.some(isVector)) return sum(values as readonly Scalar[]);
  const vectors = values.map((value) => {
    if (!isVector(value)) throw new TypeError("A scalar cannot be added to a vector");
    return value;
  });
  for (const other of vectors) sameDimension(vectors[0]!, other);
  return vectors[0]!.map((_, i) => sum(vectors.map((v) => v[i]!)));
};

export const scaleValue = (factor: Scalar, value: Value): Value =>
  isVector(value) ? value.map((component) => multiply(factor, component)) : multiply(factor, value);

export const divideValue = (value: Value, divisor: Scalar): Value =>
  isVector(value) ? value.map((component) => divide(component, divisor)) : divide(value, divisor);

/** The product of a scalar with a scalar or a vector; throws a TypeError for two vectors. */
export const multiplyValues = (a: Value, b: Value): Value => {
  if (!isVector(a)) return scaleValue(a, b);
  if (!isVector(b)) return scaleValue(b, a);
  throw new TypeError("Two vectors cannot be multiplied here; their dot product is a node of its own");
};

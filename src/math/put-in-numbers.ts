import { type Expression, evaluate } from "./expression.ts";
import { asExpression } from "./scalar.ts";
import { vectorExpression } from "./working.ts";

/**
 * The expression with what its names, dot products and norms come to in their place, so that one sees the arithmetic:
 * ‖a‖² + ‖b‖² − 2·(a·b) becomes 29 + 5 − 2×10. Of vectors only the outermost operation stays: a − t·b becomes
 * (2, 3, 4) − (2, 0, 4). Throws a RangeError where a name divides by zero.
 */
export const putInNumbers = (e: Expression): Expression => {
  switch (e.kind) {
    case "sum":
      return { ...e, terms: e.terms.map(numbersFor) };
    case "difference":
      return { ...e, left: numbersFor(e.left), right: numbersFor(e.right) };
    case "product":
      return { ...e, factors: e.factors.map(numbersFor) };
    case "quotient":
      return { ...e, numerator: numbersFor(e.numerator), denominator: numbersFor(e.denominator) };
    default:
      return numbersFor(e);
  }
};

const numbersFor = (e: Expression): Expression => {
  const value = evaluate(e);
  if (Array.isArray(value)) return vectorExpression(value);
  if (e.kind === "name") return e.means.kind === "angle" ? e.means : asExpression(value as never);
  if (e.kind === "dot" || e.kind === "norm" || (e.kind === "square" && e.of.kind === "norm"))
    return asExpression(value as never);
  if (e.kind === "square" || e.kind === "root" || e.kind === "apply") return { ...e, of: numbersFor(e.of) };
  return e.kind === "number" || e.kind === "angle" ? e : putInNumbers(e);
};

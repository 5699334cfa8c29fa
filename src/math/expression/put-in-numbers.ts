import { asExpression } from "../scalar.ts";
import { vectorExpression } from "../working.ts";
import { type Expression, evaluate, type Kind, mapChildren } from "./expression.ts";
import { isVector } from "./value.ts";

/**
 * The expression with what its names, dot products and norms come to in their place, so that one sees the arithmetic:
 * ‖a‖² + ‖b‖² − 2·(a·b) becomes 29 + 5 − 2×10. Of vectors only the outermost operation stays: a − t·b becomes
 * (2, 3, 4) − (2, 0, 4). Throws a RangeError where a name divides by zero.
 */
export const putInNumbers = (e: Expression): Expression =>
  arithmetic.has(e.kind) ? mapChildren(e, numbersFor) : numbersFor(e);

const arithmetic: ReadonlySet<Kind> = new Set(["sum", "difference", "product", "quotient"]);

const numbersFor = (e: Expression): Expression => {
  const value = evaluate(e);
  if (isVector(value)) return vectorExpression(value);
  if (e.kind === "name") return e.means.kind === "angle" ? e.means : asExpression(value);
  if (e.kind === "dot" || e.kind === "norm" || (e.kind === "square" && e.of.kind === "norm"))
    return asExpression(value);
  if (e.kind === "number" || e.kind === "angle") return e;
  return mapChildren(e, numbersFor);
};

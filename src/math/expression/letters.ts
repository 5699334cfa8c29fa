import { lettersOf, type Numeric, type Scalar } from "../scalar.ts";
import { type Expression, nodeOf } from "./expression.ts";

/** The letters of unknown value in a scalar of any kind, each once, in order of the alphabet: a and b in a/(1 + b). */
export const lettersOfScalar = (a: Scalar): readonly string[] => {
  switch (a.kind) {
    case "exact":
      return lettersOf(a);
    case "approximate":
      return [];
    case "symbolic":
      return [...new Set(lettersOfExpression(a.expression))].sort();
  }
};

/** The letters of unknown value in an expression, and in what its names stand for. */
export const lettersOfExpression = (e: Expression): readonly string[] => {
  switch (e.kind) {
    case "number":
      return lettersOfScalar(e.value);
    case "name":
      return lettersOfExpression(e.means);
    case "folded":
      return e.of === "terms" ? lettersOfScalar(e.total()) : e.items.flatMap(lettersOfExpression);
    default:
      return nodeOf(e).children(e).flatMap(lettersOfExpression);
  }
};

/** The numbers that stand in an expression when it is printed, from left to right. */
export const numbersIn = (e: Expression): readonly Numeric[] =>
  e.kind === "number" ? [e.value] : nodeOf(e).children(e).flatMap(numbersIn);

import type { Expression } from "./expression.ts";
import { lettersOf, type Scalar } from "./scalar.ts";

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

const lettersOfExpression = (e: Expression): readonly string[] => {
  switch (e.kind) {
    case "number":
      return lettersOfScalar(e.value);
    case "name":
      return lettersOfExpression(e.means);
    case "vector":
      return e.components.flatMap(lettersOfExpression);
    case "sum":
      return e.terms.flatMap(lettersOfExpression);
    case "product":
      return e.factors.flatMap(lettersOfExpression);
    case "difference":
    case "dot":
      return [e.left, e.right].flatMap(lettersOfExpression);
    case "quotient":
      return [e.numerator, e.denominator].flatMap(lettersOfExpression);
    case "norm":
    case "root":
    case "square":
    case "apply":
      return lettersOfExpression(e.of);
    case "angle":
      return lettersOfScalar(e.radians);
    case "folded":
      return e.of === "terms" ? lettersOfScalar(e.total()) : e.items.flatMap(lettersOfExpression);
  }
};

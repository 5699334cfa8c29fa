import { type Expression, evaluateScalar } from "../math/expression.ts";
import { firstItems, lastItems, mostItems, once } from "../math/long-sum.ts";
import { sum } from "../math/scalar-arithmetic.ts";

/**
 * The expression with long vectors and sums folded: the first and the last items stay, and what is between is counted
 * and, in a sum, added up exactly.
 */
export const fold = (e: Expression): Expression => {
  switch (e.kind) {
    case "vector":
      return { ...e, components: foldItems("components", e.components) };
    case "sum":
      return { ...e, terms: foldItems("terms", e.terms).map(fold) };
    case "product":
      return { ...e, factors: e.factors.map(fold) };
    case "difference":
    case "dot":
      return { ...e, left: fold(e.left), right: fold(e.right) };
    case "quotient":
      return { ...e, numerator: fold(e.numerator), denominator: fold(e.denominator) };
    case "norm":
    case "root":
    case "square":
    case "apply":
      return { ...e, of: fold(e.of) };
    case "number":
    case "name":
    case "angle":
    case "folded":
      return e;
  }
};

const foldItems = (of: "terms" | "components", items: readonly Expression[]): readonly Expression[] =>
  items.length <= mostItems
    ? items
    : [
        ...items.slice(0, firstItems),
        folded(of, items.slice(firstItems, -lastItems)),
        ...items.slice(-lastItems),
      ];

const folded = (of: "terms" | "components", items: readonly Expression[]): Expression =>
  of === "components"
    ? { kind: "folded", of, items }
    : { kind: "folded", of, count: items.length, total: once(() => sum(items.map(evaluateScalar))) };

import { type Expression, evaluateScalar, mapChildren } from "../math/expression/expression.ts";
import { firstItems, lastItems, mostItems, once } from "../math/long-sum.ts";
import { sum } from "../math/scalar-arithmetic.ts";

/**
 * The expression with long vectors and sums folded: the first and the last items stay, and what is between is counted
 * and, in a sum, added up exactly.
 */
export const fold = (e: Expression): Expression => {
  if (e.kind === "vector") return { ...e, components: foldItems("components", e.components) };
  if (e.kind === "sum") return { ...e, terms: foldItems("terms", e.terms).map(fold) };
  return mapChildren(e, fold);
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

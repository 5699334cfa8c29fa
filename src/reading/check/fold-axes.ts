import { Fraction } from "fraction.js";
import { fromFraction } from "../../math/scalar.ts";
import { childrenOf } from "../children.ts";
import { across, type Span, type Tree, type TreeOf } from "../tree.ts";

/** Whether i, j or k stand in a tree as unit vectors, and whether k is among them. */
const axesIn = (tree: Tree): { readonly some: boolean; readonly third: boolean } => {
  let [some, third] = [false, false];
  const open: Tree[] = [tree];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === "axis") {
      some = true;
      third ||= next.axis === 2;
    } else if (next.kind !== "vector") open.push(...childrenOf(next));
  }
  return { some, third };
};

const hasThreeComponents = (tree: Tree): boolean =>
  (tree.kind === "vector" && tree.components.length === 3) ||
  (tree.kind === "operation" && tree.operation === "cross") ||
  (tree.kind === "binary" && tree.sign === "×") ||
  (tree.kind !== "vector" && tree.kind !== "matrix" && childrenOf(tree).some(hasThreeComponents));

/** Whether the unit vectors of a text have three components: k is there, or another vector of three. */
export const axesDimension = (trees: readonly Tree[]): 2 | 3 | undefined => {
  const all = trees.map(axesIn);
  if (!all.some(({ some }) => some)) return undefined;
  return all.some(({ third }) => third) || trees.some(hasThreeComponents) ? 3 : 2;
};

/** A tree in which sums of unit vectors are vectors: 2i + 3j is (2, 3). */
export const foldAxes = (tree: Tree, dimension: 2 | 3): Tree => {
  const terms = termsOf(tree);
  if (terms !== undefined) {
    const components = Array.from({ length: dimension }, (_, axis) => componentOf(terms, axis, tree.span));
    return { kind: "vector", components, span: tree.span };
  }
  const fold = (each: Tree): Tree => foldAxes(each, dimension);
  switch (tree.kind) {
    case "group":
    case "negation":
    case "transposed":
    case "angle":
      return { ...tree, of: fold(tree.of) };
    case "binary":
      return { ...tree, left: fold(tree.left), right: fold(tree.right) };
    case "operation":
      return { ...tree, operands: tree.operands.map(fold) };
    case "relation":
      return { ...tree, parts: tree.parts.map(fold) };
    default:
      return tree;
  }
};

/** A unit vector with its coefficient, which is absent where it is 1. */
interface Term {
  readonly axis: number;
  readonly coefficient: Tree | undefined;
  readonly isNegative: boolean;
  readonly span: Span;
}

/** The terms of a sum of unit vectors; undefined where a tree is none. */
const termsOf = (tree: Tree): readonly Term[] | undefined => {
  switch (tree.kind) {
    case "axis":
      return [{ axis: tree.axis, coefficient: undefined, isNegative: false, span: tree.span }];
    case "negation":
      return termsOf(tree.of)?.map(negated);
    case "binary":
      return termsOfBinary(tree);
    default:
      return undefined;
  }
};

const negated = (term: Term): Term => ({ ...term, isNegative: !term.isNegative });

const termsOfBinary = ({ sign, left, right, span }: TreeOf<"binary">): readonly Term[] | undefined => {
  if (sign === "+" || sign === "-") {
    const [first, second] = [termsOf(left), termsOf(right)];
    if (first === undefined || second === undefined) return undefined;
    return [...first, ...(sign === "-" ? second.map(negated) : second)];
  }
  if (sign === "implicit" || sign === "*" || sign === "·") {
    if (right.kind !== "axis" || axesIn(left).some) return undefined;
    return [{ axis: right.axis, coefficient: left, isNegative: false, span }];
  }
  return undefined;
};

const componentOf = (terms: readonly Term[], axis: number, span: Span): Tree => {
  const parts = terms.filter((term) => term.axis === axis).map(signedCoefficient);
  const [first, ...rest] = parts;
  if (first === undefined) return numeral(0, { start: span.end, end: span.end });
  return rest.reduce<Tree>(
    (left, right) => ({
      kind: "binary",
      sign: "+",
      left,
      right,
      at: right.span,
      span: across(left.span, right.span),
    }),
    first,
  );
};

const signedCoefficient = ({ coefficient, isNegative, span }: Term): Tree => {
  const of = coefficient ?? numeral(1, span);
  return isNegative ? { kind: "negation", of, span } : of;
};

const numeral = (value: 0 | 1, span: Span): Tree => ({
  kind: "number",
  value: fromFraction(new Fraction(value)),
  typed: String(value),
  written: "whole",
  span,
});

import type { Operation, Product, Tree, TreeOf } from "../tree.ts";

/** What a tree comes to, with its dimensions; `unknown` where a letter without a meaning stands. */
export type Shape =
  | { readonly kind: "number" }
  | { readonly kind: "vector"; readonly dimension: number; readonly isRow?: true }
  | { readonly kind: "matrix"; readonly rows: number; readonly columns: number }
  | { readonly kind: "truth" }
  | { readonly kind: "unknown" };

export const number: Shape = { kind: "number" };
export const unknown: Shape = { kind: "unknown" };
const truth: Shape = { kind: "truth" };

/** What names stand for. */
export type Names = ReadonlyMap<string, Tree>;

/** What an operation gives: a number, a vector as its first operand is, or something of its own. */
const results: Readonly<Record<Operation, "number" | "first" | "last" | "truth" | "product" | "unknown">> = {
  dot: "number",
  cross: "first",
  outer: "product",
  elementwise: "first",
  multiply: "unknown",
  norm: "number",
  distance: "number",
  cosine: "number",
  "cosine-distance": "number",
  angle: "number",
  projection: "last",
  "scalar-projection": "number",
  rejection: "first",
  normalise: "first",
  add: "first",
  subtract: "first",
  scale: "first",
  divide: "first",
  softmax: "first",
  attention: "unknown",
  compare: "unknown",
  midpoint: "first",
  mean: "unknown",
  total: "number",
  correlation: "number",
  transpose: "unknown",
  along: "last",
  "orthogonal-to": "first",
  are: "truth",
  "square-root": "number",
  absolute: "number",
  exp: "number",
  sin: "number",
  cos: "number",
  tan: "number",
  arccos: "number",
};

/** The shape of a tree whose parts fit; names within names are followed a few steps. */
export const shapeOf = (tree: Tree, names: Names, depth = 0): Shape => {
  switch (tree.kind) {
    case "number":
    case "infinity":
    case "pi":
    case "angle":
      return number;
    case "name": {
      const means = names.get(tree.name);
      return means === undefined || depth > 20 ? unknown : shapeOf(means, names, depth + 1);
    }
    case "axis":
      return { kind: "vector", dimension: 3 };
    case "vector":
      return { kind: "vector", dimension: tree.components.length };
    case "matrix":
      return { kind: "matrix", rows: tree.rows.length, columns: tree.rows[0]?.length ?? 0 };
    case "group":
    case "negation":
      return shapeOf(tree.of, names, depth);
    case "transposed":
      return turned(shapeOf(tree.of, names, depth));
    case "relation":
      return truth;
    case "binary":
      return shapeOfBinary(tree, names, depth);
    case "operation":
      return shapeOfOperation(tree, names, depth);
  }
};

export const turned = (shape: Shape): Shape => {
  if (shape.kind === "matrix") return { kind: "matrix", rows: shape.columns, columns: shape.rows };
  if (shape.kind !== "vector") return shape;
  return { kind: "vector", dimension: shape.dimension, ...(shape.isRow === true ? {} : { isRow: true }) };
};

const shapeOfOperation = (
  { operation, operands }: TreeOf<"operation">,
  names: Names,
  depth: number,
): Shape => {
  const result = results[operation];
  if (result === "number") return number;
  if (result === "truth") return truth;
  if (result === "unknown") return unknown;
  const [first, last] = [operands[0], operands.at(-1)];
  if (first === undefined || last === undefined) return unknown;
  const left = shapeOf(first, names, depth);
  const right = shapeOf(last, names, depth);
  if (result === "product")
    return left.kind === "vector" && right.kind === "vector"
      ? { kind: "matrix", rows: left.dimension, columns: right.dimension }
      : unknown;
  if (operation === "scale" || operation === "divide") return left.kind === "number" ? right : left;
  return result === "first" ? left : right;
};

const shapeOfBinary = (tree: TreeOf<"binary">, names: Names, depth: number): Shape => {
  const left = shapeOf(tree.left, names, depth);
  const right = shapeOf(tree.right, names, depth);
  if (tree.sign === "+" || tree.sign === "-") return left.kind === "unknown" ? right : left;
  if (tree.sign === "/") return left;
  if (tree.sign === "^") return left.kind === "matrix" ? left : number;
  return shapeOfProduct(productOf(tree, left, right), left, right);
};

/** What a product of two shapes is, by its sign; undefined where there is none. */
export const productOf = (
  { sign, left: first }: Pick<TreeOf<"binary">, "sign" | "left">,
  left: Shape,
  right: Shape,
): Product | undefined => {
  if (left.kind === "unknown" || right.kind === "unknown") return "unknown";
  if (left.kind === "truth" || right.kind === "truth") return undefined;
  if (left.kind === "number" || right.kind === "number") {
    if (left.kind === right.kind) return "number";
    return sign === "@" || sign === "∘" || sign === "⊗" ? undefined : "scaled";
  }
  if (sign === "∘") return "elementwise";
  if (sign === "⊗") return left.kind === "vector" && right.kind === "vector" ? "outer" : undefined;
  if (left.kind === "matrix" || right.kind === "matrix") return sign === "×" ? undefined : "matrix";
  if (left.isRow !== true && right.isRow === true && sign !== "×") return "outer";
  if (sign === "×") return "cross";
  if (sign === "·" || sign === "@") return "dot";
  if (sign === "implicit") return left.isRow === true ? "dot" : undefined;
  return left.isRow === true && first.kind === "transposed" ? "dot" : undefined;
};

export const shapeOfProduct = (product: Product | undefined, left: Shape, right: Shape): Shape => {
  switch (product) {
    case undefined:
    case "unknown":
      return unknown;
    case "number":
    case "dot":
      return number;
    case "scaled":
      return left.kind === "number" ? right : left;
    case "cross":
    case "elementwise":
      return left;
    case "outer":
      return left.kind === "vector" && right.kind === "vector"
        ? { kind: "matrix", rows: left.dimension, columns: right.dimension }
        : unknown;
    case "matrix":
      return shapeOfMatrixProduct(left, right);
  }
};

const shapeOfMatrixProduct = (left: Shape, right: Shape): Shape => {
  if (left.kind === "matrix" && right.kind === "matrix")
    return { kind: "matrix", rows: left.rows, columns: right.columns };
  if (left.kind === "matrix") return { kind: "vector", dimension: left.rows };
  return right.kind === "matrix" ? { kind: "vector", dimension: right.columns } : unknown;
};

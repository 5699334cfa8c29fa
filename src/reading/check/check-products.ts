import { fail, type State } from "../state.ts";
import type { TreeOf } from "../tree.ts";
import type { Checked } from "./check-shapes.ts";
import { productOf, type Shape, shapeOfProduct } from "./shape.ts";

/** The dimensions of two shapes of one kind, where they differ. */
export const differing = (left: Shape, right: Shape): readonly [number, number] | undefined => {
  if (left.kind === "vector" && right.kind === "vector" && left.dimension !== right.dimension)
    return [left.dimension, right.dimension];
  if (left.kind === "matrix" && right.kind === "matrix") {
    if (left.rows !== right.rows) return [left.rows, right.rows];
    if (left.columns !== right.columns) return [left.columns, right.columns];
  }
  return undefined;
};

export const checkProduct = (
  s: State,
  tree: TreeOf<"binary">,
  left: Shape,
  right: Shape,
): Checked | undefined => {
  const triple = isTripleProduct(tree, right);
  if (triple) return fail(s, tree.span, "three-vectors", { doubts: ["three-vectors"] });
  const product = productOf(tree, left, right);
  if (product !== undefined) return checkFit(s, { ...tree, product }, left, right);
  const areVectors = left.kind === "vector" && right.kind === "vector";
  if (tree.sign === "*" && areVectors) return checkStar(s, tree, left, right);
  if (left.kind === "number" || right.kind === "number")
    return fail(s, (left.kind === "number" ? tree.left : tree.right).span, "vector-expected");
  return fail(
    s,
    tree.at.start === tree.at.end ? tree.span : tree.at,
    areVectors ? "missing-sign" : "matrix-does-not-fit",
  );
};

/** a·b·c: the dot product of two is a number, and of a number there is none. (a·b)·c is a number times a vector. */
const isTripleProduct = ({ sign, left }: TreeOf<"binary">, right: Shape): boolean =>
  (sign === "·" || sign === "@" || sign === "*") &&
  right.kind === "vector" &&
  left.kind === "binary" &&
  left.product === "dot";

/** a * b of two vectors: one of two products, which only the learner knows. */
const checkStar = (s: State, tree: TreeOf<"binary">, left: Shape, right: Shape): Checked | undefined => {
  if (s.turned.has("star")) return checkFit(s, { ...tree, sign: "∘", product: "elementwise" }, left, right);
  if (s.turned.has("times")) return checkFit(s, { ...tree, sign: "·", product: "dot" }, left, right);
  return fail(s, tree.at, "star-between-vectors", { doubts: ["times", "star"] });
};

const checkFit = (s: State, tree: TreeOf<"binary">, left: Shape, right: Shape): Checked | undefined => {
  const { product } = tree;
  if (product === "cross" && left.kind === "vector" && right.kind === "vector") {
    const dimensions = [left.dimension, right.dimension] as const;
    if (dimensions.some((each) => each !== 3)) {
      if (!s.turned.has("times"))
        return fail(s, tree.span, "cross-needs-three", { dimensions, doubts: ["times"] });
      return checkFit(s, { ...tree, sign: "·", product: "dot" }, left, right);
    }
  }
  if (product === "dot" || product === "elementwise") {
    const dimensions = differing({ ...left, isRow: true } as Shape, { ...right, isRow: true } as Shape);
    if (dimensions !== undefined) return fail(s, tree.span, "dimensions-differ", { dimensions });
  }
  if (product === "matrix") {
    const dimensions = innerDimensions(left, right);
    if (dimensions !== undefined && dimensions[0] !== dimensions[1])
      return fail(s, tree.span, "matrix-does-not-fit", { dimensions });
  }
  return { tree, shape: shapeOfProduct(product, left, right) };
};

/** The columns of the left and the rows of the right factor of a matrix product. */
const innerDimensions = (left: Shape, right: Shape): readonly [number, number] | undefined => {
  const columns = left.kind === "matrix" ? left.columns : left.kind === "vector" ? left.dimension : undefined;
  const rows = right.kind === "matrix" ? right.rows : right.kind === "vector" ? right.dimension : undefined;
  return columns === undefined || rows === undefined ? undefined : [columns, rows];
};

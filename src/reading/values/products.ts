import type { Expression } from "../../math/expression/expression.ts";
import { asVector, isVector } from "../../math/expression/value.ts";
import { asExpression, type Scalar } from "../../math/scalar.ts";
import { vectorExpression } from "../../math/working.ts";
import type { Tree } from "../tree.ts";
import { canMultiply } from "./binary.ts";
import { type Conversion, type Converted, made, refuse } from "./conversion.ts";
import { convert } from "./convert.ts";

/** (1, 2)∘(3, 4) is (1×3, 2×4). */
export const elementwise = (
  c: Conversion,
  tree: Pick<Tree, "span">,
  a: Converted,
  b: Converted,
): Converted | undefined => {
  const [xs, ys] = [asVector(a.value), asVector(b.value)];
  if (xs.length !== ys.length) return refuse(c, tree, "dimensions-differ");
  if (!canMultiply(c, xs, ys)) return refuse(c, tree, "too-laborious");
  const components = xs.map(
    (x, i): Expression => ({
      kind: "product",
      factors: [asExpression(x), asExpression(ys[i]!)],
    }),
  );
  return made(c, tree, { kind: "vector", components }, []);
};

/** A matrix times a vector: each component of the result is the dot product of a row and the vector. */
export const matrixTimes = (
  c: Conversion,
  tree: Pick<Tree, "span">,
  left: Tree,
  right: Tree,
): Converted | undefined => {
  const [first, last] = [matrixOf(c, left), matrixOf(c, right)];
  if (first !== undefined && last !== undefined) return refuse(c, tree, "operation-not-offered");
  const matrix = first ?? last;
  const vector = convert(c, first === undefined ? left : right);
  if (matrix === undefined || vector === undefined) return undefined;
  const rows: (readonly Scalar[])[] = [];
  for (const each of first === undefined ? columnsOf(matrix) : matrix.rows) {
    const row = convert(c, { kind: "vector", components: each, span: matrix.span });
    if (row === undefined) return undefined;
    rows.push(asVector(row.value));
  }
  const by = vector.value;
  if (!isVector(by)) return refuse(c, tree, "operation-not-offered");
  if (rows.some((row) => row.length !== by.length)) return refuse(c, tree, "matrix-does-not-fit");
  if (!rows.every((row) => canMultiply(c, row, by))) return refuse(c, tree, "too-laborious");
  const components = rows.map(
    (row): Expression => ({
      kind: "dot",
      left: vectorExpression(row),
      right: vectorExpression(by),
    }),
  );
  return made(c, tree, { kind: "vector", components }, []);
};

interface Matrix extends Pick<Tree, "span"> {
  readonly rows: readonly (readonly Tree[])[];
}

/** The matrix that a tree is or is named by. */
const matrixOf = (c: Conversion, tree: Tree, depth = 0): Matrix | undefined => {
  if (tree.kind === "matrix") return tree;
  if (tree.kind === "group") return matrixOf(c, tree.of, depth);
  if (tree.kind === "transposed") {
    const matrix = matrixOf(c, tree.of, depth);
    return matrix === undefined ? undefined : { rows: columnsOf(matrix), span: tree.span };
  }
  const means = tree.kind === "name" && Object.hasOwn(c.names, tree.name) ? c.names[tree.name] : undefined;
  return means === undefined || depth > deepestNames ? undefined : matrixOf(c, means, depth + 1);
};

/** Names that stand for names are followed so far. */
const deepestNames = 20;

const columnsOf = ({ rows }: Pick<Matrix, "rows">): readonly (readonly Tree[])[] =>
  rows[0]!.map((_, i) => rows.map((row) => row[i]!));

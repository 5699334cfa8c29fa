import type { Fault } from "../state.ts";
import { fail, type State } from "../state.ts";
import type { Operation, Span, Tree, TreeOf } from "../tree.ts";
import { checkProduct, differing } from "./check-products.ts";
import { number, type Shape, shapeOf, turned, unknown } from "./shape.ts";

/** A tree whose products say what they are, and what it comes to. */
export interface Checked {
  readonly tree: Tree;
  readonly shape: Shape;
}

/** Checks that numbers, vectors and matrices stand where they may, and says of each product what it is. */
export const checkShapes = (s: State, tree: Tree): Checked | undefined => {
  switch (tree.kind) {
    case "number":
    case "infinity":
    case "pi":
    case "axis":
    case "name":
      return { tree, shape: shapeOf(tree, s.names) };
    case "vector":
      return checkComponents(s, tree, tree.components);
    case "matrix":
      return checkComponents(s, tree, tree.rows.flat());
    case "group":
    case "negation": {
      const of = checkShapes(s, tree.of);
      return of && { tree: { ...tree, of: of.tree }, shape: of.shape };
    }
    case "transposed": {
      const of = checkShapes(s, tree.of);
      if (of === undefined) return undefined;
      if (of.shape.kind === "number" || of.shape.kind === "truth")
        return fail(s, tree.span, "vector-expected");
      return { tree: { ...tree, of: of.tree }, shape: turned(of.shape) };
    }
    case "angle": {
      const of = checkShapes(s, tree.of);
      return of && { tree: { ...tree, of: of.tree }, shape: number };
    }
    case "binary":
      return checkBinary(s, tree);
    case "operation":
      return checkOperation(s, tree);
    case "relation":
      return checkRelation(s, tree);
  }
};

const isPlain = ({ kind }: Tree): boolean =>
  kind === "number" || kind === "name" || kind === "pi" || kind === "infinity";

const checkComponents = (
  s: State,
  tree: TreeOf<"vector" | "matrix">,
  components: readonly Tree[],
): Checked | undefined => {
  const shape = shapeOf(tree, s.names);
  for (const component of components) {
    if (isPlain(component) && component.kind !== "name") continue;
    const checked = checkShapes(s, component);
    if (checked === undefined) return undefined;
    const { kind } = checked.shape;
    if (kind !== "number" && kind !== "unknown") return fail(s, component.span, "number-expected");
  }
  return { tree, shape };
};

const checkBinary = (s: State, tree: TreeOf<"binary">): Checked | undefined => {
  const left = checkShapes(s, tree.left);
  const right = left && checkShapes(s, tree.right);
  if (left === undefined || right === undefined) return undefined;
  const made = { ...tree, left: left.tree, right: right.tree };
  if (tree.sign === "+" || tree.sign === "-") return checkSum(s, made, left.shape, right.shape);
  if (tree.sign === "/") return checkQuotient(s, made, left.shape, right.shape);
  if (tree.sign === "^") return checkPower(s, made, left.shape, right.shape);
  return checkProduct(s, made, left.shape, right.shape);
};

const isOpen = (shape: Shape): boolean => shape.kind === "unknown";

const checkSum = (s: State, tree: TreeOf<"binary">, left: Shape, right: Shape): Checked | undefined => {
  if (isOpen(left) || isOpen(right)) return { tree, shape: isOpen(left) ? right : left };
  if (left.kind === "truth" || right.kind === "truth") return fail(s, tree.at, "misplaced-sign");
  if (left.kind !== right.kind) return fail(s, tree.span, "number-and-vector");
  const dimensions = differing(left, right);
  return dimensions === undefined
    ? { tree, shape: left }
    : fail(s, tree.span, "dimensions-differ", { dimensions });
};

const checkQuotient = (s: State, tree: TreeOf<"binary">, left: Shape, right: Shape): Checked | undefined =>
  right.kind === "number" || isOpen(right)
    ? { tree, shape: left }
    : fail(s, tree.right.span, "division-by-vector");

const checkPower = (s: State, tree: TreeOf<"binary">, left: Shape, right: Shape): Checked | undefined => {
  if (right.kind !== "number" && !isOpen(right)) return fail(s, tree.right.span, "number-expected");
  if (left.kind === "number" || isOpen(left)) return { tree, shape: left };
  const isSquare = tree.right.kind === "number" && tree.right.typed === "2" && left.kind === "vector";
  if (!isSquare) return fail(s, tree.span, "power-of-vector");
  if (!s.turned.has("square-of-vector"))
    return fail(s, tree.span, "power-of-vector", { doubts: ["square-of-vector"] });
  const product = { ...tree, sign: "·", right: tree.left, product: "dot" } as const;
  return { tree: product, shape: number };
};

/** Operations of two vectors of one dimension. */
const ofEqual: ReadonlySet<Operation> = new Set<Operation>([
  "dot",
  "elementwise",
  "distance",
  "cosine",
  "cosine-distance",
  "angle",
  "projection",
  "scalar-projection",
  "rejection",
  "subtract",
  "correlation",
  "midpoint",
  "cross",
]);
const ofNumber: ReadonlySet<Operation> = new Set<Operation>([
  "square-root",
  "absolute",
  "exp",
  "sin",
  "cos",
  "tan",
  "arccos",
]);

const checkOperation = (s: State, tree: TreeOf<"operation">): Checked | undefined => {
  const operands: Checked[] = [];
  for (const operand of tree.operands) {
    const checked = checkShapes(s, operand);
    if (checked === undefined) return undefined;
    operands.push(checked);
  }
  const made = { ...tree, operands: operands.map((each) => each.tree) };
  const shapes = operands.map(({ shape }) => shape);
  const fault = operationFault(tree, shapes);
  if (fault !== undefined) return fail(s, fault.span, fault.reason, fault);
  return { tree: made, shape: shapes.length === 0 ? unknown : shapeOf(made, s.names) };
};

const operationFault = (tree: TreeOf<"operation">, shapes: readonly Shape[]): Fault | undefined => {
  const { operation, operands } = tree;
  const [left, right] = shapes;
  if (ofNumber.has(operation)) {
    const odd = shapes.findIndex(({ kind }) => kind === "vector" || kind === "matrix" || kind === "truth");
    return odd < 0 ? undefined : { span: operands[odd]!.span, reason: "number-expected" };
  }
  if (left?.kind === "number" && shapes.length === 1 && ofEqual.has(operation))
    return { span: operands[0]!.span, reason: "vector-expected" };
  if (left === undefined || right === undefined || shapes.length !== 2 || !ofEqual.has(operation))
    return undefined;
  const kinds = [left, right].map(({ kind }) => kind);
  if (kinds.includes("number") && kinds.includes("vector"))
    return { span: operands[kinds.indexOf("number")]!.span, reason: "vector-expected" };
  const dimensions = differing({ ...left, isRow: true } as Shape, { ...right, isRow: true } as Shape);
  if (dimensions !== undefined) return { span: across2(operands), reason: "dimensions-differ", dimensions };
  const isFlat = operation === "cross" && left.kind === "vector" && left.dimension !== 3;
  return isFlat
    ? { span: across2(operands), reason: "cross-needs-three", dimensions: [left.dimension, left.dimension] }
    : undefined;
};

const across2 = (operands: readonly Tree[]): Span => ({
  start: Math.min(...operands.map(({ span }) => span.start)),
  end: Math.max(...operands.map(({ span }) => span.end)),
});

const checkRelation = (s: State, tree: TreeOf<"relation">): Checked | undefined => {
  const parts: Tree[] = [];
  for (const part of tree.parts) {
    const checked = checkShapes(s, part);
    if (checked === undefined) return undefined;
    parts.push(checked.tree);
  }
  return { tree: { ...tree, parts }, shape: { kind: "truth" } };
};

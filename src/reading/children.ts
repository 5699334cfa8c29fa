import type { Qualifiers, Tree } from "./tree.ts";

/** The parts of a node, in the order of the text. */
export const childrenOf = (tree: Tree): readonly Tree[] => {
  switch (tree.kind) {
    case "number":
    case "infinity":
    case "pi":
    case "name":
    case "axis":
      return none;
    case "vector":
      return tree.components;
    case "matrix":
      return tree.rows.flat();
    case "group":
    case "negation":
    case "transposed":
    case "angle":
      return [tree.of];
    case "binary":
      return [tree.left, tree.right];
    case "operation":
      return [...tree.operands, ...qualifierTrees(tree.qualifiers)];
    case "relation":
      return tree.parts;
  }
};

export const none: readonly Tree[] = [];

const qualifierTrees = ({ p, weights, temperature, length }: Qualifiers): readonly Tree[] =>
  [p, weights, temperature, length].filter((each) => each !== undefined);

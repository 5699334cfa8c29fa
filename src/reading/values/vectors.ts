import { isVector } from "../../math/expression/value.ts";
import type { Notation, Vector } from "../../math/vector.ts";
import { vectorOf } from "../../math/vector.ts";
import { childrenOf } from "../children.ts";
import type { Tree } from "../tree.ts";
import { type Conversion, type Converted, refuse } from "./conversion.ts";
import { convert } from "./convert.ts";

/** A tree as a vector, with what it was worked out from where it was typed as an expression. */
export const toVector = (c: Conversion, tree: Tree): Vector | undefined => {
  const converted = convert(c, tree);
  if (converted === undefined) return undefined;
  const { value } = converted;
  const components = isVector(value) ? value : [value];
  if (components.length === 0) return refuse(c, tree, "empty-component");
  const name = tree.kind === "name" ? { name: tree.name } : {};
  const source = isWorkedOut(converted) ? { from: converted.expression } : {};
  return { ...vectorOf(components, notationOf(c, tree)), ...name, ...source };
};

/** Whether there was anything to work out beside components. */
const isWorkedOut = ({ expression }: Converted): boolean => {
  if (expression.kind === "name") return isWorkedOut({ expression: expression.means, value: [] });
  return expression.kind !== "vector" && expression.kind !== "number";
};

/** Decimals where some number was written as a decimal and none as a fraction. */
export const notationOf = (c: Conversion, ...trees: readonly Tree[]): Notation => {
  let isDecimal = false;
  const open: Tree[] = [...trees];
  const seen = new Set<string>();
  for (let tree = open.pop(); tree !== undefined; tree = open.pop()) {
    if (tree.kind === "number") {
      if (tree.written === "fraction") return "fraction";
      isDecimal ||= tree.written === "decimal" || tree.written === "percent";
    } else if (tree.kind === "binary" && tree.sign === "/") return "fraction";
    else if (tree.kind === "name" && !seen.has(tree.name)) {
      seen.add(tree.name);
      const means = Object.hasOwn(c.names, tree.name) ? c.names[tree.name] : undefined;
      if (means !== undefined) open.push(means);
    } else for (const child of childrenOf(tree)) open.push(child);
  }
  return isDecimal ? "decimal" : "fraction";
};

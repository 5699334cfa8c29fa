import { numberToPlain } from "../math/expression/plain.ts";
import { defaultStyle } from "../math/number-text.ts";
import type { Measure, Operation, Sign, Tree, TreeOf } from "./tree.ts";

/**
 * A tree as text that is read as the same tree again, in the signs of mathematics; names that stand for something are
 * replaced by it. What a learner typed in any notation can so be handed to another command.
 */
export const spell = (tree: Tree, names: Readonly<Record<string, Tree>>, depth = 0): string => {
  const part = (each: Tree): string => spell(each, names, depth);
  /** A part as a factor: what is made of several stands in brackets. */
  const factor = (each: Tree): string => (isOne(each) ? part(each) : `(${part(each)})`);
  switch (tree.kind) {
    case "number":
      return plainNumber.test(tree.typed)
        ? tree.typed
        : numberToPlain(tree.value, { ...defaultStyle, digits: 64, notation: writtenAs(tree) });
    case "infinity":
      return "∞";
    case "pi":
      return "π";
    case "axis":
      return "ijk"[tree.axis]!;
    case "name": {
      const means = Object.hasOwn(names, tree.name) ? names[tree.name] : undefined;
      if (means === undefined || depth > deepest) return tree.name;
      const worth = spell(means, names, depth + 1);
      return isOne(means) ? worth : `(${worth})`;
    }
    case "vector":
      return `(${tree.components.map(part).join(", ")}${tree.components.length === 1 ? "," : ""})`;
    case "matrix":
      return `[${tree.rows.map((row) => `[${row.map(part).join(", ")}]`).join(", ")}]`;
    case "group":
      return part(tree.of).startsWith("(") && isOne(tree.of) ? part(tree.of) : `(${part(tree.of)})`;
    case "negation":
      return `-${factor(tree.of)}`;
    case "transposed":
      return `${factor(tree.of)}ᵀ`;
    case "angle":
      return `${factor(tree.of)}${tree.unit === "degrees" ? "°" : " rad"}`;
    case "binary":
      return `${factor(tree.left)}${signs[tree.sign]}${factor(tree.right)}`;
    case "operation":
      return spellOperation(tree, part);
    case "relation":
      return tree.parts
        .map((each, i) => (i === 0 ? part(each) : ` ${tree.relations[i - 1]} ${part(each)}`))
        .join("");
  }
};

const plainNumber = /^\d+(?:\.\d+)?$/;

const writtenAs = ({ written }: TreeOf<"number">) => (written === "fraction" ? "fraction" : "decimal");

/** Names that stand for names are followed so far. */
const deepest = 20;

const isOne = ({ kind }: Tree): boolean => kind !== "binary" && kind !== "negation" && kind !== "relation";

const signs: Readonly<Record<Sign, string>> = {
  "+": " + ",
  "-": " - ",
  "*": "*",
  "·": "·",
  "×": "×",
  "/": "/",
  "^": "^",
  "@": "·",
  "∘": "∘",
  "⊗": "⊗",
  implicit: "*",
};

const measures: Readonly<Record<Measure, string>> = {
  euclidean: "",
  manhattan: "manhattan ",
  chebyshev: "chebyshev ",
  minkowski: "minkowski ",
};

/** Operations whose name in words is not their own. */
const names: Partial<Readonly<Record<Operation, string>>> = {
  "square-root": "sqrt",
  absolute: "abs",
  dot: "dot product",
  cross: "cross product",
  cosine: "cosine similarity",
  outer: "outer product",
  elementwise: "elementwise product",
};

const spellOperation = (
  { operation, qualifiers, operands }: TreeOf<"operation">,
  part: (each: Tree) => string,
): string => {
  const { measure, squared, p, temperature } = qualifiers;
  const name = `${squared === true ? "squared " : ""}${measure === undefined ? "" : measures[measure]}${names[operation] ?? operation.replaceAll("-", " ")}`;
  const extra = [
    ...(p === undefined ? [] : [` with p=${part(p)}`]),
    ...(temperature === undefined ? [] : [` with temperature ${part(temperature)}`]),
  ];
  const isFunction = operands.length === 1 && measure === undefined && squared === undefined;
  return isFunction && p === undefined && temperature === undefined
    ? `${name}(${operands.map(part).join("")})`
    : `${name} of ${operands.map(part).join(" and ")}${extra.join("")}`;
};

import type { Result } from "../../src/base/result.ts";
import type { Reading, Unread } from "../../src/reading/reading.ts";
import type { Qualifiers, Tree } from "../../src/reading/tree.ts";

/** A tree in one line, as the tables of tests have it: numbers as typed, operations by name. */
export const showTree = (tree: Tree, withSigns = false): string => {
  const show = (each: Tree): string => showTree(each, withSigns);
  switch (tree.kind) {
    case "number":
      return tree.typed;
    case "infinity":
      return "∞";
    case "pi":
      return "π";
    case "name":
      return tree.name;
    case "axis":
      return `axis${tree.axis}`;
    case "vector":
      return `(${tree.components.map(show).join(", ")})`;
    case "matrix":
      return `[${tree.rows.map((row) => row.map(show).join(", ")).join("; ")}]`;
    case "group":
      return `<${show(tree.of)}>`;
    case "negation":
      return `−${show(tree.of)}`;
    case "binary":
      return `{${show(tree.left)} ${withSigns ? tree.sign : (tree.product ?? tree.sign)} ${show(tree.right)}}`;
    case "transposed":
      return `${show(tree.of)}ᵀ`;
    case "angle":
      return `${show(tree.of)} ${tree.unit}`;
    case "operation":
      return `${tree.operation}${showQualifiers(tree.qualifiers)}[${tree.operands.map(show).join(" | ")}]`;
    case "relation":
      return tree.parts
        .map((part, i) => `${i === 0 ? "" : ` ${tree.relations[i - 1]} `}${show(part)}`)
        .join("");
  }
};

const showQualifiers = (qualifiers: Qualifiers): string => {
  const shown = Object.entries(qualifiers).map(([name, value]) => {
    if (value === true) return name;
    return `${name}=${Array.isArray(value) ? value.join("+") : typeof value === "string" ? value : showTree(value as Tree)}`;
  });
  return shown.length === 0 ? "" : `{${shown.join(" ")}}`;
};

/** All that a reading says, with the signs as they were typed. */
export const showWhole = (reading: Reading): string =>
  [...reading.goals, ...Object.values(reading.names), ...reading.facts]
    .map((tree) => showTree(tree, true))
    .join("  ");

/** A reading, or why there is none, in one line. */
export const showReading = (result: Result<Reading, Unread>): string => {
  if (!result.ok) {
    const { reason, found, choices } = result.problem;
    const offered = choices.map(({ reading }) => ` ? ${showGoals(reading)}`).join("");
    return `✗ ${reason}: ${found}${offered}`;
  }
  const { facts, names, purpose, sought, pointsBack } = result.value;
  return [
    showGoals(result.value),
    ...Object.entries(names).map(([name, tree]) => `${name}:=${showTree(tree)}`),
    ...facts.map((fact) => `given ${showTree(fact)}`),
    ...(purpose === "value" ? [] : [`— ${purpose}`]),
    ...(sought === undefined ? [] : [`sought ${sought}`]),
    ...(pointsBack ? ["↑"] : []),
  ].join("  ");
};

const showGoals = ({ goals }: Reading): string => goals.map((goal) => showTree(goal)).join("  ");

import { Fraction } from "fraction.js";
import type { MathNode } from "mathjs";
import { angle } from "./cosine.ts";
import { type Expression, evaluateVector } from "./expression/expression.ts";
import { type FunctionName, functionNames } from "./expression/nodes/apply.ts";
import { loadExpressionParser } from "./read-expression.ts";
import { fromFraction, letter, rational } from "./scalar.ts";
import { vectorOf } from "./vector.ts";

export const relations = ["=", "≈", "≤", "≥", "<", ">"] as const;

export type Relation = (typeof relations)[number];

/** Expressions with relations between them: ‖a − b‖² = ‖a‖² + ‖b‖² − 2·(a·b). */
export interface Chain {
  readonly parts: readonly [Expression, ...Expression[]];
  /** One fewer than the parts. */
  readonly relations: readonly Relation[];
  /** Ends in "= ?": the value of the last part is to be shown behind it. */
  readonly asksForValue: boolean;
}

/** What names stand for, in the order in which they may refer to one another. */
export type Names = Readonly<Record<string, Expression>>;

/**
 * Reads a formula as authors of lessons and proofs write it: `norm(a - b)^2 = dot(a, a) - 2*dot(a, b) + dot(b, b)`,
 * `cos(theta) <= 1`, `dot(a, b) = ?`. Known are + - * / ^2, dot, norm, sqrt, cos, sin, exp, arccos, softmax,
 * angle(a, b) in degrees, lists such as [1, 2], numbers and names; a name without a meaning is a letter. Throws a
 * SyntaxError on anything else: a mistake of the author.
 */
export const readFormula = (source: string, names: Names = {}): Chain => {
  const pieces = source.split(/(<=|>=|[=≈<>])/).map((piece) => piece.trim());
  const asksForValue = pieces.at(-1) === "?" && pieces.at(-2) === "=";
  const kept = asksForValue ? pieces.slice(0, -2) : pieces;
  const trees = kept.filter((_, i) => i % 2 === 0).map((part) => parsePart(part, source));
  const letters = new Set(trees.flatMap((tree) => namesInLists(tree, false)));
  const known = Object.fromEntries(Object.entries(names).filter(([name]) => !letters.has(name)));
  const [first, ...rest] = trees.map((tree) => toExpression(tree, known));
  return {
    parts: [first!, ...rest],
    relations: kept.filter((_, i) => i % 2 === 1).map((sign) => signs[sign] ?? (sign as Relation)),
    asksForValue,
  };
};

const signs: Readonly<Record<string, Relation>> = { "<=": "≤", ">=": "≥" };

/** Reads definitions, each of which may use those before it. */
export const readNames = (definitions: Readonly<Record<string, string>>, known: Names): Names => {
  const names: Record<string, Expression> = { ...known };
  for (const [name, source] of Object.entries(definitions)) names[name] = readFormula(source, names).parts[0];
  return names;
};

const parsePart = (part: string, source: string): MathNode => {
  try {
    return loadExpressionParser()(part);
  } catch {
    throw new SyntaxError(`“${part}” in “${source}” is no formula`);
  }
};

/** A name in a list stands for one number, so there and beside the list it is a letter. */
const namesInLists = (tree: MathNode, inList: boolean): readonly string[] => {
  const { type, name, args = [], items = [], content } = tree as unknown as Node;
  if (type === "SymbolNode") return inList ? [name!] : [];
  return [...args, ...items, ...(content === undefined ? [] : [content])].flatMap((each) =>
    namesInLists(each, inList || type === "ArrayNode"),
  );
};

/** The parts of mathjs's nodes that are read here. */
interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: string;
  readonly fn?: string | { readonly name?: string };
  readonly args?: readonly MathNode[];
  readonly items?: readonly MathNode[];
  readonly content?: MathNode;
}

const toExpression = (tree: MathNode, names: Names): Expression => {
  const node = tree as unknown as Node;
  const args = (node.args ?? []).map((arg) => toExpression(arg, names));
  switch (node.type) {
    case "ParenthesisNode":
      return toExpression(node.content!, names);
    case "ConstantNode":
      return { kind: "number", value: fromFraction(new Fraction(String(node.value))) };
    case "SymbolNode":
      return nameOf(node.name!, names);
    case "ArrayNode":
      return { kind: "vector", components: node.items!.map((item) => toExpression(item, names)) };
    case "OperatorNode":
      return operation(node.fn as string, args);
    case "FunctionNode":
      return call((node.fn as { readonly name?: string }).name ?? "", args);
    default:
      throw new SyntaxError(`A formula has no ${node.type}`);
  }
};

/** How a name is written: e1 as e₁, theta as θ, Kt as Kᵀ. */
const writtenAs = (name: string): string =>
  (greek[name] ?? name)
    .replace(/(?<=\p{L})\d+$/u, (digits) => [...digits].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join(""))
    .replace(/(?<=^\p{Lu})t$/u, "ᵀ");

const greek: Readonly<Record<string, string>> = { theta: "θ", alpha: "α", beta: "β" };

const nameOf = (name: string, names: Names): Expression => ({
  kind: "name",
  name: writtenAs(name),
  means: Object.hasOwn(names, name) ? names[name]! : { kind: "number", value: letter(name) },
});

const operation = (operator: string, args: readonly Expression[]): Expression => {
  const [left, right] = args as readonly [Expression, Expression];
  switch (operator) {
    case "add":
      return { kind: "sum", terms: left.kind === "sum" ? [...left.terms, right] : [left, right] };
    case "subtract":
      return { kind: "difference", left, right };
    case "multiply":
      return {
        kind: "product",
        factors: left.kind === "product" ? [...left.factors, right] : [left, right],
      };
    case "divide":
      return { kind: "quotient", numerator: left, denominator: right };
    case "pow":
      if (right.kind !== "number" || !isTwo(right)) throw new SyntaxError("Only squares are known here");
      return { kind: "square", of: left };
    case "unaryMinus":
      return left.kind === "number" && left.value.kind === "exact"
        ? { kind: "number", value: fromFraction(left.value.terms[0]!.coefficient.neg()) }
        : { kind: "product", factors: [{ kind: "number", value: rational(-1) }, left] };
    default:
      throw new SyntaxError(`A formula has no ${operator}`);
  }
};

const isTwo = (e: Expression): boolean =>
  e.kind === "number" && e.value.kind === "exact" && e.value.terms[0]?.coefficient.equals(2n) === true;

const call = (name: string, args: readonly Expression[]): Expression => {
  const [left, right] = args as readonly [Expression, Expression];
  if (name === "dot" && args.length === 2) return { kind: "dot", left, right };
  if (name === "norm" && args.length === 1) return { kind: "norm", of: left };
  if (name === "sqrt" && args.length === 1) return { kind: "root", of: left };
  if (name === "angle" && args.length === 2) return angleOf(left, right);
  if ((functionNames as readonly string[]).includes(name) && args.length === 1)
    return { kind: "apply", function: name as FunctionName, of: left };
  throw new SyntaxError(`A formula has no ${name} of ${args.length}`);
};

const angleOf = (left: Expression, right: Expression): Expression => {
  const between = angle(vectorOf(evaluateVector(left)), vectorOf(evaluateVector(right)));
  if (!between.ok) throw new RangeError("There is no angle between these");
  const { degrees, radians } = between.value;
  return { kind: "angle", unit: "degrees", shown: degrees, radians };
};

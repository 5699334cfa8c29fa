import { createRequire } from "node:module";
import type { MathNode } from "mathjs";
import { err, ok, type Result } from "../base/result.ts";
import { deepestNesting } from "./brackets.ts";
import { type Effort, effortOfReading, pay } from "./effort.ts";
import { combine, effortOfRule, functions, type Read } from "./expression-rules.ts";
import type { UnreadableReason } from "./problem.ts";
import { isLetter, type ReadNumber, readPlainNumber } from "./read-number.ts";
import { pi, type Scalar } from "./scalar.ts";

/** The longest component that is read as an expression, in characters. */
const longest = 200;

/** Signs that such a component may consist of. */
const allowed = /^[\p{L}\p{N}_′ .+\-*/^()·√²³]*$/u;

/** What makes a component an expression; without it the parser is not even loaded. */
const isExpression = /[+\-*/^()·√²³]/;

type Parser = (text: string) => MathNode;

let parser: Parser | undefined;

/**
 * Loads mathjs's parser, from the one file for browsers: from its hundreds of modules it takes six times as long and three
 * times the memory. A process that serves many calls it once it has started; the terminal does without for plain numbers.
 */
export const loadExpressionParser = (): Parser => {
  parser ??= (createRequire(import.meta.url)("mathjs/lib/browser/math.js") as { parse: Parser }).parse;
  return parser;
};

/**
 * Reads a component that is an expression: sqrt(2)/2, pi/2, 2^0.5, (1+2)/3, 2a + 3b. The tree of mathjs's parser is
 * walked with a list of what is allowed; nothing is ever evaluated by mathjs.
 */
export const readExpression = (text: string, effort: Effort): Result<ReadNumber, UnreadableReason> => {
  const trimmed = text.trim();
  if (/^(?:pi|π)$/i.test(trimmed)) return ok({ value: pi, written: "decimal" });
  if (!isExpression.test(trimmed)) return err("not-a-number");
  if (trimmed.length > longest || !allowed.test(trimmed)) return err("not-allowed");
  if (nestingOf(trimmed) > deepestNesting) return err("nested-too-deeply");
  if (!pay(effort, effortOfReading(trimmed))) return err("too-laborious");
  const taken = withoutNumbers(trimmed);
  if (!taken.ok) return taken;
  const { source, numbers } = taken.value;
  let tree: MathNode;
  try {
    tree = loadExpressionParser()(source);
  } catch {
    return err("not-a-number");
  }
  const value = worthOf(tree, numbers, effort);
  if (!value.ok) return value;
  const inDecimals =
    numbers.some(({ written }) => written === "decimal") || value.value.kind === "approximate";
  return ok({ value: value.value, written: inDecimals ? "decimal" : "whole" });
};

const nestingOf = (text: string): number => {
  let [depth, deepest] = [0, 0];
  for (const sign of text) {
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
};

/**
 * mathjs reads numbers as doubles; so that they stay exact, each is read by our own reader and stands in the source
 * as a symbol `_0`, `_1`, … A factor before a letter, a bracket or a root is written with its sign.
 */
const withoutNumbers = (
  text: string,
): Result<{ readonly source: string; readonly numbers: readonly ReadNumber[] }, UnreadableReason> => {
  const numbers: ReadNumber[] = [];
  let fault: UnreadableReason | undefined;
  const source = text
    .replaceAll("·", "*")
    .replaceAll("²", "^2")
    .replaceAll("³", "^3")
    .replace(
      /(?<![\p{L}\p{N}_.])(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,9}(?![\p{L}\d]))?(?=(\s*)(\p{L}|\(|√)?)/gu,
      (number, _, next) => {
        const read = readPlainNumber(number);
        if (read?.ok !== true) {
          fault ??= read?.problem ?? "not-a-number";
          return number;
        }
        numbers.push(read.value);
        return `_${numbers.length - 1}${next === undefined ? "" : "*"}`;
      },
    )
    .replace(/√\s*\(/g, "sqrt(")
    .replace(/√\s*([\p{L}_][\p{L}\p{N}_]*)/gu, "sqrt($1)")
    .replace(/\)\s*(?=[\p{L}_(])/gu, ")*");
  return fault === undefined ? ok({ source, numbers }) : err(fault);
};

const operators: Readonly<Record<string, keyof typeof combine>> = {
  add: "add",
  subtract: "subtract",
  multiply: "multiply",
  divide: "divide",
  pow: "power",
  unaryMinus: "negate",
  unaryPlus: "keep",
};

/** The value of a tree; whatever kind of node is not named here is refused. */
const worthOf = (node: MathNode, numbers: readonly ReadNumber[], effort: Effort): Read => {
  const { type } = node;
  if (type === "ParenthesisNode")
    return worthOf((node as unknown as { content: MathNode }).content, numbers, effort);
  if (type === "SymbolNode") return symbolOf((node as unknown as { name: string }).name, numbers);
  if (type === "OperatorNode") {
    const { fn, args } = node as unknown as { fn: string; args: readonly MathNode[] };
    const name = Object.hasOwn(operators, fn) ? operators[fn]! : undefined;
    return name === undefined ? err("not-allowed") : applied(name, combine[name]!, args, numbers, effort);
  }
  if (type === "FunctionNode") {
    const { fn, args } = node as unknown as {
      fn: { type: string; name?: string };
      args: readonly MathNode[];
    };
    const name = fn.type === "SymbolNode" ? (fn.name ?? "") : "";
    const rule = Object.hasOwn(functions, name) ? functions[name] : undefined;
    return rule === undefined || args.length !== 1
      ? err("not-allowed")
      : applied(name, rule, args, numbers, effort);
  }
  return err(type === "ConstantNode" ? "not-a-number" : "not-allowed");
};

const applied = (
  name: string,
  rule: (...values: Scalar[]) => Read,
  args: readonly MathNode[],
  numbers: readonly ReadNumber[],
  effort: Effort,
): Read => {
  const values: Scalar[] = [];
  for (const each of args) {
    const value = worthOf(each, numbers, effort);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return pay(effort, effortOfRule(name, values)) ? rule(...values) : err("too-laborious");
};

const symbolOf = (name: string, numbers: readonly ReadNumber[]): Read => {
  const known = /^_(\d+)$/.exec(name);
  if (known !== null) {
    const number = numbers[Number(known[1])];
    return number === undefined ? err("not-a-number") : ok(number.value);
  }
  if (name === "pi" || name === "π") return ok(pi);
  const letter = isLetter(name) ? readPlainNumber(name) : undefined;
  return letter?.ok === true ? ok(letter.value.value) : err("not-a-number");
};

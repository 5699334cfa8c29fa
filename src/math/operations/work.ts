import { type Expression, evaluate, mapChildren, nodeOf } from "../expression/expression.ts";
import { isVector, type Value } from "../expression/value.ts";
import { asExpression, type Scalar } from "../scalar.ts";
import { type Notation, type Vector, vectorOf } from "../vector.ts";
import { type Step, vectorExpression, type Working, workThrough } from "../working.ts";

/** Dot products of more components are not written out as sums. */
const mostWrittenOut = 12;

/** More lines than any text that is read comes to. */
const mostLines = 500;

/**
 * Any expression worked out from within: in each line the innermost operations have become their values, as in
 * 2·(1, 2) + 3·(3, 4) = (2, 4) + (9, 12) = (11, 16). What names stand for is put in their place. A subject that is a value already has one line, itself.
 */
export const work = (typed: Expression, notation: Notation): Working<Scalar | Vector> => {
  const done = new WeakSet<Expression>();
  const subject = withoutNames(typed);
  const value = resultOf(subject, notation);
  const steps: Step[] = [];
  let line = subject;
  while (!isDone(line, done) && steps.length < mostLines) {
    line = stepFrom(line, done);
    steps.push({ rule: "work-out-innermost", line });
  }
  const [first = { rule: "simplify" as const, line: subject }, ...rest] = steps;
  return workThrough(subject, [], [first, ...rest], value);
};

const resultOf = (subject: Expression, notation: Notation): Scalar | Vector => {
  const value = evaluate(subject);
  return isVector(value) ? vectorOf(value, notation) : value;
};

/** What names stand for in their place. */
const withoutNames = (e: Expression): Expression => {
  if (e.kind === "name") return withoutNames(e.means);
  const children = nodeOf(e).children(e);
  return children.some(holdsName) ? mapChildren(e, withoutNames) : e;
};

const holdsName = (e: Expression): boolean => e.kind === "name" || nodeOf(e).children(e).some(holdsName);

const isDone = (e: Expression, done: WeakSet<Expression>): boolean =>
  e.kind === "number" ||
  done.has(e) ||
  (e.kind === "vector" && e.components.every((component) => isDone(component, done)));

const stepFrom = (e: Expression, done: WeakSet<Expression>): Expression => {
  if (isDone(e, done)) return e;
  const children = e.kind === "angle" ? [] : nodeOf(e).children(e);
  if (!children.every((child) => isDone(child, done)))
    return mapChildren(e, (child) => stepFrom(child, done));
  if (e.kind === "dot") return writtenOut(evaluate(e.left), evaluate(e.right)) ?? worthOf(e, done);
  return worthOf(e, done);
};

const worthOf = (e: Expression, done: WeakSet<Expression>): Expression => {
  const value = evaluate(e);
  const worth = isVector(value) ? vectorExpression(value) : asExpression(value);
  done.add(worth);
  return worth;
};

/** (1, 2)·(8, 10) is 1×8 + 2×10. */
const writtenOut = (a: Value, b: Value): Expression | undefined => {
  if (!isVector(a) || !isVector(b) || a.length > mostWrittenOut || a.length < 2) return undefined;
  return {
    kind: "sum",
    terms: a.map((x, i) => ({ kind: "product", factors: [asExpression(x), asExpression(b[i]!)] })),
  };
};

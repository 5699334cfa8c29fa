import { pay } from "../../math/effort.ts";
import type { Expression } from "../../math/expression/expression.ts";
import { asVector, isVector, type Value } from "../../math/expression/value.ts";
import { effortOfRule, functions } from "../../math/expression-rules.ts";
import {
  asExpression,
  isSymbolic,
  isZero,
  rational,
  type Scalar,
  signOf,
  toReal,
} from "../../math/scalar.ts";
import { sum } from "../../math/scalar-arithmetic.ts";
import { vectorExpression } from "../../math/working.ts";
import type { Operation, TreeOf } from "../tree.ts";
import { canMultiply } from "./binary.ts";
import { type Conversion, type Converted, made, refuse } from "./conversion.ts";
import { componentOf, convert } from "./convert.ts";
import { distanceOf, normOf } from "./lengths.ts";
import { elementwise, matrixTimes } from "./products.ts";

type Asked = TreeOf<"operation">;
type Convert = (c: Conversion, tree: Asked, operands: readonly Converted[]) => Converted | undefined;

/** An operation of a sentence or a call as the formula that it stands for. */
export const convertOperation = (c: Conversion, tree: Asked): Converted | undefined => {
  const { operation, operands } = tree;
  if (operation === "multiply" && operands.length === 2)
    return matrixTimes(c, tree, operands[0]!, operands[1]!);
  if (tree.qualifiers.weights !== undefined) return refuse(c, tree, "operation-not-offered");
  const parts: Converted[] = [];
  for (const operand of operands) {
    const part = convert(c, operand);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return formulas[operation](c, tree, parts);
};

const notOffered: Convert = (c, tree) =>
  refuse(c, tree.at.start < tree.at.end ? { span: tree.at } : tree, "operation-not-offered");

/** Of two vectors of one dimension. */
const ofTwo =
  (formula: (c: Conversion, tree: Asked, a: Converted, b: Converted) => Converted | undefined): Convert =>
  (c, tree, operands) => {
    const [a, b] = operands.map(asComponents);
    if (a === undefined || b === undefined || operands.length !== 2)
      return refuse(c, tree, "wrong-number-of-operands");
    if (asVector(a.value).length !== asVector(b.value).length) return refuse(c, tree, "dimensions-differ");
    return canMultiply(c, a.value, b.value) ? formula(c, tree, a, b) : refuse(c, tree, "too-laborious");
  };

/** Of one vector. */
const ofOne =
  (formula: (c: Conversion, tree: Asked, a: Converted) => Converted | undefined): Convert =>
  (c, tree, [a, ...others]) => {
    if (a === undefined || others.length > 0) return refuse(c, tree, "wrong-number-of-operands");
    const vector = asComponents(a);
    return canMultiply(c, vector.value, vector.value)
      ? formula(c, tree, vector)
      : refuse(c, tree, "too-laborious");
  };

/** A number by itself is a vector of one component where a vector is wanted. */
const asComponents = (part: Converted): Converted =>
  isVector(part.value) ? part : { expression: vectorExpression([part.value]), value: [part.value] };

const ofNumber =
  (name: string, formula: (of: Expression) => Expression): Convert =>
  (c, tree, [a, ...others]) => {
    if (a === undefined || others.length > 0) return refuse(c, tree, "wrong-number-of-operands");
    if (isVector(a.value)) return refuse(c, tree.operands[0]!, "number-expected");
    if (!pay(c.effort, effortOfRule(name, [a.value]))) return refuse(c, tree, "too-laborious");
    const result = functions[name]?.(a.value);
    if (result === undefined) return refuse(c, tree, "operation-not-offered");
    return result.ok
      ? { expression: formula(a.expression), value: result.value }
      : refuse(c, tree, result.problem);
  };

const half = asExpression(rational(2));
const one = asExpression(rational(1));
const dot = (a: Expression, b: Expression): Expression => ({ kind: "dot", left: a, right: b });
const norm = (of: Expression): Expression => ({ kind: "norm", of });
const less = (left: Expression, right: Expression): Expression => ({ kind: "difference", left, right });
const over = (numerator: Expression, denominator: Expression): Expression => ({
  kind: "quotient",
  numerator,
  denominator,
});
const times = (...factors: readonly Expression[]): Expression => ({ kind: "product", factors });

const cosineOf = (a: Expression, b: Expression): Expression => over(dot(a, b), times(norm(a), norm(b)));

const isZeroVector = (value: Value): boolean => asVector(value).every(isZero);

/** A formula that divides by the lengths of vectors. */
const directed = (
  c: Conversion,
  tree: Asked,
  divisors: readonly Converted[],
  parts: readonly Converted[],
  formula: Expression,
): Converted | undefined =>
  divisors.some(({ value }) => isZeroVector(value))
    ? refuse(c, tree, "division-by-zero")
    : made(c, tree, formula, parts);

const along = (a: Expression, b: Expression): Expression => times(over(dot(a, b), dot(b, b)), b);

const added: Convert = (c, tree, operands) => {
  const [first] = operands;
  if (first === undefined) return refuse(c, tree, "wrong-number-of-operands");
  const dimension = (value: Value): number => (isVector(value) ? value.length : 0);
  if (operands.some(({ value }) => dimension(value) !== dimension(first.value)))
    return refuse(c, tree, "dimensions-differ");
  return made(c, tree, { kind: "sum", terms: operands.map(({ expression }) => expression) }, operands);
};

const scaled: Convert = (c, tree, operands) => {
  const [a, b] = operands;
  if (a === undefined || b === undefined || operands.length !== 2)
    return refuse(c, tree, "wrong-number-of-operands");
  if (isVector(a.value) && isVector(b.value)) return refuse(c, tree, "number-expected");
  return canMultiply(c, a.value, b.value)
    ? made(
        c,
        tree,
        times(...(isVector(a.value) ? [b, a] : [a, b]).map(({ expression }) => expression)),
        operands,
      )
    : refuse(c, tree, "too-laborious");
};

const divided: Convert = (c, tree, operands) => {
  const [a, b] = operands;
  if (a === undefined || b === undefined || operands.length !== 2)
    return refuse(c, tree, "wrong-number-of-operands");
  if (isVector(b.value)) return refuse(c, tree, "division-by-vector");
  if (isZero(b.value)) return refuse(c, tree, "division-by-zero");
  return canMultiply(c, a.value, b.value)
    ? made(c, tree, over(a.expression, b.expression), operands)
    : refuse(c, tree, "too-laborious");
};

/** Of one list of numbers what they add up to; of vectors their sum. */
const totalled: Convert = (c, tree, operands) => {
  const [only, ...others] = operands;
  if (only === undefined || others.length > 0 || !isVector(only.value)) return added(c, tree, operands);
  return made(c, tree, { kind: "sum", terms: only.value.map(asExpression) }, []);
};

const averaged: Convert = (c, tree, operands) => {
  const [only, ...others] = operands;
  const total = totalled(c, tree, operands);
  if (only === undefined || total === undefined) return undefined;
  const count = others.length === 0 && isVector(only.value) ? only.value.length : operands.length;
  return made(c, tree, over(total.expression, asExpression(rational(count))), [total]);
};

/** The cosine of two vectors less their means. */
const correlated = ofTwo((c, tree, a, b) => {
  const centred = (part: Converted): Converted | undefined => {
    const components = asVector(part.value);
    const mean = over(asExpression(sum(components)), asExpression(rational(components.length)));
    const means = made(c, tree, mean, []);
    if (means === undefined || isVector(means.value)) return undefined;
    const level = vectorExpression(components.map(() => means.value as Scalar));
    return made(c, tree, less(part.expression, level), [part]);
  };
  const [x, y] = [centred(a), centred(b)];
  if (x === undefined || y === undefined) return undefined;
  return directed(c, tree, [x, y], [x, y], cosineOf(x.expression, y.expression));
});

const softened = ofOne((c, tree, a) => {
  const scores = asVector(a.value);
  if (scores.some(isSymbolic)) return refuse(c, tree, "not-allowed");
  const { temperature } = tree.qualifiers;
  if (temperature === undefined)
    return made(c, tree, { kind: "apply", function: "softmax", of: a.expression }, [a]);
  const heat = componentOf(c, temperature);
  if (heat === undefined) return undefined;
  if (isSymbolic(heat) || signOf(heat) <= 0) return refuse(c, temperature, "number-expected");
  if (!canMultiply(c, scores, heat)) return refuse(c, tree, "too-laborious");
  const cooled = made(c, tree, over(a.expression, asExpression(heat)), [a]);
  return cooled && made(c, tree, { kind: "apply", function: "softmax", of: cooled.expression }, [cooled]);
});

/** A vector of a given length in the direction of another. */
const ofLength: Convert = (c, tree, operands) => {
  const length = tree.qualifiers.length;
  const size = length && componentOf(c, length);
  if (size === undefined)
    return c.fault === undefined ? refuse(c, tree, "wrong-number-of-operands") : undefined;
  return ofOne((_, __, a) =>
    directed(c, tree, [a], [a], times(asExpression(size), over(a.expression, norm(a.expression)))),
  )(c, tree, operands);
};

const crossed = ofTwo((c, tree, a, b) =>
  asVector(a.value).length === 3
    ? made(c, tree, { kind: "cross", left: a.expression, right: b.expression }, [a, b])
    : refuse(c, tree, "cross-needs-three"),
);

const arccosine: Convert = (c, tree, [a]) =>
  a === undefined || isVector(a.value) || isSymbolic(a.value) || toReal(a.value).abs().greaterThan(1)
    ? refuse(c, tree, "not-allowed")
    : made(c, tree, { kind: "apply", function: "arccos", of: a.expression }, [a]);

const applied = (name: "exp" | "sin" | "cos"): Convert =>
  ofNumber(name, (of) => ({ kind: "apply", function: name, of }));

const formulas: Readonly<Record<Operation, Convert>> = {
  dot: ofTwo((c, tree, a, b) => made(c, tree, dot(a.expression, b.expression), [a, b])),
  cross: crossed,
  outer: notOffered,
  elementwise: ofTwo((c, tree, a, b) => elementwise(c, tree, a, b)),
  multiply: notOffered,
  norm: ofOne(normOf),
  distance: ofTwo(distanceOf),
  cosine: ofTwo((c, tree, a, b) => directed(c, tree, [a, b], [a, b], cosineOf(a.expression, b.expression))),
  "cosine-distance": ofTwo((c, tree, a, b) =>
    directed(c, tree, [a, b], [a, b], less(one, cosineOf(a.expression, b.expression))),
  ),
  angle: notOffered,
  projection: ofTwo((c, tree, a, b) => directed(c, tree, [b], [a, b], along(a.expression, b.expression))),
  "scalar-projection": ofTwo((c, tree, a, b) =>
    directed(c, tree, [b], [a, b], over(dot(a.expression, b.expression), norm(b.expression))),
  ),
  rejection: ofTwo((c, tree, a, b) =>
    directed(c, tree, [b], [a, b], less(a.expression, along(a.expression, b.expression))),
  ),
  normalise: ofOne((c, tree, a) => directed(c, tree, [a], [a], over(a.expression, norm(a.expression)))),
  add: added,
  subtract: ofTwo((c, tree, a, b) => made(c, tree, less(a.expression, b.expression), [a, b])),
  scale: scaled,
  divide: divided,
  softmax: softened,
  attention: notOffered,
  compare: notOffered,
  midpoint: ofTwo((c, tree, a, b) =>
    made(c, tree, over({ kind: "sum", terms: [a.expression, b.expression] }, half), [a, b]),
  ),
  mean: averaged,
  total: totalled,
  correlation: correlated,
  transpose: notOffered,
  along: ofLength,
  "orthogonal-to": notOffered,
  are: notOffered,
  "square-root": ofNumber("sqrt", (of) => ({ kind: "root", of })),
  absolute: ofNumber("abs", (of) => ({ kind: "absolute", of })),
  exp: applied("exp"),
  sin: applied("sin"),
  cos: applied("cos"),
  tan: notOffered,
  arccos: arccosine,
};

import { message } from "../../../base/message.ts";
import { exponential } from "../../exponential.ts";
import { Real } from "../../real.ts";
import { approximate, toReal } from "../../scalar.ts";
import type { Expression } from "../expression.ts";
import { atom, type Node, unary } from "../node.ts";
import { bracketed } from "../set.ts";
import { asScalar, asVector, type Value } from "../value.ts";

export const functionNames = ["exp", "cos", "sin", "arccos", "softmax"] as const;

export type FunctionName = (typeof functionNames)[number];

/** A function of a scalar, or softmax of a vector: arccos(1/2). */
export interface Apply {
  readonly kind: "apply";
  readonly function: FunctionName;
  readonly of: Expression;
}

export const apply: Node<Apply> = {
  ...unary(),
  evaluate: (e, value) => functions[e.function].evaluate(value(e.of)),
  plain: (e, { print }) => atom(`${e.function}${inBrackets(print(e.of).text)}`),
  set: (e, { by, set }) => {
    const argument = set(e.of);
    return {
      // A vector brings its own brackets.
      markup: by.row([
        by.functionName(e.function),
        e.of.kind === "vector" ? argument.markup : bracketed(argument, by),
      ]),
      isTall: argument.isTall === true,
    };
  },
  spoken: (e, { say, group }) =>
    say("the {name} of {inner}", { name: say(functions[e.function].spoken), inner: group(e.of) }),
  // Heard, the last component runs on into what follows.
  isCompound: ({ of }) => of.kind === "vector",
};

const inBrackets = (text: string): string => (/^\([^()]*\)$/.test(text) ? text : `(${text})`);

const ofReal =
  (compute: (x: Real) => Real) =>
  (of: Value): Value =>
    approximate(compute(toReal(asScalar(of))));

/**
 * softmax(s)ᵢ = e^sᵢ/Σ e^sⱼ, a vector of weights that add up to 1. The largest score is taken from each first, so that
 * no power overflows.
 */
const softmax = (of: Value): Value => {
  const scores = asVector(of).map((score) => toReal(score));
  const largest = Real.max(...scores);
  const powers = scores.map((score) => Real.exp(score.minus(largest)));
  const total = powers.reduce((a, b) => a.plus(b), new Real(0));
  return powers.map((power) => approximate(power.div(total)));
};

const functions: Readonly<
  Record<FunctionName, { readonly spoken: string; readonly evaluate: (of: Value) => Value }>
> = {
  exp: { spoken: message("exponential"), evaluate: (of) => approximate(exponential(asScalar(of))) },
  cos: { spoken: message("cosine"), evaluate: ofReal((x) => x.cos()) },
  sin: { spoken: message("sine"), evaluate: ofReal((x) => x.sin()) },
  arccos: { spoken: message("arc cosine"), evaluate: ofReal((x) => x.acos()) },
  softmax: { spoken: message("softmax"), evaluate: softmax },
};

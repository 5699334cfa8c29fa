import { rational } from "../../scalar.ts";
import type { Expression } from "../expression.ts";
import { type Node, tightness, unary, yes } from "../node.ts";
import { asFactor } from "../set.ts";
import { scaleValue } from "../value.ts";

/** The opposite of a scalar or a vector: −(1, 2). */
export interface Negative {
  readonly kind: "negative";
  readonly of: Expression;
}

export const negative: Node<Negative> = {
  ...unary(),
  evaluate: ({ of }, value) => scaleValue(rational(-1), value(of)),
  plain: ({ of }, { within }) => ({
    text: `−${within(tightness.quotient, of)}`,
    tightness: tightness.negative,
  }),
  set: ({ of }, { by, set }) => {
    const part = set(of);
    return {
      markup: by.row([by.minus, asFactor(part, by)]),
      loose: "negative",
      isTall: part.isTall === true,
    };
  },
  spoken: ({ of }, { say, group }) => say("minus {inner}", { inner: group(of) }),
  isCompound: yes,
};

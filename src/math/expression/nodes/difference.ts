import { rational } from "../../scalar.ts";
import type { Expression } from "../expression.ts";
import { binary, type Node, tightness, yes } from "../node.ts";
import { asFactor } from "../set.ts";
import { addAll, scaleValue } from "../value.ts";

/** One less another: 12 − 15. */
export interface Difference {
  readonly kind: "difference";
  readonly left: Expression;
  readonly right: Expression;
}

export const difference: Node<Difference> = {
  ...binary(),
  evaluate: ({ left, right }, value) => addAll([value(left), scaleValue(rational(-1), value(right))]),
  plain: ({ left, right }, { within }) => ({
    text: `${within(tightness.sum, left)} − ${within(tightness.quotient, right)}`,
    tightness: tightness.sum,
  }),
  set: ({ left, right }, { by, set }) => {
    const [before, after] = [set(left), set(right)];
    return {
      markup: by.row([before.markup, by.sign("−"), asFactor(after, by)]),
      loose: "sum",
      isTall: before.isTall === true || after.isTall === true,
    };
  },
  spoken: ({ left, right }, { say, read, group }) =>
    say("{left} minus {right}", { left: read(left), right: group(right) }),
  isCompound: yes,
};

import { combine } from "../../expression-rules.ts";
import type { Expression } from "../expression.ts";
import { binary, type Node, tightness, yes } from "../node.ts";
import { bracketed } from "../set.ts";
import { asScalar } from "../value.ts";

/** A scalar to the power of another: 2^10, where the square is a node of its own. */
export interface Power {
  readonly kind: "power";
  readonly left: Expression;
  readonly right: Expression;
}

export const power: Node<Power> = {
  ...binary(),
  evaluate: ({ left, right }, value) => {
    const result = combine.power!(asScalar(value(left)), asScalar(value(right)));
    if (!result.ok) throw new TypeError(`No such power: ${result.problem}`);
    return result.value;
  },
  plain: ({ left, right }, { within }) => ({
    text: `${within(tightness.atom, left)}^${within(tightness.atom, right)}`,
    tightness: tightness.product,
  }),
  set: ({ left, right }, { by, set }) => {
    const base = set(left);
    const isOne = base.loose === undefined && base.isOpen !== true && left.kind !== "power";
    return {
      markup: by.power(isOne ? base.markup : bracketed(base, by), set(right).markup),
      isTall: base.isTall === true,
    };
  },
  spoken: ({ left, right }, { say, group }) =>
    say("{base} to the power {exponent}", { base: group(left), exponent: group(right) }),
  isCompound: yes,
};

import { multiply, subtract } from "../../scalar-arithmetic.ts";
import type { Expression } from "../expression.ts";
import { binary, type Node, tightness, yes } from "../node.ts";
import { asFactor } from "../set.ts";
import { asVector } from "../value.ts";

/** The cross product of two vectors of three components: (1, 2, 3)×(4, 5, 6). */
export interface Cross {
  readonly kind: "cross";
  readonly left: Expression;
  readonly right: Expression;
}

export const cross: Node<Cross> = {
  ...binary(),
  evaluate: ({ left, right }, value) => {
    const [a, b] = [asVector(value(left)), asVector(value(right))];
    if (a.length !== 3 || b.length !== 3)
      throw new TypeError(`Dimensions ${a.length} and ${b.length} have no cross product`);
    const at = (i: number, j: number) => subtract(multiply(a[i]!, b[j]!), multiply(a[j]!, b[i]!));
    return [at(1, 2), at(2, 0), at(0, 1)];
  },
  plain: ({ left, right }, { within }) => ({
    text: `${within(tightness.atom, left)}×${within(tightness.atom, right)}`,
    tightness: tightness.product,
  }),
  set: ({ left, right }, { by, set }) => {
    const [before, after] = [set(left), set(right)];
    return {
      markup: by.row([asFactor(before, by), by.sign("×"), asFactor(after, by)]),
      isTall: before.isTall === true || after.isTall === true,
    };
  },
  spoken: ({ left, right }, { say, group }) =>
    say("{left} cross {right}", { left: group(left), right: group(right) }),
  isCompound: yes,
};

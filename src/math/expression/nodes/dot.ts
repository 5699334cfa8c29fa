import type { Expression } from "../expression.ts";
import { binary, type Node, tightness, yes } from "../node.ts";
import { asFactor } from "../set.ts";
import { asVector, dotOf } from "../value.ts";

/** The dot product of two vectors of the same dimension: (2, 3, 4)·(1, 0, 2). */
export interface Dot {
  readonly kind: "dot";
  readonly left: Expression;
  readonly right: Expression;
}

export const dot: Node<Dot> = {
  ...binary(),
  evaluate: ({ left, right }, value) => dotOf(asVector(value(left)), asVector(value(right))),
  plain: ({ left, right }, { within }) => ({
    text: `${within(tightness.atom, left)}·${within(tightness.atom, right)}`,
    tightness: tightness.product,
  }),
  set: ({ left, right }, { by, set }) => {
    const [before, after] = [set(left), set(right)];
    return {
      markup: by.row([asFactor(before, by), by.sign("·"), asFactor(after, by)]),
      isTall: before.isTall === true || after.isTall === true,
    };
  },
  spoken: ({ left, right }, { say, group }) =>
    say("{left} dot {right}", { left: group(left), right: group(right) }),
  isCompound: yes,
};

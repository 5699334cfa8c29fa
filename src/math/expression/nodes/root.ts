import { squareRoot } from "../../square-root.ts";
import type { Expression } from "../expression.ts";
import { atom, type Node, no, tightness, unary } from "../node.ts";
import { asScalar } from "../value.ts";

/** The square root of a scalar: √145. */
export interface Root {
  readonly kind: "root";
  readonly of: Expression;
}

export const root: Node<Root> = {
  ...unary(),
  evaluate: ({ of }, value) => squareRoot(asScalar(value(of))),
  plain: ({ of }, { within }) => atom(`√${within(tightness.atom, of)}`),
  set: ({ of }, { by, set }) => ({ markup: by.root(set(of).markup), isTall: true }),
  spoken: ({ of }, { say, group }) => say("the square root of {inner}", { inner: group(of) }),
  isCompound: no,
};

import { multiply } from "../../scalar-arithmetic.ts";
import type { Expression, Kind } from "../expression.ts";
import { atom, type Node, no, tightness, unary } from "../node.ts";
import { asFactor, bracketed } from "../set.ts";
import { asScalar } from "../value.ts";

/** A scalar times itself: 3², ‖a‖². */
export interface Square {
  readonly kind: "square";
  readonly of: Expression;
}

export const square: Node<Square> = {
  ...unary(),
  evaluate: ({ of }, value) => {
    const base = asScalar(value(of));
    return multiply(base, base);
  },
  plain: ({ of }, { within }) => atom(`${within(tightness.atom, of)}²`),
  set: ({ of }, { by, set }) => {
    const base = set(of);
    const markup =
      holdsTogether.has(of.kind) && base.isOpen !== true ? asFactor(base, by) : bracketed(base, by);
    return { markup: by.power(markup, by.number("2")), isTall: base.isTall === true };
  },
  spoken: ({ of }, { say, group }) => say("{inner} squared", { inner: group(of) }),
  isCompound: no,
};

/** What may be squared without brackets, unless it is loose. */
const holdsTogether: ReadonlySet<Kind> = new Set(["number", "name", "norm", "vector", "sum", "difference"]);

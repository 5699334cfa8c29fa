import type { Expression } from "../expression.ts";
import { type Node, tightness, yes } from "../node.ts";
import { asScalar, divideValue } from "../value.ts";

/** A scalar or a vector over a scalar: 10/√145. */
export interface Quotient {
  readonly kind: "quotient";
  readonly numerator: Expression;
  readonly denominator: Expression;
}

export const quotient: Node<Quotient> = {
  children: ({ numerator, denominator }) => [numerator, denominator],
  withChildren: (e, [numerator, denominator]) => ({ ...e, numerator: numerator!, denominator: denominator! }),
  evaluate: ({ numerator, denominator }, value) =>
    divideValue(value(numerator), asScalar(value(denominator))),
  plain: ({ numerator, denominator }, { within }) => ({
    text: `${within(tightness.product, numerator)}/${within(tightness.atom, denominator)}`,
    tightness: tightness.quotient,
  }),
  set: ({ numerator, denominator }, { by, set }) => ({
    markup: by.fraction(set(numerator).markup, set(denominator).markup),
    isTall: true,
    isOpen: true,
  }),
  spoken: ({ numerator, denominator }, { say, group, enclose }) =>
    say("{numerator} divided by {denominator}", {
      // Heard, the last component of a vector runs on into what follows.
      numerator: numerator.kind === "vector" ? enclose(numerator) : group(numerator),
      denominator: group(denominator),
    }),
  isCompound: yes,
};

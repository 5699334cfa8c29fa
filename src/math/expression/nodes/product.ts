import { isSymbolic } from "../../scalar.ts";
import type { Expression } from "../expression.ts";
import { type Node, tightness, yes } from "../node.ts";
import { asFactor, bracketed } from "../set.ts";
import { multiplyValues } from "../value.ts";

/** Factors of which at most one is a vector: 2×1, 2·a. */
export interface Product {
  readonly kind: "product";
  readonly factors: readonly Expression[];
}

/** Whether a factor is a number without letters: 2×3, but a·b. */
export const isNumeral = (e: Expression): boolean =>
  e.kind === "square" ? isNumeral(e.of) : e.kind === "number" && !isSymbolic(e.value);

export const product: Node<Product> = {
  children: ({ factors }) => factors,
  withChildren: (e, factors) => ({ ...e, factors }),
  evaluate: ({ factors }, value) => factors.map(value).reduce(multiplyValues),
  plain: ({ factors }, { print, within }) => ({
    text: factors
      .map((factor) =>
        factor.kind === "dot" ? `(${print(factor).text})` : within(tightness.product, factor),
      )
      .join(factors.every(isNumeral) ? "×" : "·"),
    tightness: tightness.product,
  }),
  set: ({ factors }, { by, set }) => {
    const parts = factors.map(set);
    const sign = by.sign(factors.every(isNumeral) ? "×" : "·");
    const markup = parts.map((part, i) =>
      factors[i]!.kind === "dot" ? bracketed(part, by) : asFactor(part, by),
    );
    return {
      markup: by.row(markup.flatMap((part, i) => (i === 0 ? [part] : [sign, part]))),
      isTall: parts.some((part) => part.isTall),
    };
  },
  spoken: ({ factors }, { say, readItem }) => factors.map(readItem).join(say(" times ")),
  isCompound: yes,
};

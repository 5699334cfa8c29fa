import type { Expression } from "../expression.ts";
import { type Node, tightness, yes } from "../node.ts";
import { addAll } from "../value.ts";

/** Terms that are added up: 2 + 0 + 8. */
export interface Sum {
  readonly kind: "sum";
  readonly terms: readonly Expression[];
}

export const sum: Node<Sum> = {
  children: ({ terms }) => terms,
  withChildren: (e, terms) => ({ ...e, terms }),
  evaluate: ({ terms }, value) => addAll(terms.map(value)),
  plain: ({ terms }, { within }) => ({
    text: terms.map((term, i) => within(leastIn(term, i), term)).join(" + "),
    tightness: terms.length === 1 ? tightness.quotient : tightness.sum,
  }),
  set: ({ terms }, { by, set }) => {
    const parts = terms.map(set);
    const markup = parts.map((part, i) =>
      i > 0 && part.loose === "negative" ? by.bracketed(part.markup, part.isTall === true) : part.markup,
    );
    return {
      markup: by.row(markup.flatMap((part, i) => (i === 0 ? [part] : [by.sign("+"), part]))),
      isTall: parts.some((part) => part.isTall),
      ...(terms.length > 1 ? { loose: "sum" as const } : {}),
    };
  },
  spoken: ({ terms }, { say, read }) => terms.map(read).join(say(" plus ")),
  isCompound: yes,
};

/** How tightly a term must hold together: one that begins the sum may be a difference or a negative number. */
const leastIn = (term: Expression, position: number): number => {
  if (position > 0) return tightness.quotient;
  return term.kind === "difference" ? tightness.sum : tightness.negative;
};

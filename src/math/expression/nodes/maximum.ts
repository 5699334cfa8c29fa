import { separatorOf } from "../../number-text.ts";
import { compare } from "../../scalar-arithmetic.ts";
import type { Expression } from "../expression.ts";
import { atom, type Node, yes } from "../node.ts";
import { asScalar } from "../value.ts";

/** The largest of some numbers: max(3, 4). */
export interface Maximum {
  readonly kind: "maximum";
  readonly items: readonly Expression[];
}

export const maximum: Node<Maximum> = {
  children: ({ items }) => items,
  withChildren: (e, items) => ({ ...e, items }),
  evaluate: ({ items }, value) =>
    items
      .map((item) => asScalar(value(item)))
      .reduce((most, each) => (compare(each, most) > 0 ? each : most)),
  plain: ({ items }, { print, style }) =>
    atom(`max(${items.map((item) => print(item).text).join(separatorOf(style))})`),
  set: ({ items }, { by, style, set }) => {
    const parts = items.map(set);
    const isTall = parts.some((part) => part.isTall);
    const inner = by.list(
      parts.map(({ markup }) => markup),
      separatorOf(style),
    );
    return { markup: by.row([by.functionName("max"), by.bracketed(inner, isTall)]), isTall };
  },
  spoken: ({ items }, { say, style, readItem }) =>
    say("the largest of {items}", { items: items.map(readItem).join(separatorOf(style)) }),
  isCompound: yes,
};

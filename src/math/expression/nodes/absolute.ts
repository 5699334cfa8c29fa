import { functions } from "../../expression-rules.ts";
import type { Expression } from "../expression.ts";
import { atom, type Node, no, unary } from "../node.ts";
import { asScalar } from "../value.ts";

/** The absolute value of a scalar: |−3|. */
export interface Absolute {
  readonly kind: "absolute";
  readonly of: Expression;
}

export const absolute: Node<Absolute> = {
  ...unary(),
  evaluate: ({ of }, value) => {
    const result = functions.abs!(asScalar(value(of)));
    if (!result.ok) throw new TypeError("The absolute value of a letter is not known");
    return result.value;
  },
  plain: ({ of }, { print }) => atom(`|${print(of).text}|`),
  set: ({ of }, { by, set }) => {
    const { markup, isTall = false } = set(of);
    return { markup: by.barred(markup, isTall), isTall };
  },
  spoken: ({ of }, { say, group }) => say("the absolute value of {inner}", { inner: group(of) }),
  isCompound: no,
};

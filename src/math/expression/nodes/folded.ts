import { asExpression, type Scalar } from "../../scalar.ts";
import type { Expression } from "../expression.ts";
import { atom, leaf, type Node, no } from "../node.ts";
import { asScalar } from "../value.ts";

/** What is there but not shown one by one. */
export type Folded =
  /** Components in the middle of a long vector. */
  | { readonly kind: "folded"; readonly of: "components"; readonly items: readonly Expression[] }
  /** So many terms in the middle of a long sum, and what they come to. */
  | {
      readonly kind: "folded";
      readonly of: "terms";
      readonly count: number;
      readonly total: () => Scalar;
    };

export const folded: Node<Folded> = {
  ...leaf(),
  evaluate: (e, value) => (e.of === "terms" ? e.total() : e.items.map((item) => asScalar(value(item)))),
  plain: (e, { say, print }) =>
    atom(
      e.of === "components"
        ? say("… {count, number} more …", { count: e.items.length })
        : say("[{count, number} more terms, together {sum}]", {
            count: e.count,
            sum: print(asExpression(e.total())).text,
          }),
    ),
  set: (e, { by, say, set }) => {
    if (e.of === "components") {
      const parts = say("… {count, number} more …", { count: e.items.length }).split("…");
      return {
        markup: by.row(parts.flatMap((part, i) => [...(i > 0 ? [by.ellipsis] : []), by.words(part)])),
      };
    }
    const total = set(asExpression(e.total()));
    const [before = "", after = ""] = say("{count} more terms, together {sum}", {
      count: e.count,
      sum: "\0",
    }).split("\0");
    return {
      markup: by.squareBracketed(by.row([by.words(before), total.markup, by.words(after)])),
      isTall: total.isTall === true,
    };
  },
  spoken: (e, { say, read }) =>
    e.of === "components"
      ? say("{count} more components", { count: e.items.length })
      : say("{count} more terms, together {sum}", { count: e.count, sum: read(asExpression(e.total())) }),
  isCompound: no,
};

import { squareRoot } from "../../square-root.ts";
import { sumOfProducts } from "../../sum-of-products.ts";
import type { Expression } from "../expression.ts";
import { atom, type Node, unary } from "../node.ts";
import { asVector } from "../value.ts";

/** The Euclidean norm of a vector: ‖(3, 4)‖. */
export interface Norm {
  readonly kind: "norm";
  readonly of: Expression;
}

export const norm: Node<Norm> = {
  ...unary(),
  evaluate: ({ of }, value) => {
    const components = asVector(value(of));
    return squareRoot(sumOfProducts(components, components));
  },
  plain: ({ of }, { print }) => atom(`‖${print(of).text}‖`),
  set: ({ of }, { by, set }) => {
    const { markup, isTall = false } = set(of);
    return { markup: by.normed(markup, isTall), isTall };
  },
  spoken: ({ of }, { say, group }) => say("the norm of {inner}", { inner: group(of) }),
  // Heard, the last component runs on into what follows.
  isCompound: ({ of }) => of.kind === "vector",
};

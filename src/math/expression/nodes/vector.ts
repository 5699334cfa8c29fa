import { separatorOf } from "../../number-text.ts";
import type { Expression } from "../expression.ts";
import { atom, type Node, no } from "../node.ts";
import { asScalar, isVector } from "../value.ts";

/** A list of components: (2, 3, 4). Of a folded one, several stand in one place. */
export interface VectorNode {
  readonly kind: "vector";
  readonly components: readonly Expression[];
}

export const vector: Node<VectorNode> = {
  children: ({ components }) => components,
  withChildren: (e, components) => ({ ...e, components }),
  evaluate: ({ components }, value) =>
    components.flatMap((component) => {
      const worth = value(component);
      return component.kind === "folded" && isVector(worth) ? worth : [asScalar(worth)];
    }),
  plain: ({ components }, { style, print }) =>
    atom(`(${components.map((c) => print(c).text).join(separatorOf(style))})`),
  set: ({ components }, { by, style, set }) => {
    const parts = components.map(set);
    const inner = by.list(
      parts.map(({ markup }) => markup),
      separatorOf(style),
    );
    const isTall = parts.some((part) => part.isTall);
    return { markup: by.bracketed(inner, isTall), isTall };
  },
  spoken: ({ components }, { say, style, readItem }) =>
    say("the vector {components}", { components: components.map(readItem).join(separatorOf(style)) }),
  isCompound: no,
};

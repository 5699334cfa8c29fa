import type { Expression } from "../expression.ts";
import { atom, leaf, type Node, no, type Reader } from "../node.ts";

/** A name that stands for another expression, as ‖a‖ is written for the norm of given numbers. */
export interface Name {
  readonly kind: "name";
  readonly name: string;
  readonly means: Expression;
}

export const name: Node<Name> = {
  ...leaf(),
  evaluate: ({ means }, value) => value(means),
  plain: (e) => atom(e.name),
  set: (e, { by }) => ({ markup: by.name(e.name) }),
  spoken: (e, { say }) => sayName(e.name, say),
  isCompound: no,
};

const sayName = (written: string, say: Reader["say"]): string =>
  written
    .replace(/‖(.+)‖/, (_, inner: string) => say("the norm of {inner}", { inner }))
    .replace(/[θαβᵀ]/g, (sign) => (sign === "ᵀ" ? say(" transposed") : greek[sign]!));

const greek: Readonly<Record<string, string>> = { θ: "theta", α: "alpha", β: "beta" };

import { sayPlainly } from "../../base/say.ts";
import { defaultStyle, type NumberStyle } from "../number-text.ts";
import { type Expression, nodeOf } from "./expression.ts";
import type { Setter } from "./node.ts";
import type { Typesetter, Typesetting } from "./typesetter.ts";

/** An expression in the markup of a typesetter: fractions, roots, norms and vectors as they are written by hand. */
export const setBy = (by: Typesetter, e: Expression, style: NumberStyle = defaultStyle): string => {
  const setter: Setter = {
    by,
    style,
    say: style.say ?? sayPlainly,
    set: (part) => nodeOf(part).set(part, setter),
  };
  return setter.set(e).markup;
};

export const bracketed = ({ markup, isTall = false }: Typesetting, by: Typesetter): string =>
  by.bracketed(markup, isTall);

/** A part as a factor: what is loose is bracketed. */
export const asFactor = (part: Typesetting, by: Typesetter): string =>
  part.loose === undefined ? part.markup : bracketed(part, by);

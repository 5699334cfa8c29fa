import { sayPlainly } from "../../base/say.ts";
import { defaultStyle, type NumberStyle, separatorOf } from "../number-text.ts";
import { asExpression, type Numeric } from "../scalar.ts";
import type { Vector } from "../vector.ts";
import { type Expression, nodeOf } from "./expression.ts";
import type { Plain, PlainPrinter } from "./node.ts";

/** Plain text in the usual signs: (2, 3, 4)·(1, 0, 2), 2×1 + 3×0, 10/√145, ‖a‖. Negatives are bracketed. */
export const toPlain = (e: Expression, style: NumberStyle = defaultStyle): string => {
  const print = (part: Expression): Plain => nodeOf(part).plain(part, printer);
  const printer: PlainPrinter = {
    style,
    say: style.say ?? sayPlainly,
    print,
    within: (least, part) => {
      const { text, tightness } = print(part);
      return tightness < least ? `(${text})` : text;
    },
  };
  return print(e).text;
};

/** One number: −1/2, 2√5, 0.8305. */
export const numberToPlain = (value: Numeric, style: NumberStyle = defaultStyle): string =>
  toPlain({ kind: "number", value }, style);

/** A vector as it may be typed back: (2, −1/2, √2). */
export const vectorToPlain = (
  a: Vector,
  style: NumberStyle = { ...defaultStyle, digits: 64, notation: a.notation },
): string => `(${a.components.map((c) => toPlain(asExpression(c), style)).join(separatorOf(style))})`;

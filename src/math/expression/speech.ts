import { sayPlainly } from "../../base/say.ts";
import { defaultStyle, type NumberStyle } from "../number-text.ts";
import { isSymbolic, signOf } from "../scalar.ts";
import { type Expression, nodeOf } from "./expression.ts";
import type { Reader } from "./node.ts";

/** The formula in words, as one reads it aloud: "the vector 2, 3, 4 dot the vector 1, 0, 2". */
export const toSpeech = (e: Expression, style: NumberStyle = defaultStyle): string => {
  const say = style.say ?? sayPlainly;
  const reader: Reader = {
    style,
    say,
    read: (part) => nodeOf(part).spoken(part, reader),
    group: (part) =>
      nodeOf(part).isCompound(part) || isNegative(part)
        ? say("the quantity {inner}, end quantity", { inner: reader.read(part) })
        : reader.read(part),
  };
  return reader.read(e);
};

export const isNegative = (e: Expression): boolean =>
  e.kind === "number" && !isSymbolic(e.value) && signOf(e.value) < 0;

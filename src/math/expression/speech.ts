import { sayPlainly } from "../../base/say.ts";
import { defaultStyle, type NumberStyle } from "../number-text.ts";
import { isSymbolic, signOf } from "../scalar.ts";
import { type Expression, nodeOf } from "./expression.ts";
import type { Reader } from "./node.ts";

/** The formula in words, as one reads it aloud: "the vector 2, 3, 4 dot the vector 1, 0, 2". */
export const toSpeech = (e: Expression, style: NumberStyle = defaultStyle): string => {
  const say = style.say ?? sayPlainly;
  const isCompound = (part: Expression): boolean => nodeOf(part).isCompound(part, style);
  const reader: Reader = {
    style,
    say,
    read: (part) => nodeOf(part).spoken(part, reader),
    enclose: (part) => say("the quantity {inner}, end quantity", { inner: reader.read(part) }),
    group: (part) => (isCompound(part) || isNegative(part) ? reader.enclose(part) : reader.read(part)),
    readItem: (part) => (isCompound(part) ? reader.enclose(part) : reader.read(part)),
  };
  return reader.read(e);
};

const isNegative = (e: Expression): boolean =>
  e.kind === "number" && !isSymbolic(e.value) && signOf(e.value) < 0;

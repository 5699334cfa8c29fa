import { toPlain } from "../math/expression/plain.ts";
import { type NumberStyle, toDecimalText } from "../math/number-text.ts";
import { asExpression, type Numeric, type Scalar, toReal } from "../math/scalar.ts";
import type { Direction } from "../math/similarity.ts";

export const exact = (value: Scalar, style: NumberStyle): string => toPlain(asExpression(value), style);
export const rounded = (value: Scalar, style: NumberStyle): string => toDecimalText(value as Numeric, style);
/** Whether the rounded decimal of a value is all of it, so that "=" may stand before it. */
export const isShownWhole = (value: Scalar, { digits }: NumberStyle): boolean =>
  toReal(value).toSignificantDigits(digits).equals(toReal(value));

export const degreesOf = ({ angle }: Direction, style: NumberStyle): string => exact(angle.degrees, style);

import { usualStyle } from "../math/number-text.ts";
import { toPlain } from "../math/plain.ts";
import type { Vector } from "../math/vector.ts";
import { vectorExpression } from "../math/working.ts";
import { fold } from "./fold.ts";

/** A vector in plain text, long ones folded: (2, 3, 4). */
export const vectorToText = (a: Vector): string =>
  toPlain(fold(vectorExpression(a.components)), {
    ...usualStyle(),
    digits: 6,
    notation: a.notation,
  });

import { toPlain } from "../math/expression/plain.ts";
import type { Vector } from "../math/vector.ts";
import { vectorExpression } from "../math/working.ts";
import { usualStyle } from "../number-style.ts";
import { fold } from "./fold.ts";

/** A vector in plain text, long ones folded: (2, 3, 4). */
export const vectorToText = (a: Vector): string =>
  toPlain(fold(vectorExpression(a.components)), {
    ...usualStyle(),
    digits: 6,
    notation: a.notation,
  });

import { asExpression, type Scalar } from "../../../math/scalar.ts";
import type { Vector } from "../../../math/vector.ts";
import { toExpression } from "../../../math/working.ts";
import { shown, type Word } from "../../markdown.ts";

/** A number among words. */
export const shownNumber = (value: Scalar): Word => shown(asExpression(value));

/** A vector among words. */
export const shownVector = (a: Vector): Word => shown(toExpression(a));

/** A dot product among words: (1, 2)·(3, 4). */
export const shownDot = (a: Vector, b: Vector): Word =>
  shown({ kind: "dot", left: toExpression(a), right: toExpression(b) });

/** A norm among words: ‖(3, 4)‖. */
export const shownNorm = (a: Vector): Word => shown({ kind: "norm", of: toExpression(a) });

import { evaluateVector } from "../../../math/expression/expression.ts";
import { isZero, type Scalar } from "../../../math/scalar.ts";
import { divide } from "../../../math/scalar-arithmetic.ts";
import { type Vector, vectorOf } from "../../../math/vector.ts";
import { toExpression } from "../../../math/working.ts";
import type { Random } from "../../../random.ts";
import { drawUntil, someWholes, wholes } from "./draw.ts";
import { dotOf, scaled, type VectorPair } from "./measures.ts";

/** Two that are neither orthogonal nor parallel, so that both parts are there. */
export const slanted = (random: Random, dimension: number, least: number): VectorPair =>
  drawUntil(() => {
    const [a, b] = [
      wholes(...someWholes(random, dimension, least, 5)),
      wholes(...someWholes(random, dimension, least, 4)),
    ];
    return isZero(dotOf(a, b)) || remainder(a, b).components.every(isZero) ? undefined : { a, b };
  });

/** By how much b is multiplied to give the projection of a. */
export const factorOf = (a: Vector, b: Vector): Scalar => divide(dotOf(a, b), dotOf(b, b));

/** The projection of a onto b. */
export const along = (a: Vector, b: Vector): Vector => scaled(b, factorOf(a, b));

/** a − b */
export const less = (a: Vector, b: Vector): Vector =>
  vectorOf(evaluateVector({ kind: "difference", left: toExpression(a), right: toExpression(b) }));

/** What is left of a without its projection onto b. */
export const remainder = (a: Vector, b: Vector): Vector => less(a, along(a, b));

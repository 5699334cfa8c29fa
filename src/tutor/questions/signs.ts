import { negate } from "../../math/scalar-arithmetic.ts";
import { type Vector, vectorOf } from "../../math/vector.ts";
import type { Random } from "../../random.ts";

/** The vector with some of its components turned negative, one at least. */
export const withSigns = (random: Random, a: Vector): Vector => {
  const certain = random.whole(0, a.components.length - 1);
  return vectorOf(
    a.components.map((component, i) =>
      i === certain || random.whole(1, 3) === 1 ? negate(component) : component,
    ),
  );
};

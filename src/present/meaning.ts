import { angle } from "../math/cosine.ts";
import { numberToPlain, toPlain } from "../math/expression/plain.ts";
import { isZeroVector, normOf } from "../math/norm.ts";
import type { NumberStyle } from "../math/number-text.ts";
import { type Real, Rough } from "../math/real.ts";
import { approximate, asExpression, type Scalar, signOf, toReal } from "../math/scalar.ts";
import { closeRatio, type Lengths, lengthsOf, lieBetween } from "../math/similarity.ts";
import { lettersIn, type Vector } from "../math/vector.ts";
import { usualStyle } from "../number-style.ts";
import { say, sayList } from "../say.ts";
import { lieInWords } from "./lie.ts";

/** What a dot product tells: which side, and whether the lengths let it stand for similarity. */
export const meaningOfDot = (a: Vector, b: Vector, value: Scalar, style: NumberStyle): string => {
  const letters = lettersIn([a, b]);
  if (letters.length > 0)
    return say("The letters {letters} stand for any numbers.", { letters: sayList(letters) });
  if (isZeroVector(a) || isZeroVector(b))
    return say("One of them is the zero vector, so every product is 0.");
  const sign = signOf(value);
  const told = { lie: lieInWords(lieBetween(a, b)), lengths: aboutLengths(lengthsOf(a, b), style) };
  if (sign === 0) return say("Zero: they {lie}. {lengths}", told);
  return sign > 0
    ? say("Positive: they {lie}. {lengths}", told)
    : say("Negative: they {lie}. {lengths}", told);
};

/** What a cosine similarity tells. */
export const meaningOfCosine = (a: Vector, b: Vector, style: NumberStyle): string => {
  const between = angle(a, b);
  if (!between.ok) return say("The lengths are divided out, so only the directions count.");
  const degrees = toPlain(asExpression(between.value.degrees), style);
  return say(
    "The angle is {degrees}°: they {lie}. The lengths are divided out, so only the directions count.",
    { degrees, lie: lieInWords(lieBetween(a, b)) },
  );
};

/** Whether the lengths let the dot product stand for similarity. */
export const aboutLengths = ({ norms, ratio }: Lengths, style: NumberStyle): string => {
  const [a = "", b = ""] = norms.map((value) => numberToPlain(approximate(toReal(value, Rough)), style));
  if (ratio === undefined) return say("The lengths are {a} and {b}.", { a, b });
  if (ratio.equals(1))
    return say("Both have length {length}, so the dot product compares directions fairly.", { length: a });
  const told = { a, b, times: timesText(ratio) };
  return ratio.lessThanOrEqualTo(closeRatio)
    ? say(
        "The lengths {a} and {b} are close ({times}), so the dot product is a fair measure of similarity.",
        told,
      )
    : say("The lengths {a} and {b} differ by {times}, so compare by cosine.", told);
};

/** A ratio to two significant digits: 2.4×; below 1.05, as "under 1.05×". */
export const timesText = (ratio: Real): string =>
  ratio.lessThan(1.05)
    ? say("under 1.05×")
    : `${numberToPlain(approximate(ratio), { ...usualStyle(), digits: 2, notation: "decimal" })}×`;

/** What a norm tells. */
export const meaningOfNorm = (a: Vector): string => {
  if (lettersIn([a]).length > 0)
    return say("Put numbers for the letters, and this is the length of the arrow.");
  const value = normOf(a);
  if (signOf(value) === 0) return say("Only the zero vector has length 0.");
  return toReal(value).equals(1)
    ? say("Exactly 1: this is a unit vector, so it is normalised already.")
    : say("This is the length of the arrow from the origin to that point.");
};

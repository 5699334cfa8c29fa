import { angle } from "../math/cosine.ts";
import { isZeroVector, norm } from "../math/norm.ts";
import type { NumberStyle } from "../math/number-text.ts";
import { numberToPlain, toPlain } from "../math/plain.ts";
import { type Real, Rough } from "../math/real.ts";
import { approximate, asExpression, type Scalar, signOf, toReal } from "../math/scalar.ts";
import { closeRatio, type Lengths, lengthsOf, lieBetween } from "../math/similarity.ts";
import { lettersIn, type Vector } from "../math/vector.ts";
import { lieInWords } from "./lie.ts";

/** What a dot product tells: which side, and whether the lengths let it stand for similarity. */
export const meaningOfDot = (a: Vector, b: Vector, value: Scalar, style: NumberStyle): string => {
  const letters = lettersIn([a, b]);
  if (letters.length > 0) return `The letters ${listed(letters)} stand for any numbers.`;
  if (isZeroVector(a) || isZeroVector(b))
    return "A zero vector has no direction, so its dot product with anything is 0.";
  const sign = signOf(value);
  const opening = sign > 0 ? "Positive" : sign < 0 ? "Negative" : "Zero";
  return `${opening}: they ${lieInWords[lieBetween(a, b)]}. ${aboutLengths(lengthsOf(a, b), style)}`;
};

/** What a cosine similarity tells. */
export const meaningOfCosine = (a: Vector, b: Vector, style: NumberStyle): string => {
  const between = angle(a, b);
  if (!between.ok) return "The lengths are divided out, so only the directions count.";
  const degrees = toPlain(asExpression(between.value.degrees), style);
  return `The angle is ${degrees}°: they ${lieInWords[lieBetween(a, b)]}. The lengths are divided out, so only the directions count.`;
};

/** Whether the lengths let the dot product stand for similarity. */
export const aboutLengths = ({ norms, ratio }: Lengths, style: NumberStyle): string => {
  const [a, b] = norms.map((value) => numberToPlain(approximate(toReal(value, Rough)), style));
  if (ratio === undefined) return `The lengths are ${a} and ${b}.`;
  if (ratio.equals(1)) {
    return `Both have length ${a}, so the dot product compares directions fairly.`;
  }
  const times = timesText(ratio);
  return ratio.lessThanOrEqualTo(closeRatio)
    ? `The lengths ${a} and ${b} are close (${times}), so the dot product is a fair measure of similarity.`
    : `The lengths ${a} and ${b} differ by ${times}, so compare by cosine.`;
};

/** A ratio to two significant digits: 2.4×; below 1.05, as "under 1.05×". */
export const timesText = (ratio: Real): string =>
  ratio.lessThan(1.05)
    ? "under 1.05×"
    : `${numberToPlain(approximate(ratio), { digits: 2, notation: "decimal" })}×`;

/** What a norm tells. */
export const meaningOfNorm = (a: Vector): string => {
  if (lettersIn([a]).length > 0) return "Put numbers for the letters, and this is the length of the arrow.";
  const value = norm(a).value;
  if (signOf(value) === 0) return "Only the zero vector has length 0.";
  return toReal(value).equals(1)
    ? "Exactly 1: this is a unit vector, so it is normalised already."
    : "This is the length of the arrow from the origin to that point.";
};

/** a, b and c. */
export const listed = (words: readonly string[], last = "and"): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;

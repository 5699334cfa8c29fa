import { Real } from "../math/real.ts";
import { isSymbolic, toReal } from "../math/scalar.ts";
import type { Rounding } from "./answer.ts";
import type { Answer } from "./question.ts";

/** An answer as it was typed. */
export interface Typed {
  readonly answer: Answer;
  /** How many decimals it was written with; absent for what is no decimal, nor a vector of decimals. */
  readonly decimals?: number;
  /** Whether it was worked out from figures that may be rounded, as 7.389/8.389 is. */
  readonly isCalculation: boolean;
}

/** What is wrong with a rounding: its last digit, or that it has fewer digits than were asked for. */
export type RoundingFault = "last-digit" | "too-far";

/** A rounding to so many decimals is enough where nothing else is asked for. */
const usualDecimals = 2;

export const wantedDecimals = (rounding: Rounding | undefined): number => rounding?.decimals ?? usualDecimals;

/** The numbers of two answers side by side; undefined where they cannot be compared one by one. */
const pairsOf = (x: Answer, y: Answer): readonly (readonly [Real, Real])[] | undefined => {
  const [xs, ys] = [numbersOf(x), numbersOf(y)];
  if (x.kind !== y.kind || xs === undefined || xs.length !== ys?.length) return undefined;
  return xs.map((number, i) => [number, ys[i]!]);
};

const numbersOf = (answer: Answer): readonly Real[] | undefined => {
  if (answer.kind === "words") return undefined;
  const scalars = answer.kind === "number" ? [answer.value] : answer.value.components;
  return scalars.some(isSymbolic) ? undefined : scalars.map((scalar) => toReal(scalar));
};

/** Whether an answer is the exact one, rounded to the decimals that it is written with: to `wanted` at least. */
export const isRounding = (exact: Answer, { answer, decimals }: Typed, wanted: number): boolean =>
  decimals !== undefined &&
  decimals >= wanted &&
  (pairsOf(exact, answer)?.every(([x, y]) => x.toDecimalPlaces(decimals).equals(y)) ?? false);

/** Whether two answers are still told apart when both are rounded. */
export const differsFrom = (x: Answer, y: Answer, decimals: number): boolean =>
  pairsOf(x, y)?.some(([a, b]) => !a.toDecimalPlaces(decimals).equals(b.toDecimalPlaces(decimals))) ?? true;

/** Figures that are rounded to three decimals leave so much room in what is worked out from them. */
const roomOfFigures = new Real("0.0001");

/**
 * Whether an answer stands for the exact one as well as what was asked for: as its right rounding, or, where it has
 * more decimals or was worked out from rounded figures, as a number that is no further off and is rounded to the same.
 */
export const isNear = (exact: Answer, typed: Typed, rounding: Rounding | undefined): boolean => {
  const wanted = wantedDecimals(rounding);
  if (isRounding(exact, typed, wanted)) return true;
  const hasMore = rounding !== undefined && (typed.decimals ?? -1) >= wanted;
  if (!hasMore && !typed.isCalculation) return false;
  const isClose = ([x, y]: readonly [Real, Real]): boolean => {
    const rounded = x.toDecimalPlaces(wanted);
    const room = typed.isCalculation
      ? Real.max(roomOfFigures, rounded.minus(x).abs())
      : rounded.minus(x).abs();
    return y.toDecimalPlaces(wanted).equals(rounded) && x.minus(y).abs().lessThanOrEqualTo(room);
  };
  return pairsOf(exact, typed.answer)?.every(isClose) ?? false;
};

/**
 * What is wrong with the rounding of an answer that is the right one but for that; undefined for any other. What can be
 * written exactly with so many decimals leaves no room for it.
 */
export const roundingFault = (
  exact: Answer,
  { answer, decimals }: Typed,
  rounding: Rounding | undefined,
): RoundingFault | undefined => {
  const pairs = pairsOf(exact, answer);
  if (pairs === undefined || decimals === undefined) return undefined;
  if (pairs.every(([x]) => x.toDecimalPlaces(decimals).equals(x))) return undefined;
  if (decimals < wantedDecimals(rounding))
    return decimals > 0 && pairs.every(([x, y]) => x.toDecimalPlaces(decimals).equals(y))
      ? "too-far"
      : undefined;
  const unit = new Real(10).pow(-decimals);
  return pairs.every(([x, y]) => x.minus(y).abs().lessThan(unit)) ? "last-digit" : undefined;
};

import { rational, type Scalar } from "../../../math/scalar.ts";
import { compare } from "../../../math/scalar-arithmetic.ts";
import { message, say } from "../../../say.ts";
import { phrase } from "../../answer.ts";
import type { Answer } from "../../question.ts";

/** Where a vector may lie among the unit vectors, each as often as it is drawn. */
export const unitPlaces = ["unit", "unit", "shorter", "longer", "shorter"] as const;

export type UnitPlace = (typeof unitPlaces)[number];

/** The three answers that there are: nothing but the vector tells which of them is right. */
const answers: Readonly<Record<UnitPlace, string>> = {
  unit: message("Yes, its norm is exactly 1"),
  shorter: message("No, its norm is less than 1"),
  longer: message("No, its norm is more than 1"),
};

export const unitAnswers = (): readonly Answer[] =>
  Object.values(answers).map((answer) => phrase(say(answer)));

export const unitAnswer = (place: UnitPlace): Answer => phrase(say(answers[place]));

/** The answer of whoever takes this size for the norm. */
export const answerForNorm = (size: Scalar): Answer => {
  const order = compare(size, rational(1));
  return unitAnswer(order === 0 ? "unit" : order < 0 ? "shorter" : "longer");
};

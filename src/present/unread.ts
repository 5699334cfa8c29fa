import type { UnreadableReason } from "../math/problem.ts";
import type { Unread } from "../problem.ts";
import type { Doubt, UnreadReason } from "../reading/reading.ts";
import { message, say, sayList } from "../say.ts";
import { type Advice, placeIn, unreadableReasonWords } from "./advice-on-vectors.ts";

/** What is said of a place that was not understood: where, why, what was understood, what to type instead. */
export const adviceOnUnread = (problem: Unread): Advice => {
  const { found, understood, instead, vector } = problem;
  const reason = say({ ...unreadReasonWords, ...unreadableReasonWords }[problem.reason]);
  const place = vector === undefined ? undefined : placeIn({ ...problem, vector });
  return {
    title: say("I could not read that"),
    sentences: [
      stoppedAt(place, found, reason),
      ...(understood.length === 0
        ? []
        : [say("Understood so far: {vectors}.", { vectors: sayList(understood) })]),
      ...(instead === undefined ? [] : [say("Type {instead} instead.", { instead })]),
    ],
  };
};

const stoppedAt = (place: string | undefined, found: string, reason: string): string => {
  if (place === undefined)
    return found === "" ? reason : say("I stopped at “{found}”. {reason}", { found, reason });
  return found === ""
    ? say("I stopped at {place}. {reason}", { place, reason })
    : say("I stopped at {place}, “{found}”. {reason}", { place, found, reason });
};

/** Why a place was not read, as a sentence. */
const unreadReasonWords: Readonly<Record<Exclude<UnreadReason, UnreadableReason>, string>> = {
  "unknown-word": message("I do not know that word."),
  "unknown-sign": message("I do not know that sign."),
  "unknown-function": message("I do not know that function."),
  "operation-not-offered": message("That is something I do not work out."),
  "unseen-sign": message("A sign that cannot be seen stands there. Delete it and type the number again."),
  "misplaced-word": message("That word does not belong there."),
  "misplaced-sign": message("That sign does not belong there."),
  "missing-operand": message("Something is missing beside that sign."),
  "missing-sign": message("A sign is missing between the two, such as + or ·."),
  "unclosed-quote": message("That quotation mark is not closed."),
  "digits-and-letters": message("Digits and letters run together there. Put a gap or a sign between them."),
  "unfinished-power": message("That power of ten has no exponent."),
  "two-points": message("That number has two decimal points."),
  "too-long": message("That is more than I read at once."),
  "looks-like-date": message("That looks like a date. For a difference put gaps around each minus."),
  "looks-like-time": message("That looks like a time of day."),
  "cell-reference": message("That is a cell of a spreadsheet, which I cannot see. Paste its numbers."),
  "points-back-beside-numbers": message(
    "That points back to earlier vectors, but there are numbers beside it. Use one or the other.",
  ),
  "given-twice": message("That name is given twice."),
  "given-by-itself": message("That name is explained by itself."),
  nothing: message("There is nothing to work out."),
  "unknown-setting": message("There is no such setting here."),
  "setting-without-value": message("That setting has no value."),
  "dimensions-differ": message("The two have different numbers of components."),
  "cross-needs-three": message("The cross product is there for vectors of three components only."),
  "matrix-does-not-fit": message("A matrix does not fit there."),
  "number-and-vector": message("A number and a vector cannot be added."),
  "number-expected": message("A number is wanted there."),
  "vector-expected": message("A vector is wanted there."),
  "division-by-vector": message("Nothing can be divided by a vector."),
  "power-of-vector": message(
    "A vector has no powers. Its dot product with itself is the square of its length.",
  ),
  "star-between-vectors": message(
    "Between two vectors * has two meanings: the dot product, or component by component.",
  ),
  "three-vectors": message(
    "The dot product of two vectors is a number, and a number has no dot product with a third vector. With brackets, (a·b)·c is that number times the third vector.",
  ),
  "wrong-number-of-operands": message("That takes another number of vectors."),
};

/** What a button says that decides a doubt the other way. */
export const doubtWords: Readonly<Record<Doubt, string>> = {
  "decimal-comma": message("With decimal commas"),
  "sign-after-gap": message("The sign in its other meaning"),
  "operator-between-lists": message("The sign inside the list"),
  "matrix-or-vectors": message("The rows in their other meaning"),
  "columns-or-rows": message("Rows and columns exchanged"),
  "norm-or-marks": message("The bars in their other meaning"),
  "factor-or-operand": message("The number in its other meaning"),
  star: message("Component by component"),
  times: message("Dot product"),
  "three-vectors": message("(a·b) times the third vector"),
  "square-of-vector": message("Square of the length"),
  thousands: message("With commas for thousands"),
};

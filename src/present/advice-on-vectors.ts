import { toPlain, vectorToPlain } from "../math/expression/plain.ts";
import { type NumberStyle, separatorOf } from "../math/number-text.ts";
import type {
  DimensionMismatch,
  NeedsNumbers,
  TooLong,
  Unreadable,
  UnreadableReason,
  WrongDimension,
  ZeroVector,
} from "../math/problem.ts";
import { asExpression, type Scalar } from "../math/scalar.ts";
import type { Notation, Vector } from "../math/vector.ts";
import { usualStyle } from "../number-style.ts";
import type { WrongCount } from "../problem.ts";
import { message, say, sayList } from "../say.ts";

/** What a learner is told of a problem. */
export interface Advice {
  readonly title: string;
  readonly sentences: readonly [string, ...string[]];
}

type AboutVectors =
  | Unreadable
  | TooLong
  | WrongCount
  | WrongDimension
  | DimensionMismatch
  | ZeroVector
  | NeedsNumbers;

/** What to say where vectors could not be read, or do not fit together. */
export const adviceOnVectors: {
  readonly [K in AboutVectors["kind"]]: (problem: Extract<AboutVectors, { kind: K }>) => Advice;
} = {
  unreadable: (problem) => {
    const stopped = { place: placeOf(problem), found: problem.found, reason: say(reasons[problem.reason]) };
    return {
      title: say("I could not read that"),
      sentences: [
        problem.found === ""
          ? say("I stopped at {place}. {reason}", stopped)
          : say("I stopped at {place}, “{found}”. {reason}", stopped),
        ...(problem.understood.length === 0
          ? []
          : [say("Understood so far: {vectors}.", { vectors: sayList(problem.understood) })]),
      ],
    };
  },
  "too-long": ({ length, limit }) => ({
    title: say("That is too long"),
    sentences: [say("That is {length, number} characters; I read up to {limit, number}.", { length, limit })],
  }),
  "wrong-count": ({ least, most, read }) => ({
    title:
      least === most
        ? say("This needs {vectors}", { vectors: countedVectors(least) })
        : say("This needs {least} to {most} vectors", { least, most }),
    sentences: [
      read.length === 0
        ? say("I found no vectors there.")
        : say("I read {vectors}: {list}.", {
            vectors: countedVectors(read.length),
            list: read.length > 6 ? andSoOn(sayList(read.slice(0, 6))) : sayList(read),
          }),
      ...(read.length > 0 && read.length < least
        ? [say("Put a space or a bar between vectors, and commas between components.")]
        : []),
    ],
  }),
  "dimension-mismatch": ({ operation, vectors, positions, dimensions, unpaired }) => ({
    title: say("The dimensions differ"),
    sentences: [
      say(
        "Vector {one}, {first}, has {components}; vector {other}, {second}, has {count}. A {operation} pairs each component with the one in the same place.",
        {
          one: positions[0],
          first: shortened(asTyped(vectors[0])),
          components: countedComponents(dimensions[0]),
          other: positions[1],
          second: shortened(asTyped(vectors[1])),
          count: dimensions[1],
          operation: say(operation),
        },
      ),
      withoutPartner(positions[dimensions[0] > dimensions[1] ? 0 : 1], Math.min(...dimensions) + 1, unpaired),
    ],
  }),
  "wrong-dimension": ({ operation, vector, dimension, wanted }) => ({
    title: say("The dimension does not fit"),
    sentences: [
      say(
        "The {operation} is there for vectors of {wanted, number} components only. Vector {vector} has {dimension, plural, one {# component} other {# components}}.",
        { operation: say(operation), wanted, vector, dimension },
      ),
    ],
  }),
  "zero-vector": ({ operation, vector }) => ({
    title: say("A zero vector has no direction"),
    sentences: [
      say(
        "Vector {vector} is all zeros. Its length is 0, so it points nowhere: there is nothing to take the {operation} of.",
        { vector, operation: say(operation) },
      ),
      say("To find a direction one divides by the length, and nothing can be divided by 0."),
    ],
  }),
  "needs-numbers": ({ operation, letters }) => ({
    title: say("This needs numbers"),
    sentences: [
      say(
        "{count, plural, one {The {operation} depends on what {letters} stands for. Put a number there.} other {The {operation} depends on what {letters} stand for. Put numbers there.}}",
        { count: letters.length, operation: say(operation), letters: sayList(letters) },
      ),
    ],
  }),
};

/** 1st, 2nd, …, in the language's own manner. */
const ordinal = (n: number): string =>
  say("{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}", { n });

const countedVectors = (count: number): string =>
  say("{count, plural, =0 {no vectors} one {# vector} other {# vectors}}", { count });

const countedComponents = (count: number): string =>
  say("{count, plural, =0 {no components} one {# component} other {# components}}", { count });

const reasons: Readonly<Record<UnreadableReason, string>> = {
  "not-a-number": message("I cannot read that as a number."),
  "empty-component": message("There is nothing between two separators."),
  "unbalanced-bracket": message("A bracket is opened and not closed, or closed and not opened."),
  "not-allowed": message(
    "Only numbers, + − × / ^, brackets, roots and a few functions such as sqrt are read here.",
  ),
  "division-by-zero": message("That divides by zero."),
  "root-of-negative": message("That is the root of a negative number."),
  "too-many-digits": message("That has more digits than I work with (400)."),
  "exponent-too-large": message("That exponent is beyond what I work with."),
  "nested-too-deeply": message("The brackets are nested too deeply."),
  "too-many-components": message("I work with up to 4,096 components."),
  "too-many-terms": message("Multiplied out, that has more than 64 terms."),
  "too-laborious": message(
    "In one message I work out about 40 powers such as 2^0.3, or 200 roots, letters and sums such as 1+√2, or fractions over 450 different denominators, and this is one more. Decimals such as 1.41 I take by the thousand.",
  ),
  "too-many-vectors": message("I read up to 1,000 vectors at once."),
  "too-many-numbers": message("I read up to 12,288 numbers at once. Leave some out, or send them in parts."),
  "ragged-matrix": message("The rows do not all have the same number of entries."),
};

const placeOf = ({ vector, component }: Unreadable): string =>
  component === undefined
    ? say("the {vector} vector", { vector: ordinal(vector) })
    : say("the {component} component of the {vector} vector", {
        component: ordinal(component),
        vector: ordinal(vector),
      });

const andSoOn = (list: string): string => say("{list} and so on", { list });

/** Every digit, so that the vector may be typed back. */
const exactly = (notation: Notation): NumberStyle => ({ ...usualStyle(), digits: 64, notation });

const asTyped = (a: Vector): string => vectorToPlain(a, exactly(a.notation));

/** No more components without a partner than these are listed. */
const mostUnpaired = 6;

const withoutPartner = (vector: number, first: number, unpaired: readonly Scalar[]): string => {
  const values = unpaired.slice(0, mostUnpaired).map((c) => toPlain(asExpression(c), exactly("fraction")));
  const [only] = values;
  if (unpaired.length === 1 && only !== undefined)
    return say("The {component} component of vector {vector}, {value}, has no partner.", {
      component: ordinal(first),
      vector,
      value: only,
    });
  const places = { first, last: first + unpaired.length - 1, vector };
  return unpaired.length > mostUnpaired
    ? say("Components {first} to {last} of vector {vector} have no partner: {list}, and so on.", {
        ...places,
        list: values.join(separatorOf(usualStyle())),
      })
    : say("Components {first} to {last} of vector {vector} have no partner: {list}.", {
        ...places,
        list: sayList(values),
      });
};

/** A text of a learner's, cut where it would fill the screen. */
export const shortened = (text: string): string => {
  const characters = [...text];
  return characters.length <= 60 ? text : `${characters.slice(0, 60).join("")}…`;
};

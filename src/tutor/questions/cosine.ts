import { cosineSimilarity } from "../../math/cosine.ts";
import { letter, rational } from "../../math/scalar.ts";
import { multiply } from "../../math/scalar-arithmetic.ts";
import type { Random } from "../../random.ts";
import { say, sayParts } from "../../say.ts";
import { number } from "../answer.ts";
import type { QuestionKind } from "../question.ts";
import { certain } from "./facts/certain.ts";
import { notAtRightAngle, ofWholeNorm, someWholes, wholes, withSigns } from "./facts/draw.ts";
import { cosineOf, divided, dotOf, givenOf, normOf, type VectorPair } from "./facts/measures.ts";
import { shownDot, shownNumber, shownVector } from "./facts/shown.ts";
import { cosineLookalikes, cosineSlips } from "./slips/cosine-slips.ts";
import { slip } from "./slips/slip.ts";

interface Facts extends VectorPair {
  /** A letter for a positive number that a is multiplied by. */
  readonly letter?: string;
}

const signed = (random: Random, count: 2 | 3): Facts =>
  notAtRightAngle(() => ({
    a: withSigns(random, ofWholeNorm(random, count)),
    b: withSigns(random, ofWholeNorm(random, count)),
  }));

const roots = (random: Random): Facts =>
  notAtRightAngle(() => ({
    a: withSigns(random, wholes(...someWholes(random, 2, 1, 4))),
    b: wholes(...someWholes(random, 2, 1, 4)),
  }));

const withLetter = slip<Facts>(
  "letter-kept",
  (facts) =>
    facts.letter === undefined ? undefined : number(multiply(letter(facts.letter), cosineOf(facts))),
  ({ letter: name }) => [
    say(
      "The letter {name} stands in the dot product and in the norm, so it cancels. A cosine knows no lengths.",
      {
        name: name ?? "",
      },
    ),
  ],
);

/** Compute a cosine similarity exactly. */
export const cosineKind: QuestionKind<Facts> = {
  name: "cosine",
  skill: "cosine",
  templates: [
    {
      name: "one along an axis",
      level: 1,
      pose: (random) => ({
        a: ofWholeNorm(random, 2),
        b: wholes(...random.shuffle([0, random.whole(1, 4)])),
      }),
    },
    {
      name: "whole norms",
      level: 2,
      pose: (random) => ({ a: ofWholeNorm(random, 2), b: ofWholeNorm(random, 2) }),
    },
    { name: "three with negatives, whole norms", level: 3, pose: (random) => signed(random, 3) },
    { name: "roots", level: 4, pose: roots },
    {
      name: "fractions",
      level: 5,
      pose: (random) => {
        const { a, b } = signed(random, 2);
        return { a: divided(a, rational(random.pick([2, 7]))), b };
      },
    },
    {
      name: "a letter",
      level: 5,
      pose: (random) => ({ ...signed(random, 2), letter: random.pick(["k", "t", "x"]) }),
    },
  ],
  prompt: (facts) => {
    const [a, b] = [shownVector(givenOf(facts)), shownVector(facts.b)];
    const { letter: name } = facts;
    return name === undefined
      ? sayParts("What is the cosine similarity of {a} and {b}?", { a, b })
      : sayParts("What is the cosine similarity of {a} and {b}, where {name} is positive?", { a, b, name });
  },
  answer: (facts) => number(cosineOf(facts)),
  hints: (facts) => [
    [say("A cosine similarity is the dot product with both lengths divided out.")],
    sayParts("The dot product {product} is {value}.", {
      product: shownDot(givenOf(facts), facts.b),
      value: shownNumber(dotOf(givenOf(facts), facts.b)),
    }),
    sayParts("The norm of {b} is {norm}. Find the other norm, and divide the dot product by both.", {
      b: shownVector(facts.b),
      norm: shownNumber(normOf(facts.b)),
    }),
  ],
  because: (facts) => [
    ...(facts.letter === undefined
      ? []
      : [say("The letter cancels, so take {name} as 1.", { name: facts.letter }), " "]),
    ...sayParts("The dot product {product} is divided by the norms {first} and {second}.", {
      product: shownNumber(dotOf(facts.a, facts.b)),
      first: shownNumber(normOf(facts.a)),
      second: shownNumber(normOf(facts.b)),
    }),
  ],
  solve: ({ a, b, letter: name }) => {
    const working = certain(cosineSimilarity(a, b));
    return {
      workings: [{ working: working }],
      words:
        name === undefined
          ? []
          : [
              [
                say(
                  "A positive factor {name} changes no direction, so it was left out: the cosine is the same for any.",
                  { name },
                ),
              ],
            ],
    };
  },
  slips: [...cosineSlips, withLetter],
  lookalikes: cosineLookalikes,
};

import { rational, type Scalar } from "../../math/scalar.ts";
import { multiply } from "../../math/scalar-arithmetic.ts";
import type { Random } from "../../random.ts";
import { message, say, sayParts } from "../../say.ts";
import { labelOf, number, phrase } from "../answer.ts";
import type { Words } from "../markdown.ts";
import type { Answer, QuestionKind, Slip } from "../question.ts";
import { isMinus, positiveOf } from "./facts/scalings.ts";
import { shownNumber } from "./facts/shown.ts";
import { scaledAndAsked, type WordScaling } from "./facts/told-scalings.ts";
import { slip } from "./slips/slip.ts";

const square = (x: Scalar): Scalar => multiply(x, x);

/** A number on a button, its sign in a word. */
const text = (x: Scalar): string => {
  const size = labelOf(number(positiveOf(x)));
  return isMinus(x) ? say("minus {size}", { size }) : size;
};

const stays = (): Answer => phrase(say("It stays as it is"));
const turns = (): Answer => phrase(say("It only changes its sign"));
const times = (by: Scalar): Answer => phrase(say("It is multiplied by {factor}", { factor: text(by) }));

const right = (facts: WordScaling): Answer => {
  const { of, factor, both } = facts;
  switch (of) {
    case "dot product":
      return times(both ? square(factor) : factor);
    case "norm":
      return times(positiveOf(facts.factor));
    case "cosine":
      return isMinus(facts.factor) && !both ? turns() : stays();
  }
};

const drawn = (
  random: Random,
  of: WordScaling["of"],
  factors: readonly number[],
  both = false,
): WordScaling => ({
  of,
  factor: rational(random.pick(factors)),
  both,
});

const small = [2, 3, 4, 5, 6, 10];
const negative = [-2, -3, -4, -5, -10];

const slips: readonly [Slip<WordScaling>, ...Slip<WordScaling>[]] = [
  slip(
    "factor-ignored",
    ({ of }) => (of === "cosine" ? undefined : stays()),
    message(
      "Only a cosine does not feel how long vectors are. A dot product and a norm grow with the factor.",
    ),
  ),
  slip(
    "cosine-scaled",
    ({ of, factor }) => (of === "cosine" ? times(factor) : undefined),
    message(
      "The dot product takes the factor, but the norm below the fraction line takes its size as well, and there it cancels.",
    ),
  ),
  slip(
    "factor-squared",
    ({ factor, both, of }) => (both && of === "dot product" ? undefined : times(square(factor))),
    message(
      "The factor was counted once too often: it stands once in each product, and once in each length.",
    ),
  ),
  slip(
    "one-factor-forgotten",
    ({ of, factor, both }) => (both && of === "dot product" ? times(factor) : undefined),
    message("Both vectors are scaled, so each product takes the factor twice: once from a, once from b."),
  ),
  slip(
    "negative-factor-in-norm",
    ({ of, factor }) => (of === "norm" ? times(factor) : undefined),
    message("A norm is a length and never negative. A minus turns the arrow round but makes it no shorter."),
  ),
  slip(
    "sign-dropped",
    (facts) => {
      if (facts.of === "norm") return undefined;
      if (facts.both) return facts.of === "cosine" && isMinus(facts.factor) ? turns() : undefined;
      if (!isMinus(facts.factor)) return undefined;
      return facts.of === "cosine" ? stays() : times(positiveOf(facts.factor));
    },
    (facts) => [
      say(
        facts.both
          ? "Both arrows are turned round, and two minus signs make a plus: their angle stays the same."
          : "A negative factor turns the arrow round, and so the sign changes.",
      ),
    ],
  ),
  slip(
    "divided-by-factor",
    (facts) => phrase(say("It is divided by {factor}", { factor: text(positiveOf(facts.factor)) })),
    message("Scaling multiplies. Only normalising divides, and it divides by the norm."),
  ),
];

const lengthAndDirection = (): Words => [
  say("A norm knows only the length, a cosine only the direction, and a dot product knows both."),
];

const because = ({ of, factor, both }: WordScaling): Words => {
  switch (of) {
    case "dot product":
      return sayParts(
        both
          ? "Each product takes the factor {factor} from a and from b, and so does their sum."
          : "Each product takes the factor {factor} once, and so does their sum.",
        { factor: shownNumber(factor) },
      );
    case "norm":
      return [
        say(
          "The arrow is as many times as long as the size of the factor says, and a length is never negative.",
        ),
      ];
    case "cosine":
      return [
        say(
          both
            ? "Lengths do not matter to a cosine. If both arrows are turned round, their angle is the same as before."
            : "Lengths do not matter to a cosine. Only a negative factor turns the arrow round and changes the sign.",
        ),
      ];
  }
};

/** What becomes of dot product, norm and cosine when vectors are scaled, whatever the vectors are. */
export const scalingWordsKind: QuestionKind<WordScaling> = {
  name: "scaling-words",
  skill: "scaling",
  chosenOnly: true,
  templates: [
    { name: "a dot product", level: 1, pose: (random) => drawn(random, "dot product", small) },
    { name: "a norm", level: 2, pose: (random) => drawn(random, "norm", small) },
    { name: "a cosine", level: 2, pose: (random) => drawn(random, "cosine", small) },
    { name: "a norm, negative factor", level: 3, pose: (random) => drawn(random, "norm", negative) },
    { name: "a cosine, negative factor", level: 4, pose: (random) => drawn(random, "cosine", negative) },
    {
      name: "a dot product, negative factor",
      level: 4,
      pose: (random) => drawn(random, "dot product", negative),
    },
    {
      name: "both scaled",
      level: 5,
      pose: (random) => drawn(random, random.pick(["dot product", "cosine"]), [...small, ...negative], true),
    },
  ],
  prompt: scaledAndAsked,
  answer: right,
  hints: ({ of, both }) => [
    [say("Scaling multiplies each component. Try it with two short vectors that you choose yourself.")],
    [
      say(
        {
          "dot product": message("Look at one product of partners: which of its two factors is scaled?"),
          norm: message(
            "A norm squares the components, adds, and takes the root. A square is never negative.",
          ),
          cosine: message(
            "A cosine is the dot product divided by both norms. What does each of the three do?",
          ),
        }[of],
      ),
    ],
    [
      say(
        {
          "dot product": message(
            both
              ? "Both partners in each product take the factor."
              : "One partner in each product takes the factor, with its sign.",
          ),
          norm: message("The arrow becomes longer. It is a length, whatever way the arrow points."),
          cosine: message(
            "The size of the factor cancels. Only the directions are left: is one arrow turned round, or are both, or none?",
          ),
        }[of],
      ),
    ],
  ],
  because,
  solve: (facts) => ({ workings: [], words: [because(facts), lengthAndDirection()] }),
  slips,
};

import type { Random } from "../../../random.ts";
import { message, say } from "../../../say.ts";
import { inWords, type Phrased } from "./phrased.ts";

/** Slips about cost, and about what a dot product is. */
export type CostSlip =
  | "angle-thought-to-be-measured"
  | "components-thought-to-be-added"
  | "division-not-counted"
  | "quick-taken-for-exact"
  | "dirty-taken-for-faulty"
  | "cosine-demanded"
  | "mismatch-ignored"
  | "products-not-summed"
  | "dot-product-taken-for-cosine";

type Idea = Phrased<CostSlip>;

/** Why scaling to length one costs more. */
export const whyItCosts = (random: Random): Idea => {
  const n = random.pick([50, 300, 768, 1024]);
  return {
    prompt: [
      say(
        "Two vectors have {n} components. Why does scaling both to length 1 cost more than a plain dot product?",
        { n },
      ),
    ],
    right: say("their lengths take squares and roots"),
    wrong: {
      "angle-thought-to-be-measured": [
        say("the angle has to be measured first"),
        [say("No angle is measured. The cosine comes out of multiplying, adding and dividing.")],
      ],
      "components-thought-to-be-added": [
        say("they get more than {n} components", { n }),
        [say("They keep their {n} components. Each is only divided by the length.", { n })],
      ],
      "division-not-counted": [
        say("it does not: no further operation is needed"),
        [say("To divide by a length, it has to be known first. How is it worked out?")],
      ],
    },
    hints: [
      [say("To scale a vector to length 1, divide it by its length.")],
      [say("How is the length of a vector worked out?")],
      [say("Think of Pythagoras. What does it do with each side, and what at the end?")],
    ],
    because: [say("Each length takes {n} squares, their sum and a root, before anything is divided.", { n })],
    solve: inWords([
      say(
        "A plain dot product takes {n} products and a sum. Scaling takes as many squares again for each of the two, two roots, and divisions.",
        { n },
      ),
    ]),
  };
};

/** What quick and dirty means. */
export const quickAndDirty = (random: Random): Idea => {
  const count = random.whole(2, 90) * 100;
  return {
    prompt: [
      say(
        "You compare {count} embeddings by the raw dot product, which the article calls a quick-and-dirty way. What does that mean?",
        { count },
      ),
    ],
    right: say("cheap to work out, and near enough if the lengths are close"),
    wrong: {
      "quick-taken-for-exact": [
        say("cheap to work out, and exactly the cosine"),
        [say("Exact it is only at length 1. Otherwise lengths are mixed in, and that is what is dirty.")],
      ],
      "dirty-taken-for-faulty": [
        say("meant for embeddings with errors in them"),
        [say("The data may be perfect. What is rough is the measure, as it mixes in the lengths.")],
      ],
      "cosine-demanded": [
        say("wrong, so never to be used"),
        [say("The article recommends it for a first look, as long as the lengths are close.")],
      ],
    },
    hints: [
      [say("Two words, two meanings: one for the effort, one for the result.")],
      [say("What does the raw dot product save, compared with a cosine?")],
      [say("What does it let in that a cosine keeps out?")],
    ],
    because: [say("No squares and no roots make it quick; the lengths left in make it a little dirty.")],
    solve: inWords([
      say(
        "It saves the normalising. In return a long vector gets more than its due, which does little harm when lengths are close.",
      ),
    ]),
  };
};

/** Truths, each with what it says at greater length, as messages. */
const truths = [
  [message("it is one number"), message("Products of partners are added up to one number.")],
  [
    message("at length 1 it is the cosine of the angle"),
    message("With both lengths 1, only the cosine is left."),
  ],
  [
    message("it doubles when one of the two vectors is doubled"),
    message("Every product doubles, and so does the sum."),
  ],
  [message("it is 0 for vectors at a right angle"), message("The cosine of a right angle is 0.")],
  [message("it is the same in either order"), message("In each product the factors may change places.")],
] as const;

/** Which statement on dot products is true. */
export const whatIsTrue = (random: Random): Idea => {
  const [right, because] = random.pick(truths);
  const name = random.pick(["Ada", "Ben", "Cleo", "Dan"]);
  return {
    prompt: [say("{name} has four sentences on the dot product. Which one is true?", { name })],
    right: say(right),
    wrong: {
      "mismatch-ignored": [
        say("any two vectors have one"),
        [say("They need the same number of components, so that each has a partner.")],
      ],
      "products-not-summed": [
        say("it is the list of the products"),
        [say("The products are added up. A dot product is one number.")],
      ],
      "dot-product-taken-for-cosine": [
        say("the larger it is, the smaller the angle, at any lengths"),
        [say("Lengths count too: long vectors have a large dot product even at a wide angle.")],
      ],
    },
    hints: [
      [say("Try each sentence with two short vectors of your own, such as (1, 2) and (2, 1).")],
      [say("Multiply partners, then add up. What kind of thing comes out?")],
      [say("A sentence with “any” in it is false as soon as one example speaks against it.")],
    ],
    because: [say(because)],
    solve: inWords([say(because)]),
  };
};

import type { Random } from "../../../random.ts";
import { inWords, type Phrased } from "./phrased.ts";

/** Slips about cost, about what a dot product is, and about the aside on activation functions. */
export type CostSlip =
  | "angle-thought-to-be-measured"
  | "components-thought-to-be-added"
  | "division-not-counted"
  | "quick-taken-for-exact"
  | "dirty-taken-for-faulty"
  | "cosine-demanded"
  | "mismatch-ignored"
  | "products-not-summed"
  | "dot-product-taken-for-cosine"
  | "activation-taken-for-optional"
  | "activation-demanded-everywhere"
  | "aside-turned-round"
  | "depth-counted-without-bend";

type Idea = Phrased<CostSlip>;

/** Why scaling to length one costs more. */
export const whyItCosts = (random: Random): Idea => {
  const n = random.pick([50, 300, 768, 1024]);
  return {
    prompt: [
      `Two vectors have ${n} components. Why does scaling both to length 1 cost more than a plain dot product?`,
    ],
    right: "their lengths take squares and roots",
    wrong: {
      "angle-thought-to-be-measured": [
        "the angle has to be measured first",
        ["No angle is measured. The cosine comes out of multiplying, adding and dividing."],
      ],
      "components-thought-to-be-added": [
        `they get more than ${n} components`,
        [`They keep their ${n} components. Each is only divided by the length.`],
      ],
      "division-not-counted": [
        "it does not: no further operation is needed",
        ["To divide by a length, it has to be known first. How is it worked out?"],
      ],
    },
    hints: [
      ["To scale a vector to length 1, divide it by its length."],
      ["How is the length of a vector worked out?"],
      ["Think of Pythagoras. What does it do with each side, and what at the end?"],
    ],
    because: [`Each length takes ${n} squares, their sum and a root, before anything is divided.`],
    solve: inWords([
      `A plain dot product takes ${n} products and a sum. Scaling takes as many squares again for each of the two, two roots, and divisions.`,
    ]),
  };
};

/** What quick and dirty means. */
export const quickAndDirty = (random: Random): Idea => {
  const count = random.whole(2, 90) * 100;
  return {
    prompt: [
      `You compare ${count} embeddings by the raw dot product, which the article calls a quick-and-dirty way. What does that mean?`,
    ],
    right: "cheap to work out, and near enough if the lengths are close",
    wrong: {
      "quick-taken-for-exact": [
        "cheap to work out, and exactly the cosine",
        ["Exact it is only at length 1. Otherwise lengths are mixed in, and that is what is dirty."],
      ],
      "dirty-taken-for-faulty": [
        "meant for embeddings with errors in them",
        ["The data may be perfect. What is rough is the measure, as it mixes in the lengths."],
      ],
      "cosine-demanded": [
        "wrong, so never to be used",
        ["The article recommends it for a first look, as long as the lengths are close."],
      ],
    },
    hints: [
      ["Two words, two meanings: one for the effort, one for the result."],
      ["What does the raw dot product save, compared with a cosine?"],
      ["What does it let in that a cosine keeps out?"],
    ],
    because: ["No squares and no roots make it quick; the lengths left in make it a little dirty."],
    solve: inWords([
      "It saves the normalising. In return a long vector gets more than its due, which does little harm when lengths are close.",
    ]),
  };
};

/** Truths, each with what it says at greater length. */
const truths = [
  ["it is one number", "Products of partners are added up to one number."],
  ["at length 1 it is the cosine of the angle", "With both lengths 1, only the cosine is left."],
  ["it doubles when one of the two vectors is doubled", "Every product doubles, and so does the sum."],
  ["it is 0 for vectors at a right angle", "The cosine of a right angle is 0."],
  ["it is the same in either order", "In each product the factors may change places."],
] as const;

/** Which statement on dot products is true. */
export const whatIsTrue = (random: Random): Idea => {
  const [right, because] = random.pick(truths);
  const name = random.pick(["Ada", "Ben", "Cleo", "Dan"]);
  return {
    prompt: [`${name} has four sentences on the dot product. Which one is true?`],
    right,
    wrong: {
      "mismatch-ignored": [
        "any two vectors have one",
        ["They need the same number of components, so that each has a partner."],
      ],
      "products-not-summed": [
        "it is the list of the products",
        ["The products are added up. A dot product is one number."],
      ],
      "dot-product-taken-for-cosine": [
        "the larger it is, the smaller the angle, at any lengths",
        ["Lengths count too: long vectors have a large dot product even at a wide angle."],
      ],
    },
    hints: [
      ["Try each sentence with two short vectors of your own, such as (1, 2) and (2, 1)."],
      ["Multiply partners, then add up. What kind of thing comes out?"],
      ["A sentence with “any” in it is false as soon as one example speaks against it."],
    ],
    because: [because],
    solve: inWords([because]),
  };
};

/** What the aside on activation functions says. */
export const activation = (random: Random): Idea => {
  const [name, other] = random.shuffle(["Ada", "Ben", "Cleo", "Dan"]) as [string, string];
  return {
    prompt: [
      `${name} and ${other} read what the article says on activation functions in neural networks. How should they sum it up?`,
    ],
    right: "a network in general needs them, a single use may do without",
    wrong: {
      "activation-taken-for-optional": [
        "they are optional in any network",
        ["So the first wording could be read, and the author mended it: in general they are needed."],
      ],
      "activation-demanded-everywhere": [
        "nothing works without one, at any place",
        ["For other purposes one may do without, and LLMs do so in places."],
      ],
      "aside-turned-round": [
        "only LLMs need them, other networks do not",
        ["It is the other way round: networks in general need them, LLMs do without in places."],
      ],
    },
    hints: [
      ["A reader pointed out that a first wording could be misunderstood."],
      ["There are two halves to it: one on networks in general, one on particular purposes."],
      ["What do language models do in some places, for a purpose of their own?"],
    ],
    because: ["Both halves stand there: not optional in general, and left out for particular purposes."],
    solve: inWords([
      "Networks in general need activation functions. A layer that only carries vectors into another space, as in LLMs, does without.",
    ]),
  };
};

/** What layers without an activation function are worth. */
export const withoutBend = (random: Random): Idea => {
  const layers = random.whole(3, 40);
  return {
    prompt: [
      `A network has ${layers} linear layers in a row, with no activation function between them. What can it do?`,
    ],
    right: "no more than one linear layer",
    wrong: {
      "depth-counted-without-bend": [
        `${layers} times as much as one linear layer`,
        ["Doubling and then tripling is just taking six times. Linear layers in a row fold into one."],
      ],
      "activation-taken-for-optional": [
        "as much as with activation functions",
        ["Without a bend between them, layers fold into a single one. That is why networks need them."],
      ],
      "activation-demanded-everywhere": [
        "nothing at all",
        ["It still does something: it carries vectors into another space, and that has its uses."],
      ],
    },
    hints: [
      ["Try it with numbers: double, then triple. Which single step does the same?"],
      ["A linear layer is a matrix. What is a matrix times a matrix?"],
      ["If two fold together, so do the result and the third, and so on."],
    ],
    because: [`The ${layers} matrices multiply out to a single matrix.`],
    solve: inWords(["A matrix times a matrix is a matrix, so the layers fold together one after the other."]),
  };
};

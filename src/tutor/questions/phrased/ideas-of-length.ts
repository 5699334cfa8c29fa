import type { Random } from "../../../random.ts";
import { inWords, type Phrased } from "./phrased.ts";

/** Slips about what may be compared, and at which length. */
export type LengthSlip =
  | "mismatch-ignored"
  | "dimension-and-norm-mixed-up"
  | "equal-lengths-demanded"
  | "cosine-demanded"
  | "unit-dot-taken-for-one"
  | "norms-added"
  | "angle-taken-for-cosine"
  | "more-taken-for-fairer"
  | "length-taken-for-similarity"
  | "one-scaled-only"
  | "components-add-to-one"
  | "shared-length-blamed";

type Idea = Phrased<LengthSlip>;

/** Which vectors have a dot product at all. */
export const whichHaveOne = (random: Random): Idea => {
  const [p, q, r] = random.shuffle(["u", "v", "w"]) as [string, string, string];
  const [n, length] = [random.whole(2, 6), random.whole(2, 9)];
  const told = [
    `${p} has ${n} components and length ${length}`,
    `${q} has ${n} components and length ${length + random.whole(1, 5)}`,
    `${r} has ${n + random.whole(1, 3)} components and length ${length}`,
  ];
  const pair = (x: string, y: string): string => [x, y].toSorted().join(" and ");
  return {
    prompt: [`${told.toSorted().join(", ")}. Which two have a dot product?`],
    right: pair(p, q),
    wrong: {
      "dimension-and-norm-mixed-up": [
        pair(p, r),
        ["Those two are equally long as arrows. What has to agree is how many components they have."],
      ],
      "mismatch-ignored": [
        "any two of them",
        ["Each component needs a partner. Where one vector has more, some are left without."],
      ],
      "equal-lengths-demanded": [
        "no two of them",
        ["One pair does fit. Only the number of components has to agree, not the length as well."],
      ],
    },
    hints: [
      ["In a dot product each component is multiplied by its partner."],
      ["No component may be left without a partner."],
      ["How long an arrow is does not matter here. Count the components."],
    ],
    because: [`Both have ${n} components, so each component has a partner.`],
    solve: inWords([
      `Both ${p} and ${q} have ${n} components. The third has more, and some would stay without a partner.`,
    ]),
  };
};

/** The dot product of two vectors of length one. */
export const atLengthOne = (random: Random): Idea => {
  const angle = random.pick([20, 35, 40, 50, 65, 70, 80]);
  return {
    prompt: [
      `Two vectors have length 1 each, and the angle between them is ${angle}°. What is their dot product?`,
    ],
    right: `the cosine of ${angle}°`,
    wrong: {
      "unit-dot-taken-for-one": [
        "1, as both lengths are 1",
        ["So it is only if they point the same way. The angle takes something away."],
      ],
      "norms-added": [
        "2, as the lengths add up",
        ["Lengths are multiplied, not added, and the angle counts too."],
      ],
      "angle-taken-for-cosine": [
        `${angle}, the angle itself`,
        ["The angle comes in by its cosine, a number between −1 and 1."],
      ],
    },
    hints: [
      ["A dot product is both lengths times something that depends on the angle."],
      ["Both lengths are 1. What is left of the product?"],
      ["At 0° it would be 1, at 90° it would be 0."],
    ],
    because: ["It is 1×1 times that cosine, which is why it is called cosine similarity."],
    solve: inWords([
      `The dot product is the first length times the second times the cosine. With both 1, the cosine of ${angle}° is left.`,
    ]),
  };
};

/** For whose vectors the raw dot product is good enough. */
export const goodEnough = (random: Random): Idea => {
  const [fair, long, many] = random.shuffle(["Ada", "Ben", "Cleo"]) as [string, string, string];
  const off = random.whole(1, 5);
  const told = [
    `${fair}’s 50 embeddings are between 0.${100 - off} and 1.0${off} long`,
    `${long}’s 50 between 3 and ${random.whole(30, 90)}`,
    `${many}’s ${random.whole(5, 9)}000 between 0.1 and 4`,
  ].toSorted();
  return {
    prompt: [`${told.join(", ")}. Whose may be compared well by the raw dot product?`],
    right: `${fair}’s`,
    wrong: {
      "length-taken-for-similarity": [
        `${long}’s`,
        ["Those are long, but how long they are is not the point: their lengths differ widely."],
      ],
      "more-taken-for-fairer": [
        `${many}’s`,
        ["There are many, but each comparison is of two. What counts is that their lengths are close."],
      ],
      "cosine-demanded": [
        "nobody’s, as only a cosine means anything",
        ["The article says otherwise: if lengths are close, the plain dot product is meaningful."],
      ],
    },
    hints: [
      ["A dot product mixes two things: the directions and the lengths."],
      ["When do the lengths do no harm to the comparison?"],
      ["For each of the three, divide the greatest length by the least."],
    ],
    because: ["There the lengths are close, so they favour none, and the directions decide."],
    solve: inWords([
      "Close lengths are as good as equal for a first look. At widely different lengths the long ones get more than their due.",
    ]),
  };
};

/** How to get a perfect comparison. */
export const perfectComparison = (random: Random): Idea => {
  const [x, y] = [random.whole(2, 5), random.whole(6, 20)];
  return {
    prompt: [
      `Two vectors are ${x} and ${y} long. You want a perfect comparison of their directions. What do you do?`,
    ],
    right: "scale both to length 1, then take the dot product",
    wrong: {
      "one-scaled-only": [
        `scale only the longer, to length ${x}, then take the dot product`,
        [
          `Then both are ${x} long, and the dot product is ${x * x} times the cosine. With both at 1 it is the cosine.`,
        ],
      ],
      "norms-added": [
        `divide the dot product by ${x} + ${y}`,
        ["Almost: the lengths are factors of a dot product. Divide by their product."],
      ],
      "components-add-to-one": [
        "make the components of each add up to 1",
        ["A length of 1 is something else: the squares of the components add up to 1."],
      ],
    },
    hints: [
      ["The lengths have to be taken out of both vectors."],
      ["At which length does multiplying by it change nothing?"],
      ["Afterwards the dot product should be just the cosine of the angle."],
    ],
    because: ["At length 1 the dot product is exactly the cosine of the angle."],
    solve: inWords([
      `Divide one vector by ${x}, the other by ${y}. The lengths are gone, and the dot product is the cosine.`,
    ]),
  };
};

/** Whether a query’s own length spoils a ranking. */
export const queryLength = (random: Random): Idea => {
  const [length, count] = [random.whole(5, 40), random.whole(3, 90) * 10];
  return {
    prompt: [
      `A query of length ${length} is compared with ${count} vectors, all about 1 long. May they be ranked by the raw dot product?`,
    ],
    right: `yes: ${length} is a factor of every score alike`,
    wrong: {
      "shared-length-blamed": [
        `no: ${length} is too far from 1`,
        ["The query is in every score, so its length changes no rank. Only the others must be close."],
      ],
      "cosine-demanded": [
        "no: only cosines can be ranked",
        ["If the lengths are close, the raw dot product ranks as the cosine does, or nearly so."],
      ],
      "length-taken-for-similarity": [
        `yes: the longer the query, the truer the score`,
        ["A longer query makes all scores larger, but none of them truer."],
      ],
    },
    hints: [
      ["Which lengths are in a score? Which of them differ from score to score?"],
      ["Multiply a list of numbers by one number above 0. Does the order change?"],
      ["Compare two scores: which factors do they share?"],
    ],
    because: ["What all scores share changes no order, and the other lengths are close."],
    solve: inWords([
      "A score is both lengths times the cosine. One length is shared by all, the other is about 1, so the cosines decide.",
    ]),
  };
};

import type { Random } from "../../../random.ts";
import { say, sayList } from "../../../say.ts";
import { byName } from "../facts/names.ts";
import { inWords, type Phrased } from "./phrased.ts";

/** Slips about what has a dot product, and what it is at length one. */
export type LengthSlip =
  | "mismatch-ignored"
  | "dimension-and-norm-mixed-up"
  | "equal-lengths-demanded"
  | "unit-dot-taken-for-one"
  | "norms-added"
  | "angle-taken-for-cosine";

type Idea = Phrased<LengthSlip>;

/** Which vectors have a dot product at all. */
export const whichHaveOne = (random: Random): Idea => {
  const [p, q, r] = random.shuffle(["u", "v", "w"]) as [string, string, string];
  const [n, length] = [random.whole(2, 6), random.whole(2, 9)];
  const told = [
    { name: p, count: n, length },
    { name: q, count: n, length: length + random.whole(1, 5) },
    { name: r, count: n + random.whole(1, 3), length },
  ]
    .toSorted(byName)
    .map((each) => say("{name} has {count} components and length {length}", each));
  const pair = (x: string, y: string): string => sayList([x, y].toSorted());
  return {
    prompt: [say("{told}. Which two have a dot product?", { told: told.join(", ") })],
    right: pair(p, q),
    wrong: {
      "dimension-and-norm-mixed-up": [
        pair(p, r),
        [say("Those two are equally long as arrows. What has to agree is how many components they have.")],
      ],
      "mismatch-ignored": [
        say("any two of them"),
        [say("Each component needs a partner. Where one vector has more, some are left without.")],
      ],
      "equal-lengths-demanded": [
        say("no two of them"),
        [say("One pair does fit. Only the number of components has to agree, not the length as well.")],
      ],
    },
    hints: [
      [say("In a dot product each component is multiplied by its partner.")],
      [say("No component may be left without a partner.")],
      [say("How long an arrow is does not matter here. Count the components.")],
    ],
    because: [say("Both have {n} components, so each component has a partner.", { n })],
    solve: inWords([
      say(
        "Both {p} and {q} have {n} components. The third has more, and some would stay without a partner.",
        { p, q, n },
      ),
    ]),
  };
};

/** The dot product of two vectors of length one. */
export const atLengthOne = (random: Random): Idea => {
  const angle = random.pick([20, 35, 40, 50, 65, 70, 80]);
  return {
    prompt: [
      say(
        "Two vectors have length 1 each, and the angle between them is {angle}°. What is their dot product?",
        { angle },
      ),
    ],
    right: say("the cosine of {angle}°", { angle }),
    wrong: {
      "unit-dot-taken-for-one": [
        say("1, as both lengths are 1"),
        [say("So it is only if they point the same way. The angle takes something away.")],
      ],
      "norms-added": [
        say("2, as the lengths add up"),
        [say("Lengths are multiplied, not added, and the angle counts too.")],
      ],
      "angle-taken-for-cosine": [
        say("{angle}, the angle itself", { angle }),
        [say("The angle comes in by its cosine, a number between −1 and 1.")],
      ],
    },
    hints: [
      [say("A dot product is both lengths times something that depends on the angle.")],
      [say("Both lengths are 1. What is left of the product?")],
      [say("At 0° it would be 1, at 90° it would be 0.")],
    ],
    because: [say("It is 1×1 times that cosine, which is why it is called cosine similarity.")],
    solve: inWords([
      say(
        "The dot product is the first length times the second times the cosine. With both 1, the cosine of {angle}° is left.",
        { angle },
      ),
    ]),
  };
};

import { marked, separatorOf } from "../../../math/number-text.ts";
import { usualStyle } from "../../../number-style.ts";
import type { Random } from "../../../random.ts";
import { say } from "../../../say.ts";
import { byName } from "../facts/names.ts";
import { inWords, type Phrased } from "./phrased.ts";

/** Slips about what makes a comparison fair. */
export type ComparisonSlip =
  | "cosine-demanded"
  | "norms-added"
  | "more-taken-for-fairer"
  | "length-taken-for-similarity"
  | "one-scaled-only"
  | "components-add-to-one"
  | "shared-length-blamed";

type Idea = Phrased<ComparisonSlip>;

/** For whose vectors the raw dot product is good enough. */
export const goodEnough = (random: Random): Idea => {
  const [fair, long, many] = random.shuffle(["Ada", "Ben", "Cleo"]) as [string, string, string];
  const off = random.whole(1, 5);
  const style = usualStyle();
  const most = random.whole(30, 90);
  const count = `${random.whole(5, 9)}000`;
  const told = [
    {
      name: fair,
      text: say("{name}’s 50 embeddings are between {least} and {most} long", {
        name: fair,
        least: marked(`0.${100 - off}`, style.decimalMark),
        most: marked(`1.0${off}`, style.decimalMark),
      }),
    },
    { name: long, text: say("{name}’s 50 between 3 and {most}", { name: long, most }) },
    { name: many, text: say("{name}’s {count} between 0.1 and 4", { name: many, count }) },
  ]
    .toSorted(byName)
    .map(({ text }) => text);
  const whose = (name: string): string => say("{name}’s", { name });
  return {
    prompt: [
      say("{told}. Whose may be compared well by the raw dot product?", {
        told: told.join(separatorOf(style)),
      }),
    ],
    right: whose(fair),
    wrong: {
      "length-taken-for-similarity": [
        whose(long),
        [say("Those are long, but how long they are is not the point: their lengths differ widely.")],
      ],
      "more-taken-for-fairer": [
        whose(many),
        [say("There are many, but each comparison is of two. What counts is that their lengths are close.")],
      ],
      "cosine-demanded": [
        say("nobody’s, as only a cosine means anything"),
        [say("The article says otherwise: if lengths are close, the plain dot product is meaningful.")],
      ],
    },
    hints: [
      [say("A dot product mixes two things: the directions and the lengths.")],
      [say("When do the lengths do no harm to the comparison?")],
      [say("For each of the three, divide the greatest length by the least.")],
    ],
    because: [say("There the lengths are close, so they favour none, and the directions decide.")],
    solve: inWords([
      say(
        "Close lengths are as good as equal for a first look. At widely different lengths the long ones get more than their due.",
      ),
    ]),
  };
};

/** How to get a perfect comparison. */
export const perfectComparison = (random: Random): Idea => {
  const [x, y] = [random.whole(2, 5), random.whole(6, 20)];
  return {
    prompt: [
      say(
        "Two vectors are {x} and {y} long. You want a perfect comparison of their directions. What do you do?",
        { x, y },
      ),
    ],
    right: say("scale both to length 1, then take the dot product"),
    wrong: {
      "one-scaled-only": [
        say("scale only the longer, to length {x}, then take the dot product", { x }),
        [
          say(
            "Then both are {x} long, and the dot product is {square} times the cosine. With both at 1 it is the cosine.",
            { x, square: x * x },
          ),
        ],
      ],
      "norms-added": [
        say("divide the dot product by {x} + {y}", { x, y }),
        [say("Almost: the lengths are factors of a dot product. Divide by their product.")],
      ],
      "components-add-to-one": [
        say("make the components of each add up to 1"),
        [say("A length of 1 is something else: the squares of the components add up to 1.")],
      ],
    },
    hints: [
      [say("The lengths have to be taken out of both vectors.")],
      [say("At which length does multiplying by it change nothing?")],
      [say("Afterwards the dot product should be just the cosine of the angle.")],
    ],
    because: [say("At length 1 the dot product is exactly the cosine of the angle.")],
    solve: inWords([
      say(
        "Divide one vector by {x}, the other by {y}. The lengths are gone, and the dot product is the cosine.",
        { x, y },
      ),
    ]),
  };
};

/** Whether a query’s own length spoils a ranking. */
export const queryLength = (random: Random): Idea => {
  const [length, count] = [random.whole(5, 40), random.whole(3, 90) * 10];
  return {
    prompt: [
      say(
        "A query of length {length} is compared with {count} vectors, all about 1 long. May they be ranked by the raw dot product?",
        { length, count },
      ),
    ],
    right: say("yes: {length} is a factor of every score alike", { length }),
    wrong: {
      "shared-length-blamed": [
        say("no: {length} is too far from 1", { length }),
        [say("The query is in every score, so its length changes no rank. Only the others must be close.")],
      ],
      "cosine-demanded": [
        say("no: only cosines can be ranked"),
        [say("If the lengths are close, the raw dot product ranks as the cosine does, or nearly so.")],
      ],
      "length-taken-for-similarity": [
        say("yes: the longer the query, the truer the score"),
        [say("A longer query makes all scores larger, but none of them truer.")],
      ],
    },
    hints: [
      [say("Which lengths are in a score? Which of them differ from score to score?")],
      [say("Multiply a list of numbers by one number above 0. Does the order change?")],
      [say("Compare two scores: which factors do they share?")],
    ],
    because: [say("What all scores share changes no order, and the other lengths are close.")],
    solve: inWords([
      say(
        "A score is both lengths times the cosine. One length is shared by all, the other is about 1, so the cosines decide.",
      ),
    ]),
  };
};

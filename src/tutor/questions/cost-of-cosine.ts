import { asExpression, rational } from "../../math/scalar.ts";
import { workThrough } from "../../math/working.ts";
import type { Random } from "../../random.ts";
import { message, say, sayList } from "../../say.ts";
import { number } from "../answer.ts";
import type { Words } from "../markdown.ts";
import type { QuestionKind, Slip } from "../question.ts";
import {
  counts,
  type CostFacts as Facts,
  type Operation,
  operations,
  type PartName,
  total,
} from "./facts/operation-counts.ts";
import { type SlipName, slip } from "./slips/slip.ts";

const namesOfOperations: Readonly<Record<Operation, string>> = {
  multiplications: message("multiplications"),
  additions: message("additions"),
  roots: message("roots"),
  divisions: message("divisions"),
};

/** The advice is a message. */
const without = (name: SlipName, forgotten: readonly PartName[], advice: string): Slip<Facts> =>
  slip(
    name,
    (facts) => (facts.of === "cosine" ? number(total(counts(facts, forgotten))) : undefined),
    advice,
  );

/** How many vectors' sums of products are added up. */
const sumsIn = ({ of }: Facts): number => (of === "cosine" ? 3 : 1);

const less = (
  name: SlipName,
  operation: Operation,
  by: (facts: Facts) => number,
  advice: string,
): Slip<Facts> =>
  slip(
    name,
    (facts) =>
      facts.counted.includes(operation) && (facts.counted.length > 1 || by(facts) < 0)
        ? number(total(counts(facts)) - by(facts))
        : undefined,
    advice,
  );

const draw =
  (of: Facts["of"], counted: readonly Operation[], least: number, most: number) =>
  (random: Random): Facts => ({ n: random.whole(least, most), of, counted });

const counted = ({ counted: some }: Facts): string =>
  sayList(some.map((operation) => say(namesOfOperations[operation])));

const prompt = (facts: Facts): Words => [
  facts.of === "cosine"
    ? say(
        "Two vectors have {n} components each. How many {operations} does their cosine take{kinds, plural, one {} other { together}}? Work it out as a·b/(‖a‖‖b‖); a square counts as one multiplication.",
        { n: facts.n, operations: counted(facts), kinds: facts.counted.length },
      )
    : say(
        "Two vectors have {n} components each. How many {operations} does their dot product take{kinds, plural, one {} other { together}}? Just multiply and add, as in the definition.",
        { n: facts.n, operations: counted(facts), kinds: facts.counted.length },
      ),
];

/** Count what a cosine takes, against a plain dot product. */
export const costOfCosineKind: QuestionKind<Facts> = {
  name: "cost-of-cosine",
  skill: "cost",
  templates: [
    {
      name: "both operations of a dot product",
      level: 1,
      pose: draw("dot product", ["multiplications", "additions"], 3, 12),
    },
    { name: "additions of a dot product", level: 2, pose: draw("dot product", ["additions"], 4, 60) },
    { name: "multiplications of a cosine", level: 3, pose: draw("cosine", ["multiplications"], 4, 60) },
    { name: "additions of a cosine", level: 4, pose: draw("cosine", ["additions"], 5, 200) },
    { name: "all that a cosine takes", level: 5, pose: draw("cosine", operations, 4, 800) },
  ],
  prompt,
  answer: (facts) => number(total(counts(facts))),
  hints: (facts) => [
    [say("A dot product has one product for each component. To add up three numbers takes two additions.")],
    facts.of === "cosine"
      ? [
          say(
            "Below the fraction line stand two lengths. Each is a sum of squares, as long as the dot product, and a root.",
          ),
        ]
      : [say("There are {n} products here. How many plus signs stand between them?", { n: facts.n })],
    facts.of === "cosine"
      ? [say("At the end the two lengths are multiplied, and the dot product is divided by the result.")]
      : [say("Write it out for three components, count, and see how it goes on.")],
  ],
  because: (facts) => [
    facts.of === "cosine"
      ? say("The dot product, two norms, their product and the division take {sum}.", {
          sum: counts(facts).join(" + "),
        })
      : say("There are {n} products with {signs} plus signs between them.", {
          n: facts.n,
          signs: facts.n - 1,
        }),
  ],
  solve: (facts) => {
    const terms = counts(facts).map((count) => asExpression(rational(count)));
    const value = rational(total(counts(facts)));
    return {
      workings: [
        {
          working: workThrough(
            { kind: "sum", terms },
            [],
            [{ rule: "add-up", line: asExpression(value) }],
            value,
          ),
        },
      ],
      words: [
        [
          facts.of === "cosine"
            ? say(
                "In this order: the dot product, the first norm, the second norm, their product, the division.",
              )
            : say("Each component gives one product; between them stands one plus sign fewer."),
        ],
      ],
    };
  },
  slips: [
    without(
      "one-norm-forgotten",
      ["secondNorm"],
      message("One norm is missing: a and b have a length each."),
    ),
    without(
      "norms-not-multiplied",
      ["product"],
      message("One small thing is missing: the two norms are multiplied before the division."),
    ),
    without(
      "squares-not-counted",
      ["firstNorm", "secondNorm"],
      message("The norms are missing. Each takes a square for every component, and a sum."),
    ),
    without(
      "dot-product-not-counted",
      ["dot"],
      message("You have the norms. The dot product above the fraction line counts as well."),
    ),
    less(
      "root-not-counted",
      "roots",
      () => 2,
      message("The roots are missing: each norm ends with one, so there are two."),
    ),
    less("division-not-counted", "divisions", () => 1, message("The division at the end is missing.")),
    less(
      "one-addition-too-many",
      "additions",
      (facts) => -sumsIn(facts),
      message("Between n numbers stand n − 1 plus signs, one fewer than there are numbers."),
    ),
    less(
      "additions-not-counted",
      "additions",
      (facts) => sumsIn(facts) * (facts.n - 1),
      message("The products are counted. They still have to be added up."),
    ),
    slip(
      "multiplications-counted-too",
      (facts) =>
        facts.counted.length === 1 && facts.counted[0] === "additions"
          ? number(total(counts({ ...facts, counted: ["multiplications", "additions"] })))
          : undefined,
      message("You counted the multiplications as well. Only plus signs were asked for."),
    ),
  ],
  others: (facts) => [number(2 * facts.n), number(facts.n + 2)],
};

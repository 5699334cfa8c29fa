import { dotProduct } from "../../math/dot.ts";
import { asExpression, isZero, letter, rational, type Scalar } from "../../math/scalar.ts";
import { add, multiply, sum } from "../../math/scalar-arithmetic.ts";
import { type Vector, vectorOf } from "../../math/vector.ts";
import { vectorExpression } from "../../math/working.ts";
import type { Random } from "../../random.ts";
import { message, say, sayParts } from "../../say.ts";
import { number, vector } from "../answer.ts";
import { shown } from "../markdown.ts";
import type { QuestionKind, Slip } from "../question.ts";
import { certain } from "./facts/certain.ts";
import { someWholes, wholes } from "./facts/draw.ts";
import { isNegative, productsOf, sizeOf, type VectorPair } from "./facts/measures.ts";
import { shownDot, shownNumber } from "./facts/shown.ts";
import { slip } from "./slips/slip.ts";

const drawn = (random: Random, count: number, least: number, most: number): VectorPair => ({
  a: wholes(...someWholes(random, count, least, most)),
  b: wholes(...someWholes(random, count, least, most)),
});

/** One of the components becomes 0 in one of the two. */
const withZero = ({ a, b }: VectorPair, random: Random): VectorPair => {
  const at = random.whole(0, b.components.length - 1);
  return { a, b: vectorOf(b.components.map((component, i) => (i === at ? rational(0) : component))) };
};

const fractions = (random: Random): Vector =>
  vectorOf([0, 1].map(() => rational(random.whole(1, 5), random.whole(2, 6))));

const letters = (random: Random): VectorPair => {
  const [x, y, z] = random.shuffle(["x", "y", "z", "p", "q"]).map(letter) as [Scalar, Scalar, Scalar];
  const [first, second, third] = someWholes(random, 3, 2, 6).map((n) => rational(n)) as [
    Scalar,
    Scalar,
    Scalar,
  ];
  return { a: vectorOf([first, x, second]), b: vectorOf([y, third, z]) };
};

/** The dot product with each partner chosen by `partnerOf` in place of the one in the same place. */
const withPartners = ({ a, b }: VectorPair, partnerOf: (i: number, count: number) => number): Scalar =>
  sum(
    a.components.map((component, i) => multiply(component, b.components[partnerOf(i, a.components.length)]!)),
  );

/** A number that stands beside a 0, and that is not 0 itself. */
const keptBesideZero = ({ a, b }: VectorPair): Scalar | undefined =>
  a.components.flatMap((x, i) => {
    const y = b.components[i]!;
    if (isZero(x) === isZero(y)) return [];
    return [isZero(x) ? y : x];
  })[0];

const slips: readonly [Slip<VectorPair>, ...Slip<VectorPair>[]] = [
  slip(
    "added-instead-of-multiplied",
    ({ a, b }) => number(sum([...a.components, ...b.components])),
    message(
      "That is the sum of all components. Partners are multiplied first; only their products are added.",
    ),
  ),
  slip(
    "products-not-summed",
    (facts) => vector(productsOf(facts.a, facts.b)),
    (facts) =>
      sayParts(
        "You have the products: {products}. One step is left: add them up. A dot product is one number.",
        {
          products: shown(vectorExpression(productsOf(facts.a, facts.b))),
        },
      ),
  ),
  slip(
    "zero-product-kept",
    (facts) => {
      const { a, b } = facts;
      const kept = a.components.map((x, i) => {
        const y = b.components[i]!;
        return isZero(x) ? y : isZero(y) ? x : multiply(x, y);
      });
      return number(sum(kept));
    },
    (facts) => {
      const kept = keptBesideZero(facts);
      return kept === undefined
        ? [say("Anything times 0 is 0, so a component whose partner is 0 adds nothing.")]
        : sayParts("{number} times 0 is 0, not {number}: a component whose partner is 0 adds nothing.", {
            number: shownNumber(kept),
          });
    },
  ),
  slip(
    "sign-dropped",
    (facts) => number(sum(productsOf(facts.a, facts.b).map(sizeOf))),
    ({ a, b }) => {
      const at = productsOf(a, b).findIndex(isNegative);
      const [x, y] = [a.components[at] ?? a.components[0], b.components[at] ?? b.components[0]];
      return sayParts(
        "A minus sign got lost: {x} times {y} is {product}, and a negative product lowers the sum.",
        {
          x: shownNumber(x),
          y: shownNumber(y),
          product: shownNumber(multiply(x, y)),
        },
      );
    },
  ),
  slip(
    "crossed-components",
    (facts) => number(withPartners(facts, (i, count) => count - 1 - i)),
    message(
      "The partners got crossed: the first goes with the first, the second with the second, and so on.",
    ),
  ),
  slip(
    "last-product-forgotten",
    (facts) => number(sum(productsOf(facts.a, facts.b).slice(0, -1))),
    ({ a, b }) =>
      sayParts("The last pair is missing, {x} and {y}. Every product counts.", {
        x: shownNumber(a.components.at(-1)!),
        y: shownNumber(b.components.at(-1)!),
      }),
  ),
  slip(
    "sums-multiplied",
    ({ a, b }) => number(multiply(sum(a.components), sum(b.components))),
    ({ a, b }) =>
      sayParts(
        "That is one sum times the other, {x} times {y}. Multiply partner by partner, and add afterwards.",
        {
          x: shownNumber(sum(a.components)),
          y: shownNumber(sum(b.components)),
        },
      ),
  ),
];

/** Compute a dot product. */
export const dotProductKind: QuestionKind<VectorPair> = {
  name: "dot-product",
  skill: "dot-product",
  templates: [
    { name: "two small whole numbers each", level: 1, pose: (random) => drawn(random, 2, 1, 6) },
    { name: "three, one of them 0", level: 2, pose: (random) => withZero(drawn(random, 3, 1, 6), random) },
    { name: "three with negatives", level: 3, pose: (random) => drawn(random, 3, -6, 6) },
    {
      name: "five with negatives and zeros",
      level: 4,
      pose: (random) => withZero(drawn(random, 5, -5, 5), random),
    },
    { name: "fractions", level: 4, pose: (random) => ({ a: fractions(random), b: fractions(random) }) },
    { name: "letters", level: 5, pose: letters },
  ],
  prompt: ({ a, b }) => sayParts("What is {product}?", { product: shownDot(a, b) }),
  answer: (facts) => number(sum(productsOf(facts.a, facts.b))),
  hints: ({ a, b }) => [
    [say("Multiply the components that stand in the same place, then add up what you get.")],
    sayParts("There are {count} products. The first is {product}.", {
      count: a.components.length,
      product: shown({
        kind: "product",
        factors: [asExpression(a.components[0]), asExpression(b.components[0])],
      }),
    }),
    sayParts("The products, before they are added up: {products}.", {
      products: shown(vectorExpression(productsOf(a, b))),
    }),
  ],
  because: ({ a, b }) =>
    sayParts("Partner times partner, added up: {sum}.", {
      sum: shown({ kind: "sum", terms: productsOf(a, b).map(asExpression) }),
    }),
  solve: ({ a, b }) => {
    const working = certain(dotProduct(a, b));
    return { workings: [{ working: working }], words: [] };
  },
  slips,
  others: (facts) => [number(add(sum(productsOf(facts.a, facts.b)), productsOf(facts.a, facts.b)[0]!))],
};

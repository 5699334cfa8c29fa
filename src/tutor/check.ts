import { atLeastTwo } from "../base/at-least.ts";
import { largestContributions } from "../math/contributions.ts";
import { dotProduct } from "../math/dot.ts";
import { toPlain, vectorToPlain } from "../math/expression/plain.ts";
import { asExpression, rational, type Scalar, signOf } from "../math/scalar.ts";
import { compare, multiply, negate } from "../math/scalar-arithmetic.ts";
import type { Similarity } from "../math/similarity.ts";
import type { Vector } from "../math/vector.ts";
import { usualStyle } from "../number-style.ts";
import { message, say } from "../say.ts";

/** One of the answers to choose from. */
export interface CheckOption {
  readonly text: string;
  readonly right: boolean;
  /** Why it is right, or what is wrong with it. */
  readonly because: string;
}

/** A question with exactly one right option. */
export interface CheckQuestion {
  readonly prompt: string;
  readonly options: readonly [CheckOption, CheckOption, ...CheckOption[]];
}

const text = (value: Scalar): string => toPlain(asExpression(value), usualStyle());

const right = (option: string, because: string): CheckOption => ({ text: option, right: true, because });
const wrong = (option: string, because: string): CheckOption => ({ text: option, right: false, because });

/** Questions about two vectors with a direction, easy ones first. */
export const questionsAbout = (a: Vector, b: Vector, account: Similarity): readonly CheckQuestion[] =>
  [mostHelpful(account), doubled(account), turned(account), againstItself(a, b)]
    .filter((question) => question !== undefined)
    .map((question, i) => ({ ...question, options: rotated(question.options, i + 1) }));

/** The right option stands in another place each time. */
const rotated = (options: CheckQuestion["options"], by: number): CheckQuestion["options"] => {
  const at = by % options.length;
  return atLeastTwo([...options.slice(at), ...options.slice(0, at)]);
};

/** Which component weighs most; only where one does so alone. */
const mostHelpful = ({ contributions }: Similarity): CheckQuestion | undefined => {
  const [most, next, ...others] = largestContributions(contributions, 4).shown;
  if (most === undefined || next === undefined) return undefined;
  const size = (value: Scalar) => multiply(value, value);
  if (compare(size(most.product), size(next.product)) === 0) return undefined;
  const name = (position: number) => say("Component {position}", { position });
  return {
    prompt: say("Which component weighs most in the dot product, whether it helps or hurts?"),
    options: [
      right(
        name(most.position),
        say("It adds {product}, and no other product is as large.", { product: text(most.product) }),
      ),
      wrong(
        name(next.position),
        say("It adds {product}. Component {position} adds {most}, which weighs more.", {
          product: text(next.product),
          position: most.position,
          most: text(most.product),
        }),
      ),
      ...others.map(({ position, product }) =>
        wrong(
          name(position),
          say("It adds only {product}. Multiply the two in each place and compare.", {
            product: text(product),
          }),
        ),
      ),
    ],
  };
};

const doubledPrompt = message(
  "Double every component of the first vector. What becomes of the dot product and of the cosine?",
);
const bothStay = message("Both stay");
const bothDouble = message("Both double");
const onlyDotDoubles = message("The dot product doubles, the cosine stays");

const doubled = ({ dot }: Similarity): CheckQuestion => {
  if (signOf(dot.value) === 0)
    return {
      prompt: say(doubledPrompt),
      options: [
        right(
          say(bothStay),
          say("Twice 0 is 0. A right angle stays a right angle, however long the arrows are."),
        ),
        wrong(say(onlyDotDoubles), say("Twice 0 is 0, so the dot product stays as well.")),
        wrong(say(bothDouble), say("Twice 0 is 0, so nothing changes.")),
      ],
    };
  const figures = { now: text(dot.value), twice: text(multiply(rational(2), dot.value)) };
  return {
    prompt: say(doubledPrompt),
    options: [
      right(
        say(onlyDotDoubles),
        say(
          "Each product doubles, so {now} becomes {twice}. In the cosine the doubled length divides that out again.",
          figures,
        ),
      ),
      wrong(
        say(bothDouble),
        say(
          "The dot product does, from {now} to {twice}. The cosine divides by the length, which doubles too.",
          figures,
        ),
      ),
      wrong(
        say(bothStay),
        say("The products double, so the dot product goes from {now} to {twice}.", figures),
      ),
      wrong(
        say("The dot product stays, the cosine doubles"),
        say("It is the other way round: a cosine knows only directions, and the direction stays."),
      ),
    ],
  };
};

const turned = ({ dot, direction }: Similarity): CheckQuestion | undefined => {
  if (direction === undefined || signOf(dot.value) === 0) return undefined;
  // Between parallel vectors it does become −1, or 1.
  const isParallel = direction.lie === "same-direction" || direction.lie === "opposite";
  return {
    prompt: say(
      "Turn the second vector round, so that it points the opposite way. What becomes of the cosine?",
    ),
    options: [
      right(
        say("It changes its sign"),
        say("Every product changes its sign, so the dot product becomes {value}, and the lengths stay.", {
          value: text(negate(dot.value)),
        }),
      ),
      wrong(
        say("It stays"),
        say("The lengths stay, but the direction is another: every product changes its sign."),
      ),
      wrong(
        say("It becomes 0"),
        say("0 would be a right angle. Opposite is not the same as having nothing in common."),
      ),
      ...(isParallel
        ? []
        : [
            wrong(
              say("It becomes −1"),
              say("Only vectors that point exactly opposite ways have the cosine −1."),
            ),
          ]),
    ],
  };
};

/** What scores more with the first vector: the second, or the first itself? */
const againstItself = (a: Vector, b: Vector): CheckQuestion | undefined => {
  const [own, other] = [dotProduct(a, a), dotProduct(a, b)];
  if (!own.ok || !other.ok) return undefined;
  const [itself, second] = [text(own.value.value), text(other.value.value)];
  const order = compare(other.value.value, own.value.value);
  if (order === 0) return undefined;
  const figures = say("With itself {a} gives {itself}, with the second {second}.", {
    a: vectorToPlain(a, { ...usualStyle(), digits: 64, notation: a.notation }),
    itself,
    second,
  });
  const longer = say("The second scores more, by its length");
  const first = say("The first itself scores more");
  return {
    prompt: say("What has the larger dot product with the first vector: the second, or the first itself?"),
    options: [
      order > 0
        ? right(
            longer,
            `${figures} ${say("Nothing is more similar to a vector than itself, so the length did that.")}`,
          )
        : wrong(longer, figures),
      order > 0 ? wrong(first, figures) : right(first, figures),
      wrong(
        say("The second scores more, as it is more similar"),
        `${figures} ${say("Nothing is more similar to a vector than itself.")}`,
      ),
    ],
  };
};

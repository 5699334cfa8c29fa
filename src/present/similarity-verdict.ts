import type { NumberStyle } from "../math/number-text.ts";
import { signOf } from "../math/scalar.ts";
import { compare, multiply } from "../math/scalar-arithmetic.ts";
import { type Direction, type Judgement, judge, type Similarity } from "../math/similarity.ts";
import type { Vector } from "../math/vector.ts";
import { say } from "../say.ts";
import { lieInWords, verdictInWords } from "./lie.ts";
import { timesText } from "./meaning.ts";
import { degreesOf, exact, rounded } from "./similarity-figures.ts";
import { vectorToText } from "./vector.ts";

export const aboutDirection = (direction: Direction, style: NumberStyle): string =>
  say(
    "The cosine is the dot product with both at length 1. On its scale, from −1 (opposed) over 0 (unrelated) to 1 (parallel), they stand at {cosine}: they {lie}, {degrees}° apart.",
    {
      cosine: rounded(direction.cosine.value, style),
      lie: lieInWords(direction.lie),
      degrees: degreesOf(direction, style),
    },
  );

export const aboutLength = (
  { norms, dot }: Similarity,
  { cosine }: Direction,
  style: NumberStyle,
): string => {
  const [a = "", b = ""] = norms.map((value) => rounded(value, style));
  return say(
    "The lengths are {a} and {b}; their product is {product}. The dot product is that times the cosine: {product} × {cosine} ≈ {dot}. At length 1 only {cosine} is left.",
    {
      a,
      b,
      product: rounded(multiply(norms[0], norms[1]), style),
      cosine: rounded(cosine.value, style),
      dot: rounded(dot.value, style),
    },
  );
};

/** How similar, and whether the dot product alone would have told so. */
export const verdictOn = (
  a: Vector,
  b: Vector,
  account: Similarity,
  { lie }: Direction,
  style: NumberStyle,
): string => {
  const { norms, ratio, dot } = account;
  const [longer, shorter] = compare(norms[0], norms[1]) >= 0 ? [0, 1] : [1, 0];
  const own = (which: number) => exact(multiply(norms[which]!, norms[which]!), style);
  const name = (which: number) => vectorToText([a, b][which]!);
  const told = {
    longer: name(longer),
    shorter: name(shorter),
    value: exact(dot.value, style),
    times: ratio === undefined ? "" : timesText(ratio),
    lie: lieInWords(lie),
  };
  const advice: Readonly<Record<Judgement, string>> = {
    fair:
      signOf(dot.value) === 0
        ? say("The dot product tells it truly: 0 stays 0 at any length.")
        : say("The dot product alone would not have misled: the lengths are close ({times}).", told),
    overrates: say(
      "The dot product alone would have misled. {shorter} with itself gives {own}, and nothing is more similar to it than itself; yet with {longer} it gives {value}. The length of {longer} did that, so compare by cosine.",
      { ...told, own: own(shorter) },
    ),
    underrates: say(
      "The dot product alone would have misled. {longer} with itself gives {own}, with {shorter} only {value}, although they {lie}. The other one is just short ({times}), so compare by cosine.",
      { ...told, own: own(longer) },
    ),
    unsure: say(
      "The lengths differ by {times}, so do not judge by the dot product alone: compare by cosine.",
      told,
    ),
  };
  return say("They are {verdict}. {advice}", {
    verdict: verdictInWords(lie),
    advice: advice[judge(a, b, account)],
  });
};

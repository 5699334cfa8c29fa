import type { NumberStyle } from "../math/number-text.ts";
import { signOf } from "../math/scalar.ts";
import { compare, multiply } from "../math/scalar-arithmetic.ts";
import { type Direction, type Judgement, judge, type Similarity } from "../math/similarity.ts";
import type { Vector } from "../math/vector.ts";
import { say } from "../say.ts";
import { boundsInWords, lieInWords, verdictInWords } from "./lie.ts";
import { timesText } from "./meaning.ts";
import { degreesOf, exact, isShownWhole, rounded } from "./similarity-figures.ts";
import { vectorToText } from "./vector.ts";

export const aboutDirection = (direction: Direction, style: NumberStyle): string =>
  say(
    "The cosine is the dot product with both at length 1. On its scale, from −1 (opposite) through 0 (orthogonal) to 1 (parallel), it is {cosine}. They {lie}, {degrees}° apart.",
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
  const [product, told] = [multiply(norms[0], norms[1]), rounded(cosine.value, style)];
  return say(
    "The lengths are {a} and {b}; their product is {product}. The dot product is that times the cosine: {product} × {factor} {relation} {dot}. If both had length 1, it would be {cosine}.",
    {
      a,
      b,
      product: rounded(product, style),
      cosine: told,
      factor: signOf(cosine.value) < 0 ? `(${told})` : told,
      relation: [product, cosine.value, dot.value].every((value) => isShownWhole(value, style)) ? "=" : "≈",
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
        ? say("The dot product gets it right: 0 stays 0 at any length.")
        : ratio?.equals(1)
          ? say("The dot product alone would not mislead: the lengths are equal.")
          : say("The dot product alone would not mislead much: the lengths are close ({times}).", told),
    overrates: say(
      "The dot product alone would mislead in a comparison. {shorter} with itself gives {own}, and nothing is more similar to it than itself; yet with {longer} it gives {value}. The length of {longer} did that, so compare by cosine.",
      { ...told, own: own(shorter) },
    ),
    underrates: say(
      "The dot product alone would mislead in a comparison. {longer} with itself gives {own}, with {shorter} only {value}, although they {lie}. The other one is just short ({times}), so compare by cosine.",
      { ...told, own: own(longer) },
    ),
    unsure: say(
      "The lengths differ by {times}, so do not judge by the dot product alone: compare by cosine.",
      told,
    ),
  };
  return say("They are {verdict} ({bounds}). {advice}", {
    verdict: verdictInWords(lie),
    bounds: boundsInWords(lie),
    advice: advice[judge(a, b, account)],
  });
};

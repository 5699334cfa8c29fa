import { allContributions, contributionsOf, largestContributions } from "../../math/contributions.ts";
import { toPlain } from "../../math/expression/plain.ts";
import { type NumberStyle, toDecimalText } from "../../math/number-text.ts";
import { asExpression, type Numeric, type Scalar, toNumber } from "../../math/scalar.ts";
import { softmax } from "../../math/softmax.ts";
import { sumOfProducts } from "../../math/sum-of-products.ts";
import { dimensionOf, lettersIn, type Vector } from "../../math/vector.ts";
import type { Bar } from "../../reply/picture.ts";
import type { PictureBlock } from "../../reply/reply.ts";
import { message, say } from "../../say.ts";
import { altText } from "./alt.ts";

/** The most bars that can be told apart on a telephone. */
const mostBars = 12;

/** Figures longer than this are rounded. */
const longest = 8;

/** What each pair of components adds to a dot product, as bars; none where letters have no size, or lengths differ. */
export const contributionsPicture = (a: Vector, b: Vector, style: NumberStyle): readonly PictureBlock[] => {
  if (lettersIn([a, b]).length > 0 || dimensionOf(a) !== dimensionOf(b)) return [];
  const all = contributionsOf(a, b);
  const text = (value: Scalar) => shortly(value, style);
  const isMany = all.count > mostBars;
  const { shown, count, rest } = largestContributions(all, isMany ? mostBars - 1 : mostBars);
  const inOrder = isMany ? shown : allContributions(all);
  const bars: readonly Bar[] = [
    ...inOrder.map((each) => bar(`${text(each.a)}×${inBrackets(text(each.b))}`, each.product, style)),
    ...(count === 0 ? [] : [bar(say("{count, number} others", { count }), rest, style)]),
  ];
  const whole = sumOfProducts(a.components, b.components);
  const written = bars.map(({ shown: figure }, i) => (i === 0 ? figure : signed(figure))).join(" ");
  const total =
    bars.length <= 6 ? `${written} = ${text(whole)}` : say("Together: {total}", { total: text(whole) });
  return [
    {
      kind: "picture",
      picture: { kind: "contributions", title: say("What each pair of components adds"), bars, total },
      alt: altText(
        say("Bars: {bars}. Together {total}.", { bars: bars.map(inWords).join(", "), total: text(whole) }),
      ),
      alsoSaid: true,
    },
  ];
};

/** The components of one vector as bars, under a title, which is a message, and beside them what they become, if anything. */
export const componentsPicture = (
  title: string,
  values: readonly Scalar[],
  labels: readonly string[],
  style: NumberStyle,
): readonly PictureBlock[] => {
  const bars = values.slice(0, mostBars).map((value, i) => bar(labels[i] ?? "", value, style));
  const more = values.length - bars.length;
  return [
    {
      kind: "picture",
      picture: { kind: "contributions", title: say(title), bars },
      alt: altText(
        say(more > 0 ? "{title}, as bars: {bars}. And {more} more." : "{title}, as bars: {bars}.", {
          title: say(title),
          bars: bars.map(inWords).join(", "),
          more,
        }),
      ),
      alsoSaid: true,
    },
  ];
};

/** The weights that softmax makes of scores, as bars. */
export const weightsPicture = (scores: Vector, style: NumberStyle): readonly PictureBlock[] => {
  const weights = softmax(scores);
  return weights.ok
    ? componentsPicture(
        message("The weight of each score"),
        weights.value.value.components,
        scores.components.map((score) => shortly(score, style)),
        style,
      )
    : [];
};

const bar = (label: string, value: Scalar, style: NumberStyle): Bar => ({
  label,
  value: toNumber(value),
  shown: shortly(value, style),
});

/** The exact form where it is short, else a rounded decimal. */
const shortly = (value: Scalar, style: NumberStyle): string => {
  const exact = toPlain(asExpression(value), style);
  return exact.length <= longest ? exact : toDecimalText(value as Numeric, style);
};

const inBrackets = (figure: string): string => (/^−|\//.test(figure) ? `(${figure})` : figure);

const signed = (figure: string): string => (figure.startsWith("−") ? `− ${figure.slice(1)}` : `+ ${figure}`);

const inWords = ({ label, shown }: Bar): string => `${label} = ${shown}`;

import { counterfactualsFor } from "../math/counterfactual.ts";
import { type NumberStyle, toDecimalText } from "../math/number-text.ts";
import { toPlain } from "../math/plain.ts";
import { asExpression, type Numeric, type Scalar, signOf } from "../math/scalar.ts";
import { compare, multiply, sum } from "../math/scalar-arithmetic.ts";
import {
  type Contribution,
  type Direction,
  extremesOf,
  type Judgement,
  judge,
  largestContributions,
  type Similarity,
} from "../math/similarity.ts";
import type { Vector } from "../math/vector.ts";
import { type Block, paragraph, type Reply, type TableBlock } from "../reply/reply.ts";
import { showCounterfactuals } from "./counterfactual.ts";
import { lieInWords, verdictInWords } from "./lie.ts";
import { timesText } from "./meaning.ts";
import { contributionsPicture } from "./pictures/contributions.ts";
import { plotPicture } from "./pictures/plot.ts";
import { article } from "./source.ts";
import { vectorToText } from "./vector.ts";
import { showSteps, showWorking } from "./working.ts";

/** What was asked: why they are similar, or why they are not, or why the dot product has its sign. */
export const whyQuestions = ["similar", "different", "negative", "positive", "zero"] as const;

export type WhyQuestion = (typeof whyQuestions)[number];

/** The most contributions that are listed one by one. */
const mostRows = 8;

interface Asked {
  readonly a: Vector;
  readonly b: Vector;
  readonly question: WhyQuestion;
  readonly withSteps: boolean;
  /** How many vectors there were, of which these are the first two. */
  readonly of: number;
}

/** Why two vectors are similar, or are not: contributions; direction and length apart; a verdict; what would be otherwise. */
export const showSimilarity = (account: Similarity, asked: Asked, style: NumberStyle): Reply => {
  const { a, b, question, withSteps, of } = asked;
  const { direction, dot } = account;
  const title =
    direction === undefined
      ? "No direction to compare"
      : `Why: ${verdictInWords[direction.lie]}, ${degreesOf(direction, style)}° apart`;
  const blocks: readonly Block[] = [
    ...(of > 2 ? [paragraph(`This is about the first two of the ${of} vectors.`)] : []),
    ...(question === "similar" ? [] : [paragraph(answerTo(question, account, style))]),
    ...(withSteps ? showSteps(dot, style) : [showWorking(dot, style, false)]),
    contributionTable(account.contributions, style),
    paragraph(aboutContributions(account, style)),
    ...(direction === undefined
      ? [
          paragraph(
            "One of them is the zero vector. It has no direction, so no angle and no cosine similarity.",
          ),
        ]
      : [
          paragraph([{ strong: "Direction. " }, aboutDirection(direction, style)]),
          ...(withSteps ? showSteps(direction.cosine, style) : [showWorking(direction.cosine, style, false)]),
          paragraph([{ strong: "Length. " }, aboutLength(account, direction, style)]),
          paragraph([{ strong: "Verdict. " }, verdictOn(a, b, account, direction, style)]),
          ...showCounterfactuals(counterfactualsFor(a, b, account), account, style),
        ]),
    ...contributionsPicture(a, b, style),
    ...plotPicture([a, b], style),
    article,
  ];
  return { tone: "plain", title, blocks: blocks as [Block, ...Block[]] };
};

const exact = (value: Scalar, style: NumberStyle): string => toPlain(asExpression(value), style);
const rounded = (value: Scalar, style: NumberStyle): string => toDecimalText(value as Numeric, style);
const degreesOf = ({ angle }: Direction, style: NumberStyle): string => exact(angle.degrees, style);

/** The direct answer to a question that is not simply why they are similar, also where it takes something for granted. */
const answerTo = (
  question: WhyQuestion,
  { dot, contributions, direction }: Similarity,
  style: NumberStyle,
): string => {
  const sign = signOf(dot.value);
  const [up, down] = [1, -1].map((wanted) =>
    sum(contributions.map(({ product }) => product).filter((p) => signOf(p) === wanted)),
  );
  const balance = `The products above zero come to ${exact(up!, style)}, those below to ${exact(down!, style)}; together ${exact(dot.value, style)}.`;
  const isSo: Readonly<Record<WhyQuestion, boolean>> = {
    negative: sign < 0,
    positive: sign > 0,
    zero: sign === 0,
    similar: true,
    different:
      direction === undefined || !["same-direction", "close", "leaning-together"].includes(direction.lie),
  };
  if (question === "different")
    return isSo.different
      ? `A component helps where both have the same sign, and it hurts where the signs differ. ${balance}`
      : `In direction they are in fact ${direction === undefined ? "" : verdictInWords[direction.lie]}. ${balance}`;
  const named = { negative: "negative", positive: "positive", zero: "zero" }[question as "negative"];
  return `${isSo[question] ? `It is ${named} for this reason.` : `The dot product is not ${named} here.`} ${balance}`;
};

const aboutDirection = (direction: Direction, style: NumberStyle): string =>
  `The cosine is the dot product with both at length 1. On its scale, from −1 (opposed) over 0 (unrelated) to 1 (parallel), they stand at ${rounded(direction.cosine.value, style)}: they ${lieInWords[direction.lie]}, ${degreesOf(direction, style)}° apart.`;

const aboutLength = ({ norms, dot }: Similarity, { cosine }: Direction, style: NumberStyle): string => {
  const [a, b] = norms.map((value) => rounded(value, style));
  const product = rounded(multiply(norms[0], norms[1]), style);
  return `The lengths are ${a} and ${b}; their product is ${product}. The dot product is that times the cosine: ${product} × ${rounded(cosine.value, style)} ≈ ${rounded(dot.value, style)}. At length 1 only ${rounded(cosine.value, style)} is left.`;
};

/** How similar, and whether the dot product alone would have told so. */
const verdictOn = (
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
  const value = exact(dot.value, style);
  const times = ratio === undefined ? "" : timesText(ratio);
  const advice: Readonly<Record<Judgement, string>> = {
    fair:
      signOf(dot.value) === 0
        ? "The dot product tells it truly: 0 stays 0 at any length."
        : `The dot product alone would not have misled: the lengths are close (${times}).`,
    overrates: `The dot product alone would have misled. ${name(shorter)} with itself gives ${own(shorter)}, and nothing is more similar to it than itself; yet with ${name(longer)} it gives ${value}. The length of ${name(longer)} did that, so compare by cosine.`,
    underrates: `The dot product alone would have misled. ${name(longer)} with itself gives ${own(longer)}, with ${name(shorter)} only ${value}, although they ${lieInWords[lie]}. The other one is just short (${times}), so compare by cosine.`,
    unsure: `The lengths differ by ${times}, so do not judge by the dot product alone: compare by cosine.`,
  };
  return `They are ${verdictInWords[lie]}. ${advice[judge(a, b, account)]}`;
};

const contributionTable = (contributions: readonly Contribution[], style: NumberStyle): TableBlock => {
  const { shown, count, rest } = largestContributions(contributions, mostRows);
  const inOrder = count === 0 ? contributions : shown;
  return {
    kind: "table",
    caption: count === 0 ? "What each component adds" : `The ${mostRows} components that weigh most`,
    header: ["component", "first", "second", "adds"],
    rows: [
      ...inOrder.map(({ position, a, b, product }) => [
        String(position),
        exact(a, style),
        exact(b, style),
        exact(product, style),
      ]),
      ...(count === 0 ? [] : [[`${count.toLocaleString("en")} others`, "", "", exact(rest, style)]]),
    ],
  };
};

const aboutContributions = ({ contributions }: Similarity, style: NumberStyle): string => {
  const { helps, hurts } = extremesOf(contributions);
  const positive =
    helps === undefined ? "" : `Component ${helps.position} helps most (${exact(helps.product, style)}).`;
  const negative =
    hurts === undefined
      ? ""
      : `Component ${hurts.position} pulls the other way most (${exact(hurts.product, style)}).`;
  if (positive === "" && negative === "")
    return "Every product is 0: where one has something, the other has nothing.";
  return [positive, negative].filter((sentence) => sentence !== "").join(" ");
};

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
import { say, sayParts } from "../say.ts";
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
      ? say("No direction to compare")
      : say("Why: {verdict}, {degrees}° apart", {
          verdict: verdictInWords(direction.lie),
          degrees: degreesOf(direction, style),
        });
  const blocks: readonly Block[] = [
    ...(of > 2 ? [paragraph(say("This is about the first two of the {of} vectors.", { of }))] : []),
    ...(question === "similar" ? [] : [paragraph(answerTo(question, account, style))]),
    ...(withSteps ? showSteps(dot, style) : [showWorking(dot, style, false)]),
    contributionTable(account.contributions, style),
    paragraph(aboutContributions(account, style)),
    ...(direction === undefined
      ? [
          paragraph(
            say("One of them is the zero vector. It has no direction, so no angle and no cosine similarity."),
          ),
        ]
      : [
          paragraph(
            sayParts("<strong>Direction. </strong>{sentence}", {
              sentence: aboutDirection(direction, style),
            }),
          ),
          ...(withSteps ? showSteps(direction.cosine, style) : [showWorking(direction.cosine, style, false)]),
          paragraph(
            sayParts("<strong>Length. </strong>{sentence}", {
              sentence: aboutLength(account, direction, style),
            }),
          ),
          paragraph(
            sayParts("<strong>Verdict. </strong>{sentence}", {
              sentence: verdictOn(a, b, account, direction, style),
            }),
          ),
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
  const balance = say("The products above zero come to {up}, those below to {down}; together {all}.", {
    up: exact(up!, style),
    down: exact(down!, style),
    all: exact(dot.value, style),
  });
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
      ? say(
          "A component helps where both have the same sign, and it hurts where the signs differ. {balance}",
          { balance },
        )
      : say("In direction they are in fact {verdict}. {balance}", {
          verdict: direction === undefined ? "" : verdictInWords(direction.lie),
          balance,
        });
  return isSo[question]
    ? say(
        "It is {sign, select, negative {negative} positive {positive} other {zero}} for this reason. {balance}",
        { sign: question, balance },
      )
    : say(
        "The dot product is not {sign, select, negative {negative} positive {positive} other {zero}} here. {balance}",
        { sign: question, balance },
      );
};

const aboutDirection = (direction: Direction, style: NumberStyle): string =>
  say(
    "The cosine is the dot product with both at length 1. On its scale, from −1 (opposed) over 0 (unrelated) to 1 (parallel), they stand at {cosine}: they {lie}, {degrees}° apart.",
    {
      cosine: rounded(direction.cosine.value, style),
      lie: lieInWords(direction.lie),
      degrees: degreesOf(direction, style),
    },
  );

const aboutLength = ({ norms, dot }: Similarity, { cosine }: Direction, style: NumberStyle): string => {
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

const contributionTable = (contributions: readonly Contribution[], style: NumberStyle): TableBlock => {
  const { shown, count, rest } = largestContributions(contributions, mostRows);
  const inOrder = count === 0 ? contributions : shown;
  return {
    kind: "table",
    caption:
      count === 0
        ? say("What each component adds")
        : say("The {count} components that weigh most", { count: mostRows }),
    header: [say("component"), say("first"), say("second"), say("adds")],
    rows: [
      ...inOrder.map(({ position, a, b, product }) => [
        String(position),
        exact(a, style),
        exact(b, style),
        exact(product, style),
      ]),
      ...(count === 0 ? [] : [[say("{count, number} others", { count }), "", "", exact(rest, style)]]),
    ],
  };
};

const aboutContributions = ({ contributions }: Similarity, style: NumberStyle): string => {
  const { helps, hurts } = extremesOf(contributions);
  const positive =
    helps === undefined
      ? ""
      : say("Component {position} helps most ({product}).", {
          position: helps.position,
          product: exact(helps.product, style),
        });
  const negative =
    hurts === undefined
      ? ""
      : say("Component {position} pulls the other way most ({product}).", {
          position: hurts.position,
          product: exact(hurts.product, style),
        });
  if (positive === "" && negative === "")
    return say("Every product is 0: where one has something, the other has nothing.");
  return [positive, negative].filter((sentence) => sentence !== "").join(" ");
};

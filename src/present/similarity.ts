import { atLeastOne } from "../base/at-least.ts";
import { balanceOf } from "../math/contributions.ts";
import { counterfactualsFor } from "../math/counterfactual.ts";
import type { NumberStyle } from "../math/number-text.ts";
import { signOf } from "../math/scalar.ts";
import type { Similarity } from "../math/similarity.ts";
import type { Vector } from "../math/vector.ts";
import { type Block, paragraph, type Reply } from "../reply/reply.ts";
import { say, sayParts } from "../say.ts";
import { aboutContributions, contributionTable } from "./contributions.ts";
import { showCounterfactuals } from "./counterfactual.ts";
import { showVector } from "./formula.ts";
import { verdictInWords } from "./lie.ts";
import { contributionsPicture } from "./pictures/contributions.ts";
import { plotPicture } from "./pictures/plot.ts";
import { degreesOf, exact } from "./similarity-figures.ts";
import { aboutDirection, aboutLength, verdictOn } from "./similarity-verdict.ts";
import { article } from "./source.ts";
import { showSteps, showWorking } from "./working.ts";

/** What was asked: why they are similar, or why they are not, or why the dot product has its sign. */
export const whyQuestions = ["similar", "different", "negative", "positive", "zero"] as const;

export type WhyQuestion = (typeof whyQuestions)[number];

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
  const aboutDirectAnswer = question === "similar" ? [] : [paragraph(answerTo(question, account, style))];
  const verdict =
    direction === undefined
      ? paragraph(
          say("One of them is the zero vector. It has no direction, so no angle and no cosine similarity."),
        )
      : paragraph(
          sayParts("<strong>Verdict. </strong>{sentence}", {
            sentence: verdictOn(a, b, account, direction, style),
          }),
        );
  const bars = contributionsPicture(a, b, style);
  const blocks: readonly Block[] = [
    ...(of > 2 ? [paragraph(say("This is about the first two of the {of} vectors.", { of }))] : []),
    ...aboutDirectAnswer,
    ...(withSteps ? showSteps(dot, style) : [showWorking(dot, style, false)]),
    contributionTable(account.contributions, style),
    paragraph(aboutContributions(account, style)),
    ...(direction === undefined
      ? [verdict]
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
          verdict,
          ...showCounterfactuals(counterfactualsFor(a, b, account), account, style),
        ]),
    ...bars,
    ...plotPicture([a, b], style),
    article,
  ];
  const brief = atLeastOne([
    paragraph(say("{a} and {b}", { a: showVector(a, style).plain, b: showVector(b, style).plain })),
    ...aboutDirectAnswer,
    paragraph(aboutContributions(account, style)),
    verdict,
    ...bars,
  ]);
  return { tone: "plain", title, brief, blocks: blocks as [Block, ...Block[]] };
};

/** The direct answer to a question that is not simply why they are similar, also where it takes something for granted. */
const answerTo = (
  question: WhyQuestion,
  { dot, contributions, direction }: Similarity,
  style: NumberStyle,
): string => {
  const sign = signOf(dot.value);
  const { up, down } = balanceOf(contributions);
  const balance = say("The products above zero come to {up}, those below to {down}; together {all}.", {
    up: exact(up, style),
    down: exact(down, style),
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

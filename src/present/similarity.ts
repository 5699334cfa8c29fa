import type { NumberStyle } from "../math/number-text.ts";
import { toPlain } from "../math/plain.ts";
import { asExpression } from "../math/scalar.ts";
import { type Contribution, extremesOf, largestContributions, type Similarity } from "../math/similarity.ts";
import { type Block, paragraph, type Reply, type TableBlock } from "../reply/reply.ts";
import { lieInWords, verdictInWords } from "./lie.ts";
import { aboutLengths } from "./meaning.ts";
import { article } from "./source.ts";
import { showWorking } from "./working.ts";

/** The most contributions that are listed one by one. */
const mostRows = 8;

/** Why two vectors are similar, or are not: contributions, lengths, angle, verdict. */
export const showSimilarity = (account: Similarity, style: NumberStyle): Reply => {
  const { direction, dot } = account;
  const angle = direction === undefined ? "" : toPlain(asExpression(direction.angle.degrees), style);
  const title =
    direction === undefined
      ? "No direction to compare"
      : `Why: ${verdictInWords[direction.lie]}, ${angle}° apart`;
  const blocks: readonly Block[] = [
    showWorking(dot, style, false),
    contributionTable(account.contributions, style),
    paragraph(aboutContributions(account, style)),
    ...(direction === undefined
      ? [
          paragraph(
            "One of them is the zero vector. It has no direction, so no angle and no cosine similarity.",
          ),
        ]
      : [
          paragraph(aboutLengths(account, style)),
          showWorking(direction.cosine, style, false),
          paragraph(
            `With both scaled to length 1, the dot product is this cosine. Its angle is ${angle}°: they ${lieInWords[direction.lie]}.`,
          ),
        ]),
    article,
  ];
  return { tone: "plain", title, blocks: blocks as [Block, ...Block[]] };
};

const contributionTable = (contributions: readonly Contribution[], style: NumberStyle): TableBlock => {
  const { shown, count, rest } = largestContributions(contributions, mostRows);
  const text = (value: Contribution["product"]) => toPlain(asExpression(value), style);
  const inOrder = count === 0 ? contributions : shown;
  return {
    kind: "table",
    caption: count === 0 ? "What each component adds" : `The ${mostRows} components that weigh most`,
    header: ["component", "first", "second", "adds"],
    rows: [
      ...inOrder.map(({ position, a, b, product }) => [String(position), text(a), text(b), text(product)]),
      ...(count === 0 ? [] : [[`${count.toLocaleString("en")} others`, "", "", text(rest)]]),
    ],
  };
};

const aboutContributions = ({ contributions }: Similarity, style: NumberStyle): string => {
  const { helps, hurts } = extremesOf(contributions);
  const text = ({ product }: Contribution) => toPlain(asExpression(product), style);
  const positive = helps === undefined ? "" : `Component ${helps.position} helps most (${text(helps)}).`;
  const negative =
    hurts === undefined ? "" : `Component ${hurts.position} pulls the other way most (${text(hurts)}).`;
  if (positive === "" && negative === "")
    return "Every product is 0: where one has something, the other has nothing.";
  return [positive, negative].filter((sentence) => sentence !== "").join(" ");
};

import type { Candidate, Comparison } from "../math/compare.ts";
import type { NumberStyle } from "../math/number-text.ts";
import { toDecimalText } from "../math/number-text.ts";
import type { Numeric, Scalar } from "../math/scalar.ts";
import { type Block, paragraph, type Reply } from "../reply/reply.ts";
import { computed } from "./formula.ts";
import { scalePicture } from "./pictures/scale.ts";
import { vectorToText } from "./vector.ts";

/** Vectors ranked against the first, by cosine and by dot product side by side, and where the two disagree. */
export const showComparison = (comparison: Comparison, style: NumberStyle): Reply => {
  const { query, byCosine, byDot, disagreements } = comparison;
  const text = (value: Scalar) => toDecimalText(value as Numeric, style);
  const best = byCosine[0]!;
  const rank = (list: readonly Candidate[], c: Candidate) => String(list.indexOf(c) + 1);
  const blocks: Block[] = [
    {
      kind: "table",
      caption: `Compared with ${vectorToText(query)}, the most similar first`,
      header: ["vector", "cosine", "dot", "rank by dot", "length"],
      rows: byCosine.map((c) => [
        vectorToText(c.vector),
        text(c.cosine),
        text(c.dot),
        rank(byDot, c),
        text(c.norm),
      ]),
    },
    ...disagreements
      .slice(0, 3)
      .map(({ byDot: x, byCosine: y }) =>
        paragraph(
          `The two disagree: by dot product ${vectorToText(x.vector)} beats ${vectorToText(y.vector)} (${text(x.dot)} against ${text(y.dot)}), by cosine it loses (${text(x.cosine)} against ${text(y.cosine)}). It is longer, ${text(x.norm)} against ${text(y.norm)}, and a dot product grows with length.`,
        ),
      ),
    ...(disagreements.length > 3
      ? [paragraph(`${disagreements.length - 3} more pairs disagree in the same way.`)]
      : []),
    ...(disagreements.length === 0 ? [paragraph("Dot product and cosine rank them alike here.")] : []),
    ...scalePicture(
      byCosine.map(({ vector, cosine }) => ({ label: vectorToText(vector), cosine })),
      style,
    ),
  ];
  return {
    tone: "plain",
    title: `Most similar: ${vectorToText(best.vector)}`,
    blocks: blocks as [Block, ...Block[]],
    result: computed([query, ...byCosine.toSorted((x, y) => x.position - y.position).map((c) => c.vector)]),
  };
};

import type { Candidate, Comparison } from "../math/compare.ts";
import type { NumberStyle } from "../math/number-text.ts";
import { toDecimalText } from "../math/number-text.ts";
import { type Numeric, type Scalar, signOf } from "../math/scalar.ts";
import { type Block, paragraph, type Reply } from "../reply/reply.ts";
import { say } from "../say.ts";
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
      caption: say("Compared with {vector}, the most similar first", { vector: vectorToText(query) }),
      header: [say("vector"), say("cosine"), say("dot"), say("rank by dot"), say("length")],
      rows: byCosine.map((c) => [
        vectorToText(c.vector),
        text(c.cosine),
        text(c.dot),
        rank(byDot, c),
        text(c.norm),
      ]),
    },
    ...disagreements.slice(0, 3).map(({ byDot: x, byCosine: y }) => {
      const told = {
        x: vectorToText(x.vector),
        y: vectorToText(y.vector),
        xDot: text(x.dot),
        yDot: text(y.dot),
        xCosine: text(x.cosine),
        yCosine: text(y.cosine),
        xNorm: text(x.norm),
        yNorm: text(y.norm),
      };
      return paragraph(
        signOf(x.dot) > 0
          ? say(
              "The two disagree: by dot product {x} beats {y} ({xDot} against {yDot}), by cosine it loses ({xCosine} against {yCosine}). It is longer, {xNorm} against {yNorm}, and a dot product grows with length.",
              told,
            )
          : say(
              "The two disagree: by dot product {x} beats {y} ({xDot} against {yDot}), by cosine it loses ({xCosine} against {yCosine}). It is shorter, {xNorm} against {yNorm}, and below zero a dot product falls with length.",
              told,
            ),
      );
    }),
    ...(disagreements.length > 3
      ? [paragraph(say("{count} more pairs disagree in the same way.", { count: disagreements.length - 3 }))]
      : []),
    ...(disagreements.length === 0 ? [paragraph(say("Dot product and cosine rank them alike here."))] : []),
    ...scalePicture(
      byCosine.map(({ vector, cosine }) => ({ label: vectorToText(vector), cosine })),
      style,
    ),
  ];
  return {
    tone: "plain",
    title: say("Most similar: {which}", { which: vectorToText(best.vector) }),
    blocks: blocks as [Block, ...Block[]],
    result: computed([query, ...byCosine.toSorted((x, y) => x.position - y.position).map((c) => c.vector)]),
  };
};

import type { Measures } from "../math/measure.ts";
import { type NumberStyle, toDecimalText } from "../math/number-text.ts";
import { toPlain } from "../math/plain.ts";
import { asExpression, type Numeric } from "../math/scalar.ts";
import type { Vector } from "../math/vector.ts";
import { type Block, paragraph, type Reply } from "../reply/reply.ts";
import { computed, showShort } from "./formula.ts";
import { plotPicture } from "./pictures/plot.ts";
import { vectorToText } from "./vector.ts";

/** Arrows as a picture, and in words how long they are and how they stand to one another. */
export const showMeasures = (
  { norms, angles }: Measures,
  vectors: readonly Vector[],
  style: NumberStyle,
): Reply => {
  const nameOf = (i: number): string => vectors[i]!.name ?? "abcdef"[i]!;
  const lengths = vectors.map(
    (vector, i) =>
      `${nameOf(i)} = ${vectorToText(vector)} is ${showShort(norms[i]!, style) ?? toDecimalText(norms[i] as Numeric, style)} long.`,
  );
  const degrees = angles.map(
    ({ between: [i, j], degrees: value }) =>
      `${nameOf(i)} and ${nameOf(j)} ${toPlain(asExpression(value), style)}°`,
  );
  return {
    tone: "plain",
    title: vectors.length === 1 ? "One vector" : `${vectors.length} vectors`,
    blocks: [
      ...lengths.map((line): Block => paragraph(line)),
      ...(degrees.length === 0 ? [] : [paragraph(`Angles between them: ${degrees.join(", ")}.`)]),
      ...plotPicture(vectors, style),
    ] as unknown as Reply["blocks"],
    result: computed(vectors),
  };
};

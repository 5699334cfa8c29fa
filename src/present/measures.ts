import { atLeastOne } from "../base/at-least.ts";
import { toPlain } from "../math/expression/plain.ts";
import type { Measures } from "../math/measure.ts";
import { type NumberStyle, toDecimalText } from "../math/number-text.ts";
import { asExpression, type Numeric } from "../math/scalar.ts";
import type { Vector } from "../math/vector.ts";
import { type Block, paragraph, type Reply } from "../reply/reply.ts";
import { say } from "../say.ts";
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
  const lengths = vectors.map((vector, i) =>
    say("{name} = {vector} is {length} long.", {
      name: nameOf(i),
      vector: vectorToText(vector),
      length: showShort(norms[i]!, style) ?? toDecimalText(norms[i] as Numeric, style),
    }),
  );
  const degrees = angles.map(({ between: [i, j], degrees: value }) =>
    say("{one} and {other} {degrees}°", {
      one: nameOf(i),
      other: nameOf(j),
      degrees: toPlain(asExpression(value), style),
    }),
  );
  return {
    tone: "plain",
    title: say("{count, plural, one {One vector} other {# vectors}}", { count: vectors.length }),
    blocks: atLeastOne([
      ...lengths.map((line): Block => paragraph(line)),
      ...(degrees.length === 0
        ? []
        : [paragraph(say("Angles between them: {angles}.", { angles: degrees.join(", ") }))]),
      ...plotPicture(vectors, style),
    ]),
    result: computed(vectors),
  };
};

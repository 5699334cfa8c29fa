import type { Attention } from "../math/attention.ts";
import type { NumberStyle } from "../math/number-text.ts";
import { type Block, paragraph, type Reply } from "../reply/reply.ts";
import { say, sayParts } from "../say.ts";
import { aboutOrigin, mostFor, rounded, type Setting, sourcesFor } from "./attention-words.ts";
import { showWorking } from "./working.ts";
/** One query followed through all steps, with every product. */
export const showAttentionRow = (
  attention: Attention,
  at: number,
  setting: Setting,
  style: NumberStyle,
): Reply => {
  const { dimension } = attention;
  const { queries, keys, scaled, origin, divisor } = setting;
  const row = attention.rows[at]!;
  const blocks: readonly Block[] = [
    ...aboutOrigin(origin),
    paragraph(sayParts("<strong>1. Scores. </strong>The dot product of the query with each key:", {})),
    ...row.scores.flatMap((score, j): readonly Block[] => [
      paragraph(say("With {key}:", { key: keys[j] ?? "" })),
      showWorking(score, style, false),
    ]),
    scaled
      ? {
          kind: "table",
          caption: say("2. Scaled: each divided by {divisor}", { divisor: divisor ?? `√${dimension}` }),
          header: [say("key"), say("score"), say("scaled")],
          rows: row.scores.map(({ value }, j) => [
            keys[j]!,
            rounded(value, style),
            rounded(row.scaled[j]!, style),
          ]),
        }
      : paragraph(sayParts("<strong>2. Not scaled. </strong>The scores stay as they are.", {})),
    paragraph(sayParts("<strong>3. Weights. </strong>Softmax of these:", {})),
    showWorking(row.weights, style, false),
    paragraph(sayParts("<strong>4. Output. </strong>The values, each times its weight:", {})),
    showWorking(row.output, style, false),
    paragraph(mostFor(queries[at]!, keys, row.weights.value.components, style)),
    ...sourcesFor(setting),
  ];
  return {
    tone: "plain",
    title: say("Attention for {query}, step by step", { query: queries[at] ?? "" }),
    blocks: blocks as [Block],
  };
};

import type { Attention } from "../../math/attention.ts";
import { marked } from "../../math/number-text.ts";
import { toNumber } from "../../math/scalar.ts";
import { usualStyle } from "../../number-style.ts";
import type { PictureBlock } from "../../reply/reply.ts";
import { say } from "../../say.ts";
import { altText } from "./alt.ts";

/** Attention weights as a heat map: a row for each query, a column for each key. */
export const heatMap = (
  { rows }: Attention,
  queries: readonly string[],
  keys: readonly string[],
): readonly PictureBlock[] => {
  const weights = rows.map(({ weights: { value } }) =>
    keys.map((_, j) => {
      const weight = value.components[j];
      return weight === undefined ? null : toNumber(weight);
    }),
  );
  const strongest = weights.map((row, i) => {
    const most = Math.max(...row.map((weight) => weight ?? 0));
    return say("{query} most to {key} ({weight})", {
      query: queries[i] ?? "",
      key: keys[row.indexOf(most)] ?? "",
      weight: marked(most.toFixed(2), usualStyle().decimalMark),
    });
  });
  return [
    {
      kind: "picture",
      picture: { kind: "attention", queries, keys, weights },
      alt: altText(
        say("A heat map of attention weights, a row for each query, a column for each key: {strongest}.", {
          strongest: strongest.join(", "),
        }),
      ),
      alsoSaid: true,
    },
  ];
};

import type { Attention } from "../math/attention.ts";
import type { NumberStyle } from "../math/number-text.ts";
import type { Scalar } from "../math/scalar.ts";
import { type Block, paragraph, type Reply, type TableBlock } from "../reply/reply.ts";
import { say } from "../say.ts";
import { aboutOrigin, mostFor, rounded, type Setting, sourcesFor } from "./attention-words.ts";
import { heatMap } from "./pictures/heat-map.ts";

/** Outputs with more components than the one are shown with as many as the other. */
const [mostOutputs, fewOutputs] = [8, 3];

/** Hidden by the mask. */
const hidden = "–";

/** Attention as tables: scores, scaled scores, weights and outputs. */
export const showAttention = (attention: Attention, setting: Setting, style: NumberStyle): Reply => {
  const { rows, dimension } = attention;
  const { scaled, causal, queries, keys, origin, divisor } = setting;
  const over = (caption: string, list: (row: (typeof rows)[number]) => readonly Scalar[]): TableBlock => ({
    kind: "table",
    caption,
    header: ["", ...keys],
    rows: rows.map((row, i) => [queries[i]!, ...cells(list(row), keys.length, style)]),
  });
  const width = rows[0]!.output.value.components.length;
  const shown = width > mostOutputs ? fewOutputs : width;
  const outputs: TableBlock = {
    kind: "table",
    caption: say(
      shown < width
        ? "4. Outputs: the values, each times its weight, added up (the first {shown} of {width} components)"
        : "4. Outputs: the values, each times its weight, added up",
      { shown, width },
    ),
    header: ["", ...Array.from({ length: shown }, (_, n) => say("component {n}", { n: n + 1 }))],
    rows: rows.map((row, i) => [
      queries[i]!,
      ...row.output.value.components.slice(0, shown).map((c) => rounded(c, style)),
    ]),
  };
  const most = rows
    .map((row, i) => mostFor(queries[i]!, keys, row.weights.value.components, style))
    .join(" ");
  const [map, ...more] = heatMap(attention, queries, keys);
  const blocks: readonly Block[] = [
    ...aboutOrigin(origin),
    // First what it comes to: on a telephone the tables fill several screens.
    ...(map === undefined ? [] : [map, ...more]),
    over(say("1. Scores: the dot product of each query (row) with each key (column)"), (row) =>
      row.scores.map(({ value }) => value),
    ),
    scaled
      ? over(
          divisor === undefined
            ? say("2. Scaled: each score divided by √{dimension}, as the keys have dimension {dimension}", {
                dimension,
              })
            : say("2. Scaled: each score divided by {divisor} (usual is √{dimension})", {
                divisor,
                dimension,
              }),
          (row) => row.scaled,
        )
      : paragraph(
          say(
            "2. Not scaled: the scores stay as they are, so larger gaps between them make weights less even.",
          ),
        ),
    over(say("3. Weights: softmax of each row; a row sums to 1"), (row) => row.weights.value.components),
    outputs,
    paragraph(most),
    ...(causal
      ? [paragraph(say("{hidden} is hidden by the causal mask: no token sees those after it.", { hidden }))]
      : []),
    ...sourcesFor(setting),
  ];
  // In short, the heat map says what the sentences say, and they stand for it where it is not drawn.
  const brief: readonly [Block] = [
    map === undefined ? paragraph(most) : { kind: "picture", picture: map.picture, alt: most },
  ];
  return { tone: "plain", title: titleOf(setting, dimension), brief, blocks: blocks as [Block] };
};

const titleOf = ({ scaled, causal, queries, divisor }: Setting, dimension: number): string =>
  say(
    "Attention: {count, plural, one {# query} other {# queries}}, {scaled, select, yes {scaled by {divisor}} other {not scaled}}{causal, select, yes {, causal mask} other {}}",
    {
      count: queries.length,
      scaled: scaled ? "yes" : "no",
      divisor: divisor ?? `√${dimension}`,
      causal: causal ? "yes" : "no",
    },
  );

const cells = (values: readonly Scalar[], width: number, style: NumberStyle): readonly string[] =>
  Array.from({ length: width }, (_, j) => (values[j] === undefined ? hidden : rounded(values[j], style)));

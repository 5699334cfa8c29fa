import type { Attention } from "../math/attention.ts";
import { type NumberStyle, toDecimalText } from "../math/number-text.ts";
import type { Numeric, Scalar } from "../math/scalar.ts";
import { compare } from "../math/scalar-arithmetic.ts";
import { type Block, paragraph, type Reply, type TableBlock } from "../reply/reply.ts";
import { say, sayList, sayParts, sayQuoted } from "../say.ts";
import type { EmbeddingSource } from "../words/embeddings.ts";
import { heatMap } from "./pictures/heat-map.ts";
import { sourceOf } from "./similar/figures.ts";
import { article, attentionPaper, fromScratch } from "./source.ts";
import { showWorking } from "./working.ts";

/** How a head was set up, for those who read its result. */
export interface Setting {
  readonly scaled: boolean;
  readonly causal: boolean;
  /** What queries and keys are called: words, or numbers. */
  readonly queries: readonly string[];
  readonly keys: readonly string[];
  /** What scores are divided by instead of √d. */
  readonly divisor?: number;
  /** Where the vectors are from, when they are not the learner's own. */
  readonly origin?: Origin;
}

/** Vectors that a book gives, or those of the words of a sentence. */
export type Origin =
  | { readonly kind: "published example" }
  | {
      readonly kind: "words";
      readonly source: EmbeddingSource;
      readonly dimension: number;
      /** Words without a vector. */
      readonly leftOut: readonly string[];
    };

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
  const blocks: readonly Block[] = [
    ...aboutOrigin(origin),
    // First what it comes to: on a telephone the tables fill several screens.
    ...heatMap(attention, queries, keys),
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
    paragraph(
      rows.map((row, i) => mostFor(queries[i]!, keys, row.weights.value.components, style)).join(" "),
    ),
    ...(causal
      ? [paragraph(say("{hidden} is hidden by the causal mask: no token sees those after it.", { hidden }))]
      : []),
    ...sourcesFor(setting),
  ];
  return { tone: "plain", title: titleOf(setting, dimension), blocks: blocks as [Block] };
};

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

const aboutOrigin = (origin: Origin | undefined): readonly Block[] => {
  if (origin === undefined) return [];
  if (origin.kind === "published example")
    return [
      paragraph(
        say(
          "Six tokens in three dimensions, a published example. Each vector is query, key and value at once.",
        ),
      ),
    ];
  const { source, dimension, leftOut } = origin;
  return [
    paragraph(
      say(
        "Real embeddings, {dimension} numbers a word ({source}). Each is query, key and value at once. Nothing here is trained for attention: the weights show only which words are similar, and a word is most similar to itself. A trained model learns other queries, keys and values.",
        { dimension, source: source.name },
      ),
    ),
    ...(leftOut.length === 0
      ? []
      : [
          paragraph(
            sayParts("Left out, as I have no vector for them: {words}.", {
              words: { strong: leftOut.join(", ") },
            }),
          ),
        ]),
  ];
};

const sourcesFor = ({ origin }: Setting): readonly Block[] => [
  article,
  attentionPaper,
  ...(origin?.kind === "published example" ? [fromScratch] : []),
  ...(origin?.kind === "words" ? sourceOf(origin.source) : []),
];

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

const rounded = (value: Scalar, style: NumberStyle): string => toDecimalText(value as Numeric, style);

const cells = (values: readonly Scalar[], width: number, style: NumberStyle): readonly string[] =>
  Array.from({ length: width }, (_, j) => (values[j] === undefined ? hidden : rounded(values[j], style)));

const mostFor = (
  query: string,
  keys: readonly string[],
  weights: readonly Scalar[],
  style: NumberStyle,
): string => {
  const largest = weights.reduce((most, weight) => (compare(weight, most) > 0 ? weight : most));
  const most = keys.filter((_, j) => weights[j] !== undefined && compare(weights[j], largest) === 0);
  return most.length === weights.length && most.length > 1
    ? say("“{query}” listens to all alike.", { query })
    : say("“{query}” listens most to {keys} ({count, plural, one {{weight}} other {{weight} each}}).", {
        query,
        keys: sayList(most.map(sayQuoted)),
        count: most.length,
        weight: rounded(largest, style),
      });
};

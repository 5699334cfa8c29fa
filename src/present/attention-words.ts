import { type NumberStyle, toDecimalText } from "../math/number-text.ts";
import type { Numeric, Scalar } from "../math/scalar.ts";
import { compare } from "../math/scalar-arithmetic.ts";
import { type Block, paragraph } from "../reply/reply.ts";
import { say, sayList, sayParts, sayQuoted } from "../say.ts";
import type { EmbeddingSource } from "../words/embeddings.ts";
import { sourceOf } from "./similar/figures.ts";
import { article, attentionPaper, fromScratch } from "./source.ts";

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

export const aboutOrigin = (origin: Origin | undefined): readonly Block[] => {
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

export const sourcesFor = ({ origin }: Setting): readonly Block[] => [
  article,
  attentionPaper,
  ...(origin?.kind === "published example" ? [fromScratch] : []),
  ...(origin?.kind === "words" ? sourceOf(origin.source) : []),
];

export const rounded = (value: Scalar, style: NumberStyle): string => toDecimalText(value as Numeric, style);

export const mostFor = (
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

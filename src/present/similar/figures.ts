import { marked } from "../../math/number-text.ts";
import { usualStyle } from "../../number-style.ts";
import type { SourceBlock } from "../../reply/reply.ts";
import type { EmbeddingSource } from "../../words/embeddings.ts";

/** A cosine similarity to three decimals, with the sign that is printed: −0.042. */
export const cosineText = (cosine: number): string => signed(cosine.toFixed(3));

/** A dot product to one decimal. */
export const dotText = (product: number): string => signed(product.toFixed(1));

/** A norm, or a component, to two decimals. */
export const normText = (norm: number): string => signed(norm.toFixed(2));

/** The angle with that cosine, in degrees. */
export const degreesText = (cosine: number): string =>
  `${signed(((Math.acos(cosine) * 180) / Math.PI).toFixed(1))}°`;

const signed = (figure: string): string =>
  marked(/^-0\.?0*$/.test(figure) ? figure.slice(1) : figure.replace("-", "−"), usualStyle().decimalMark);

/** Where the vectors are from, as far as their file tells. */
export const sourceOf = ({
  name,
  author,
  citation = "",
  address,
}: EmbeddingSource): readonly SourceBlock[] => {
  const year = /\b(?:19|20)\d\d\b/.exec(citation)?.[0];
  return author === undefined || address === undefined || year === undefined
    ? []
    : [{ kind: "source", title: name, author, date: year, link: address }];
};

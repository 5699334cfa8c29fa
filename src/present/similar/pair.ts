import {
  type Block,
  type Choice,
  type OptionValue,
  type PictureBlock,
  paragraph,
  type Reply,
} from "../../reply/reply.ts";
import type { Embeddings } from "../../words/embeddings.ts";
import { dotProduct } from "../../words/measures.ts";
import { percentile } from "../../words/quantiles.ts";
import { topComponents } from "../../words/top-components.ts";
import { altText } from "../pictures/alt.ts";
import { article } from "../source.ts";
import { crude } from "./crude.ts";
import { cosineText, degreesText, dotText, normText, sourceOf } from "./figures.ts";
import { cosineBetween, type Named } from "./named.ts";
import { otherWords } from "./neighbours.ts";

/** A pair, and what the vocabulary knows of it. */
export interface Pair {
  readonly items: readonly [Named, Named];
  /** Words that are near to both; empty where nobody asked why. */
  readonly shared: readonly string[];
  readonly isWhy: boolean;
  /** The options as they were given, for the buttons. */
  readonly given: Readonly<Record<string, OptionValue>>;
}

/** How many components are listed. */
const [fewRows, moreRows] = [3, 8];

/** From this ratio of the norms on, the dot product alone may mislead. */
const closeRatio = 1.25;

/** How similar two words or sentences are: the quick way and the exact way side by side, and what it is made of. */
export const showPair = ({ items, shared, isWhy, given }: Pair, embeddings: Embeddings): Reply => {
  const [a, b] = items;
  const [product, cosine] = [dotProduct(a.vector, b.vector), cosineBetween(a, b)];
  const norms = [a.norm, b.norm] as const;
  const areWords = items.every(({ isSentence }) => !isSentence);
  const share = areWords ? percentile(embeddings, cosine) : undefined;
  const blocks: readonly (Block | readonly Block[])[] = [
    {
      kind: "table",
      caption: "Two ways to compare them",
      header: ["", "", "value"],
      rows: [
        ["quick and dirty", "dot product", dotText(product)],
        ["exact", "cosine", cosineText(cosine)],
        ["", "angle", degreesText(cosine)],
        ["lengths", a.name, normText(norms[0])],
        ["", b.name, normText(norms[1])],
      ],
    },
    paragraph(
      `The cosine is the dot product without the lengths: ${dotText(product)} / (${normText(norms[0])} × ${normText(norms[1])}) ≈ ${cosineText(cosine)}.`,
    ),
    ...(share === undefined ? [] : [paragraph([{ strong: "Verdict. " }, verdictOn(share)])]),
    paragraph([{ strong: "Lengths. " }, aboutLengths(norms, items)]),
    ...crude(items),
    contributions(a, b, isWhy ? moreRows : fewRows),
    paragraph("No component has a meaning of its own: the likeness is spread over all of them."),
    ...(shared.length === 0
      ? []
      : [
          paragraph([
            { strong: "Near to both. " },
            `${shared.map((word) => `“${word}”`).join(", ")}. Words are close when they are found in the same company, and this is the company they share.`,
          ]),
        ]),
    ...scale(items, cosine, embeddings),
    {
      kind: "choices",
      prompt: "What next?",
      choices: [
        ...(isWhy
          ? []
          : [
              {
                label: "Why is this similar?",
                does: { command: "similar", options: { ...given, show: "why" } },
              },
            ]),
        ...items
          .filter(({ isSentence }) => !isSentence)
          .map(
            ({ name }): Choice => ({
              label: `Words like ${name}`.slice(0, 75),
              does: { command: "similar", options: { words: name } },
            }),
          ),
        otherWords(String(given.words ?? "")),
      ] as unknown as readonly [Choice],
    },
    article,
    ...sourceOf(embeddings.source),
  ];
  return {
    tone: "plain",
    title: `${isWhy ? "Why: " : ""}${a.name} and ${b.name}: cosine ${cosineText(cosine)}`,
    blocks: blocks.flat() as unknown as Reply["blocks"],
    result: { vectors: items.map(({ name }) => name), decimal: cosine.toFixed(6) },
  };
};

/** In words, by how many pairs of words are less similar. */
const verdictOn = (share: number): string => {
  const beaten = share >= 99.95 ? "more than 99.9%" : `${share.toFixed(1)}%`;
  const degree =
    share >= 99.9
      ? "Very similar"
      : share >= 99
        ? "Similar"
        : share >= 90
          ? "A little similar"
          : share >= 40
            ? "Hardly similar"
            : "Not similar";
  return `${degree}: of all pairs of words, ${beaten} have a smaller cosine.`;
};

const aboutLengths = (norms: readonly [number, number], [a, b]: readonly [Named, Named]): string => {
  const [longer, shorter] = norms[0] >= norms[1] ? [a, b] : [b, a];
  const ratio = Math.max(...norms) / Math.min(...norms);
  const times = `${ratio.toFixed(2)}×`;
  return ratio <= closeRatio
    ? `They are close (${times}), so the dot product alone is a fair measure here.`
    : `“${longer.name}” is ${times} as long as “${shorter.name}”, so do not judge by the dot product alone. Common words tend to have longer vectors.`;
};

const contributions = (a: Named, b: Named, count: number): Block => {
  const { top, rest } = topComponents(a.vector, b.vector, count);
  const others = a.vector.length - top.length;
  return {
    kind: "table",
    caption: "The components that weigh most in the dot product",
    header: ["component", "first", "second", "adds"],
    rows: [
      ...top.map((each) => [
        String(each.component),
        normText(each.a),
        normText(each.b),
        normText(each.product),
      ]),
      ...(others === 0 ? [] : [[`${others} others`, "", "", normText(rest)]]),
    ],
  };
};

/** The pair on the scale, beside the middle one of all pairs of words. */
const scale = (
  [a, b]: readonly [Named, Named],
  cosine: number,
  { quantiles }: Embeddings,
): readonly PictureBlock[] => {
  const middle = quantiles[Math.floor(quantiles.length / 2)];
  const marks = [
    { label: `${a.name} and ${b.name}`, value: cosine, shown: cosineText(cosine) },
    ...(middle === undefined
      ? []
      : [{ label: "half of all pairs are below", value: middle, shown: cosineText(middle) }]),
  ];
  return [
    {
      kind: "picture",
      picture: { kind: "scale", marks },
      alt: altText(
        `The cosine scale from −1 (opposite) over 0 (at right angles) to 1 (same direction): ${marks.map(({ label, shown }) => `${label} at ${shown}`).join(", ")}.`,
      ),
      alsoSaid: true,
    },
  ];
};

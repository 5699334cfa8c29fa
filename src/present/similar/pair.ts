import { atLeastOne } from "../../base/at-least.ts";
import { cut } from "../../base/cut.ts";
import { marked } from "../../math/number-text.ts";
import { usualStyle } from "../../number-style.ts";
import {
  type Block,
  type Choice,
  choices,
  type OptionValue,
  type PictureBlock,
  paragraph,
  type Reply,
} from "../../reply/reply.ts";
import { say, sayParts, sayQuoted } from "../../say.ts";
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
      caption: say("Two ways to compare them"),
      header: ["", "", say("value")],
      rows: [
        [say("quick and dirty"), say("dot product"), dotText(product)],
        [say("exact"), say("cosine"), cosineText(cosine)],
        ["", say("angle"), degreesText(cosine)],
        [say("lengths"), a.name, normText(norms[0])],
        ["", b.name, normText(norms[1])],
      ],
    },
    paragraph(
      say("The cosine is the dot product without the lengths: {dot} / ({a} × {b}) ≈ {cosine}.", {
        dot: dotText(product),
        a: normText(norms[0]),
        b: normText(norms[1]),
        cosine: cosineText(cosine),
      }),
    ),
    ...(share === undefined
      ? []
      : [paragraph(sayParts("<strong>Verdict. </strong>{sentence}", { sentence: verdictOn(share) }))]),
    paragraph(sayParts("<strong>Lengths. </strong>{sentence}", { sentence: aboutLengths(norms, items) })),
    ...crude(items),
    contributions(a, b, isWhy ? moreRows : fewRows),
    paragraph(say("No component has a meaning of its own: the likeness is spread over all of them.")),
    ...(shared.length === 0
      ? []
      : [
          paragraph(
            sayParts(
              "<strong>Near to both. </strong>{words}. Words are close when they are found in the same company, and this is the company they share.",
              { words: shared.map(sayQuoted).join(", ") },
            ),
          ),
        ]),
    ...scale(items, cosine, embeddings),
    choices(say("What next?"), [
      ...(isWhy
        ? []
        : [
            {
              label: say("Why is this similar?"),
              does: { command: "similar", options: { ...given, show: "why" } },
            },
          ]),
      ...items
        .filter(({ isSentence }) => !isSentence)
        .map(
          ({ name }): Choice => ({
            label: cut(say("Words like {word}", { word: name }), 75),
            does: { command: "similar", options: { words: name } },
          }),
        ),
      otherWords(String(given.words ?? "")),
    ]),
    article,
    ...sourceOf(embeddings.source),
  ];
  return {
    tone: "plain",
    title: say(isWhy ? "Why: {a} and {b}: cosine {cosine}" : "{a} and {b}: cosine {cosine}", {
      a: a.name,
      b: b.name,
      cosine: cosineText(cosine),
    }),
    blocks: atLeastOne(blocks.flat()),
    result: { vectors: items.map(({ name }) => name), decimal: cosine.toFixed(6) },
  };
};

/** In words, by how many pairs of words are less similar. */
const verdictOn = (share: number): string => {
  const percent = (figure: number) => marked(figure.toFixed(1), usualStyle().decimalMark);
  const beaten =
    share >= 99.95 ? say("more than {percent}%", { percent: percent(99.9) }) : `${percent(share)}%`;
  if (share >= 99.9)
    return say("Very similar: of all pairs of words, {beaten} have a smaller cosine.", { beaten });
  if (share >= 99) return say("Similar: of all pairs of words, {beaten} have a smaller cosine.", { beaten });
  if (share >= 90)
    return say("A little similar: of all pairs of words, {beaten} have a smaller cosine.", { beaten });
  return share >= 40
    ? say("Hardly similar: of all pairs of words, {beaten} have a smaller cosine.", { beaten })
    : say("Not similar: of all pairs of words, {beaten} have a smaller cosine.", { beaten });
};

const aboutLengths = (norms: readonly [number, number], [a, b]: readonly [Named, Named]): string => {
  const [longer, shorter] = norms[0] >= norms[1] ? [a, b] : [b, a];
  const ratio = Math.max(...norms) / Math.min(...norms);
  const times = `${normText(ratio)}×`;
  return ratio <= closeRatio
    ? say("They are close ({times}), so the dot product alone is a fair measure here.", { times })
    : say(
        "“{longer}” is {times} as long as “{shorter}”, so do not judge by the dot product alone. Common words tend to have longer vectors.",
        { longer: longer.name, times, shorter: shorter.name },
      );
};

const contributions = (a: Named, b: Named, count: number): Block => {
  const { top, rest } = topComponents(a.vector, b.vector, count);
  const others = a.vector.length - top.length;
  return {
    kind: "table",
    caption: say("The components that weigh most in the dot product"),
    header: [say("component"), say("first"), say("second"), say("adds")],
    rows: [
      ...top.map((each) => [
        String(each.component),
        normText(each.a),
        normText(each.b),
        normText(each.product),
      ]),
      ...(others === 0 ? [] : [[say("{count, number} others", { count: others }), "", "", normText(rest)]]),
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
    {
      label: say("{one} and {other}", { one: a.name, other: b.name }),
      value: cosine,
      shown: cosineText(cosine),
    },
    ...(middle === undefined
      ? []
      : [{ label: say("half of all pairs are below"), value: middle, shown: cosineText(middle) }]),
  ];
  return [
    {
      kind: "picture",
      picture: { kind: "scale", marks },
      alt: altText(
        say("The cosine scale from −1 (opposite) over 0 (at right angles) to 1 (same direction): {marks}.", {
          marks: marks.map(({ label, shown }) => say("{label} at {shown}", { label, shown })).join(", "),
        }),
      ),
      alsoSaid: true,
    },
  ];
};

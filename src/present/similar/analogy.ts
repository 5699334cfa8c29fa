import { atLeastOne } from "../../base/at-least.ts";
import { cut } from "../../base/cut.ts";
import { type Block, choices, paragraph, type Reply } from "../../reply/reply.ts";
import { say } from "../../say.ts";
import type { Analogy } from "../../words/analogy.ts";
import type { Embeddings } from "../../words/embeddings.ts";
import type { Neighbour } from "../../words/nearest.ts";
import { cosineText, normText, sourceOf } from "./figures.ts";
import { otherWords } from "./neighbours.ts";
import { planePicture } from "./plane.ts";

export interface AnalogyAsked {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  readonly found: Analogy;
  /** The nearest of all words, the asked ones among them. */
  readonly nearestOfAll: Neighbour | undefined;
}

/** How many components are added up before the reader's eyes. */
const shownComponents = 3;

/** king − man + woman: the arithmetic, component by component, and the words near to where it ends. */
export const showAnalogy = (asked: AnalogyAsked, embeddings: Embeddings): Reply => {
  const { plus, minus, found, nearestOfAll } = asked;
  const written = inSigns(plus, minus);
  const words = [...plus, ...minus];
  const best = found.neighbours[0];
  const repeats = nearestOfAll !== undefined && words.includes(nearestOfAll.word);
  const blocks: readonly Block[] = [
    {
      kind: "table",
      caption: say("The arithmetic, for the first {shown} of {dimension} components", {
        shown: shownComponents,
        dimension: embeddings.dimension,
      }),
      header: ["", ...Array.from({ length: shownComponents }, (_, i) => String(i + 1))],
      rows: [
        ...plus.map((word, i) => [
          `${i === 0 ? "" : "+ "}${word}`,
          ...componentsOf(embeddings.vectorOf(word)),
        ]),
        ...minus.map((word) => [`− ${word}`, ...componentsOf(embeddings.vectorOf(word))]),
        ["=", ...componentsOf(found.vector)],
      ],
    },
    {
      kind: "table",
      caption: say("The words nearest to that, by cosine"),
      header: ["", say("word"), say("cosine")],
      rows: found.neighbours.map(({ word, score }, i) => [String(i + 1), word, cosineText(score)]),
    },
    ...(repeats
      ? [
          paragraph(
            say(
              "The words of the sum itself are left out. Else “{word}” would come first ({cosine}): the sum stays close to what it is made of, and that is a limit of such analogies.",
              { word: nearestOfAll.word, cosine: cosineText(nearestOfAll.score) },
            ),
          ),
        ]
      : []),
    ...planePicture([...new Set(words)], best === undefined ? [] : [best.word], embeddings),
    choices(say("What next?"), [
      ...(best === undefined
        ? []
        : [
            {
              label: cut(say("Words like {word}", { word: best.word }), 75),
              does: { command: "similar", options: { words: best.word } },
            },
          ]),
      otherWords(written),
    ]),
    ...sourceOf(embeddings.source),
  ];
  return {
    tone: "plain",
    title: best === undefined ? written : `${written} ≈ ${best.word}`,
    blocks: atLeastOne(blocks),
    result: { vectors: [...plus, ...minus] },
  };
};

/** king − man + woman. */
const inSigns = ([first = "", ...added]: readonly string[], minus: readonly string[]): string =>
  [first, ...minus.map((word) => `− ${word}`), ...added.map((word) => `+ ${word}`)].join(" ");

const componentsOf = (vector: ArrayLike<number> | undefined): readonly string[] =>
  Array.from({ length: shownComponents }, (_, i) => normText(vector?.[i] ?? 0));

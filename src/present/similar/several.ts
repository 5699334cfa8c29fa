import { type Block, type Choice, paragraph, type Reply } from "../../reply/reply.ts";
import type { Embeddings } from "../../words/embeddings.ts";
import { crude } from "./crude.ts";
import { cosineText, sourceOf } from "./figures.ts";
import { cosineBetween, type Named } from "./named.ts";
import { otherWords } from "./neighbours.ts";
import { planePicture } from "./plane.ts";

/** The cosines of each two of several words or sentences. */
export const showSeveral = (items: readonly Named[], typed: string, embeddings: Embeddings): Reply => {
  const pairs = items.flatMap((a, i) =>
    items.slice(i + 1).map((b) => ({ a, b, cosine: cosineBetween(a, b) })),
  );
  const ranked = pairs.toSorted((x, y) => y.cosine - x.cosine);
  const [most, least] = [ranked[0]!, ranked.at(-1)!];
  const cell = (a: Named, b: Named): string => (a === b ? "1" : cosineText(cosineBetween(a, b)).slice(0, -1));
  // A table of few columns fits a telephone: longer names are numbered.
  const isWide = items.length > 4 || items.some(({ name }) => name.length > 8);
  const blocks: readonly Block[] = [
    {
      kind: "table",
      caption: "Cosine similarity of each two",
      header: ["", ...items.map(({ name }, i) => (isWide ? String(i + 1) : name))],
      rows: items.map((a, i) => [
        isWide ? `${i + 1} ${a.name}` : a.name,
        ...items.map((b, j) => (j > i ? "" : cell(a, b))),
      ]),
    },
    paragraph(
      `Most similar: ${most.a.name} and ${most.b.name} (${cosineText(most.cosine)}). Least: ${least.a.name} and ${least.b.name} (${cosineText(least.cosine)}).`,
    ),
    ...crude(items),
    ...planePicture(
      items.filter(({ isSentence }) => !isSentence).map(({ name }) => name),
      [],
      embeddings,
    ),
    {
      kind: "choices",
      prompt: "What next?",
      choices: [
        {
          label: `${most.a.name} and ${most.b.name}`.slice(0, 75),
          does: { command: "similar", options: { words: `${most.a.name} | ${most.b.name}` } },
        },
        otherWords(typed),
      ] as unknown as readonly [Choice],
    },
    ...sourceOf(embeddings.source),
  ];
  return {
    tone: "plain",
    title: `Most similar: ${most.a.name} and ${most.b.name}`,
    blocks: blocks as unknown as Reply["blocks"],
    result: { vectors: items.map(({ name }) => name) },
  };
};

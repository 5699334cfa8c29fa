import { atLeastOne } from "../../base/at-least.ts";
import { cut } from "../../base/cut.ts";
import { type Block, choices, paragraph, type Reply } from "../../reply/reply.ts";
import { say } from "../../say.ts";
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
      caption: say("Cosine similarity of each two"),
      header: ["", ...items.map(({ name }, i) => (isWide ? String(i + 1) : name))],
      rows: items.map((a, i) => [
        isWide ? `${i + 1} ${a.name}` : a.name,
        ...items.map((b, j) => (j > i ? "" : cell(a, b))),
      ]),
    },
    paragraph(
      say("Most similar: {a} and {b} ({most}). Least: {c} and {d} ({least}).", {
        a: most.a.name,
        b: most.b.name,
        most: cosineText(most.cosine),
        c: least.a.name,
        d: least.b.name,
        least: cosineText(least.cosine),
      }),
    ),
    ...crude(items),
    ...planePicture(
      items.filter(({ isSentence }) => !isSentence).map(({ name }) => name),
      [],
      embeddings,
    ),
    choices(say("What next?"), [
      {
        label: cut(say("{one} and {other}", { one: most.a.name, other: most.b.name }), 75),
        does: { command: "similar", options: { words: `${most.a.name} | ${most.b.name}` } },
      },
      otherWords(typed),
    ]),
    ...sourceOf(embeddings.source),
  ];
  return {
    tone: "plain",
    title: say("Most similar: {a} and {b}", { a: most.a.name, b: most.b.name }),
    blocks: atLeastOne(blocks),
    result: { vectors: items.map(({ name }) => name) },
  };
};

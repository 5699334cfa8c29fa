import { atLeastOne } from "../../base/at-least.ts";
import { cut } from "../../base/cut.ts";
import { type Block, type Choice, choices, paragraph, type Reply } from "../../reply/reply.ts";
import { say } from "../../say.ts";
import type { Embeddings } from "../../words/embeddings.ts";
import type { Neighbour } from "../../words/nearest.ts";
import { article } from "../source.ts";
import { crude } from "./crude.ts";
import { cosineText, dotText, normText, sourceOf } from "./figures.ts";
import type { Named } from "./named.ts";
import { planePicture } from "./plane.ts";

export interface Neighbourhood {
  readonly item: Named;
  readonly byCosine: readonly Neighbour[];
  readonly byDot: readonly Neighbour[];
}

/** The words nearest to one, by cosine and by dot product beside each other, and why the lists differ. */
export const showNeighbours = ({ item, byCosine, byDot }: Neighbourhood, embeddings: Embeddings): Reply => {
  const blocks: readonly Block[] = [
    {
      kind: "table",
      caption: say("Nearest to “{word}”", { word: item.name }),
      // Word and figure in one cell, so that a telephone shows both lists.
      header: ["", say("by cosine"), say("by dot product")],
      rows: byCosine.map(({ word, score }, i) => [
        String(i + 1),
        `${word} ${cosineText(score)}`,
        byDot[i] === undefined ? "" : `${byDot[i].word} ${dotText(byDot[i].score)}`,
      ]),
    },
    paragraph(difference({ item, byCosine, byDot }, embeddings)),
    ...crude([item]),
    ...planePicture(
      item.isSentence ? [] : [item.name],
      byCosine.slice(0, 8).map(({ word }) => word),
      embeddings,
    ),
    choices(say("What next?"), [
      ...byCosine.slice(0, 2).map(
        ({ word }): Choice => ({
          label: cut(say("{one} and {other}", { one: item.name, other: word }), 75),
          does: { command: "similar", options: { words: `${item.name} ${word}` } },
        }),
      ),
      otherWords(item.name),
    ]),
    article,
    ...sourceOf(embeddings.source),
  ];
  return {
    tone: "plain",
    title: say("Words like {word}", { word: item.name }),
    blocks: atLeastOne(blocks),
    result: { vectors: [item.name] },
  };
};

/** A form for other words, which starts with these. */
export const otherWords = (words: string): Choice => ({
  label: say("Other words…"),
  does: { command: "similar", options: { words } },
  asks: "words",
});

/** Why a word stands in one list and not in the other: its length. */
const difference = ({ byCosine, byDot }: Neighbourhood, embeddings: Embeddings): string => {
  const [cosine, dot] = [byCosine, byDot].map((list) => new Set(list.map(({ word }) => word)));
  const norm = (word: string) => embeddings.normOf(word) ?? 0;
  const onlyDot = byDot.filter(({ word }) => !cosine!.has(word));
  const onlyCosine = byCosine.filter(({ word }) => !dot!.has(word));
  const [risen, fallen] = [onlyDot[0], onlyCosine[0]];
  if (risen === undefined || fallen === undefined)
    return say("Both ways name the same words here: their lengths are close.");
  const [long, short] = [norm(risen.word), norm(fallen.word)];
  const told = { risen: risen.word, fallen: fallen.word, long: normText(long), short: normText(short) };
  return say(
    long > short
      ? "“{risen}” is only in the right list, “{fallen}” only in the left: their vectors are {long} and {short} long. A dot product grows with the length, and common words tend to have long vectors; the cosine does not look at the length."
      : "“{risen}” is only in the right list, “{fallen}” only in the left: their vectors are {long} and {short} long.",
    told,
  );
};

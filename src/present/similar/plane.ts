import type { PictureBlock } from "../../reply/reply.ts";
import { say, sayList, sayQuoted } from "../../say.ts";
import type { Embeddings } from "../../words/embeddings.ts";
import { toPlane } from "../../words/to-plane.ts";
import { altText } from "../pictures/alt.ts";

/** Words as points of the plane that shows most of their differences; none where there are fewer than three. */
export const planePicture = (
  asked: readonly string[],
  neighbours: readonly string[],
  embeddings: Embeddings,
): readonly PictureBlock[] => {
  const plane = toPlane(embeddings, [...asked, ...neighbours]);
  if (plane === undefined) return [];
  const isAsked = new Set(asked);
  const told = {
    asked: quotedList(asked),
    around: quotedList(neighbours),
    percent: Math.round(plane.share * 100),
  };
  return [
    {
      kind: "picture",
      picture: {
        kind: "words",
        points: plane.points.map(({ word, x, y }) => ({
          word,
          at: [x, y],
          role: isAsked.has(word) ? "asked" : "neighbour",
        })),
        share: plane.share,
      },
      alt: altText(
        say(
          neighbours.length === 0
            ? "A map of words: {asked}. It shows {percent}% of their differences; words that lie close on it need not be close in all components."
            : "A map of words: {asked}, with {around} around. It shows {percent}% of their differences; words that lie close on it need not be close in all components.",
          told,
        ),
      ),
      alsoSaid: true,
    },
  ];
};

const quotedList = (words: readonly string[]): string => sayList(words.map(sayQuoted));

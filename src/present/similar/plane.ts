import type { PictureBlock } from "../../reply/reply.ts";
import type { Embeddings } from "../../words/embeddings.ts";
import { toPlane } from "../../words/to-plane.ts";
import { listed } from "../meaning.ts";
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
  const share = `${Math.round(plane.share * 100)}%`;
  const around =
    neighbours.length === 0 ? "" : `, with ${listed(neighbours.map((word) => `“${word}”`))} around`;
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
        `A map of words: ${listed(asked.map((word) => `“${word}”`))}${around}. It shows ${share} of their differences; words that lie close on it need not be close in all components.`,
      ),
      alsoSaid: true,
    },
  ];
};

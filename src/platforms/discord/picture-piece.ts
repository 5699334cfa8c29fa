import { type APIMediaGalleryComponent, ComponentType } from "discord.js";
import type { Drawn } from "../../reply/picture.ts";
import type { PictureBlock } from "../../reply/reply.ts";
import { shortened } from "./choice-rows.ts";
import { linkTo, toPictureFile } from "./files.ts";
import { limits, roomForPicture } from "./limits.ts";
import { escapeMarkdown } from "./markdown.ts";
import { marked, type Piece } from "./piece.ts";

/**
 * A picture, or the working that it shows typeset, or its words where it is not drawn. Either takes the same room in a message, so that a picture which comes
 * later finds its place in the message that its words stand in. Words too long to describe a picture stay below it.
 */
export const pictureParts = (
  { picture, alt, alsoSaid }: PictureBlock,
  n: number,
  drawn: Drawn | undefined,
  working: readonly Piece[] = [],
): readonly Piece[] => {
  const name = `${picture.kind}-${n}.png`;
  const description = shortened(alt.trim(), limits.altText);
  const [words, ...more] = working.length > 0 ? [together(working)] : alsoSaid ? [] : inWords(alt);
  const staysBelow = working.length === 0 && alt.trim().length > limits.altText;
  const common = {
    characters: words?.characters ?? 0,
    components: 1 + (words?.components ?? 0),
    takes: { name, bytes: roomForPicture },
  };
  if (drawn === undefined || drawn.png.length > roomForPicture) {
    const instead = inWords(description).flatMap(({ shows }) => shows);
    return [{ ...common, shows: words?.shows ?? [], instead }, ...more];
  }
  const file = toPictureFile(name, drawn, description);
  const gallery: APIMediaGalleryComponent = {
    type: ComponentType.MediaGallery,
    items: [{ media: { url: linkTo(file) }, ...(description === "" ? {} : { description }) }],
  };
  return [{ ...common, shows: [gallery, ...(staysBelow ? (words?.shows ?? []) : [])], file }, ...more];
};

const inWords = (alt: string): readonly Piece[] => marked(alt, (part) => `*${escapeMarkdown(part)}*`);

const together = (pieces: readonly Piece[]): Piece => ({
  shows: pieces.flatMap(({ shows }) => shows),
  characters: pieces.reduce((sum, { characters }) => sum + characters, 0),
  components: pieces.reduce((sum, { components }) => sum + components, 0),
});

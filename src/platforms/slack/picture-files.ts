import type { types } from "@slack/bolt";
import { cut } from "../../base/cut.ts";
import type { PictureBlock, Reply } from "../../reply/reply.ts";
import { limits } from "./limits.ts";
import { escapeText } from "./text.ts";

/** Pictures of a reply and the ids of the files that Slack has of them. */
export type PictureFiles = ReadonlyMap<PictureBlock, string>;

export const noPictures: PictureFiles = new Map();

/** What is more than this in one reply stays words. */
export const mostPictures = 10;

export const picturesOf = ({ blocks }: Reply): readonly PictureBlock[] =>
  blocks.filter((block) => block.kind === "picture").slice(0, mostPictures);

/** A file of Slack's, shown in a message or on a home. */
export const imageBlock = ({ alt }: PictureBlock, id: string): types.ImageBlock => ({
  type: "image",
  slack_file: { id },
  alt_text: shortened(alt, limits.altText),
});

export const isPicture = ({ type }: { readonly type: string }): boolean => type === "image";

/** Pictures that come when their words have been said: a message of their own. */
export const picturesApart = (files: PictureFiles) => ({
  text: escapeText([...files.keys()].map(({ alt }) => shortened(alt, limits.altText)).join("\n\n")),
  blocks: [...files].map(([block, id]) => imageBlock(block, id)),
});

export const shortened = (text: string, limit: number): string =>
  text.length <= limit ? text : `${cut(text, limit - 1)}…`;

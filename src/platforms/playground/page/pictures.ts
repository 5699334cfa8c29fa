import { createHash } from "node:crypto";
import type { Picture, Theme } from "../../../reply/picture.ts";
import type { PictureBlock, Reply } from "../../../reply/reply.ts";

/** Pictures by their keys. */
export type Pictures = Readonly<Record<string, Picture>>;

/** Whether the page shows it as a picture. Working is typeset there already, and scales and wraps better so. */
export const isShown = ({ picture }: PictureBlock): boolean => picture.kind !== "formula";

/** The pictures of a reply that the page shows. */
export const picturesOf = ({ blocks }: Reply): Pictures =>
  Object.fromEntries(
    blocks
      .filter((block) => block.kind === "picture")
      .filter(isShown)
      .map(({ picture }) => [keyOf(picture), picture]),
  );

/** The same picture has the same key, so that a browser keeps it. */
const keyOf = (picture: Picture): string =>
  createHash("sha256").update(JSON.stringify(picture)).digest("base64url").slice(0, 32);

/** Where a browser finds a picture in the colours of a theme. */
export const addressOf = (picture: Picture, theme: Theme): string =>
  `/picture/${keyOf(picture)}?theme=${theme}`;

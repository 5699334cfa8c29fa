import { createHash } from "node:crypto";
import type { webApi } from "@slack/bolt";
import { LRUCache } from "lru-cache";
import type { Drawn } from "../../reply/picture.ts";
import type { PictureBlock } from "../../reply/reply.ts";
import { limits } from "./limits.ts";
import { type PictureFiles, shortened } from "./picture-files.ts";
import { suitedTheme } from "./suited-theme.ts";

/** What is known of the pictures that are in the workspace as files. */
export interface Uploads {
  /** The file of a picture, once Slack has shown it. */
  readonly find: (picture: PictureBlock) => string | undefined;
  /** The file of a drawing, which belongs to no conversation; a picture under way is not uploaded twice. */
  readonly upload: (picture: PictureBlock, drawn: Drawn) => Promise<string>;
  /** Slack showed these: they can go with the words from now on. */
  readonly keep: (files: PictureFiles) => void;
  /** Slack refused these: they are uploaded anew when they are needed. */
  readonly forget: (files: PictureFiles) => void;
}

interface Upload {
  readonly file: Promise<string>;
  id?: string;
  wasShown: boolean;
}

/** Of how many pictures it is remembered which file they are. */
const capacity = 2_000;

export const createUploads = (client: webApi.WebClient): Uploads => {
  const known = new LRUCache<string, Upload>({ max: capacity });
  const these = (files: PictureFiles): readonly (readonly [string, Upload])[] =>
    [...files].flatMap(([picture, id]) => {
      const upload = known.peek(digestOf(picture));
      return upload?.id === id ? [[digestOf(picture), upload] as const] : [];
    });

  return {
    find: (picture) => {
      const upload = known.get(digestOf(picture));
      return upload?.wasShown === true ? upload.id : undefined;
    },
    upload: async (picture, drawn) => {
      const digest = digestOf(picture);
      const underWay = known.get(digest);
      if (underWay !== undefined) return underWay.file;
      const upload: Upload = { file: uploaded(client, picture, drawn), wasShown: false };
      known.set(digest, upload);
      try {
        upload.id = await upload.file;
        return upload.id;
      } catch (error) {
        if (known.peek(digest) === upload) known.delete(digest);
        throw error;
      }
    },
    keep: (files) => {
      for (const [, upload] of these(files)) upload.wasShown = true;
    },
    forget: (files) => {
      for (const [digest] of these(files)) known.delete(digest);
    },
  };
};

/** The same figures in the same colours are the same picture. */
const digestOf = ({ picture, theme = suitedTheme }: PictureBlock): string =>
  createHash("sha256")
    .update(JSON.stringify([picture, theme]))
    .digest("base64url");

const uploaded = async (
  client: webApi.WebClient,
  { picture, alt }: PictureBlock,
  { png }: Drawn,
): Promise<string> => {
  const name = `${picture.kind}.png`;
  const { files } = (await client.filesUploadV2({
    file: Buffer.from(png),
    filename: name,
    title: name,
    alt_text: shortened(alt, limits.altTextOfFile),
    highlight_type: "png",
  })) as webApi.WebAPICallResult & { readonly files: readonly webApi.FilesCompleteUploadExternalResponse[] };
  const id = files[0]?.files?.[0]?.id;
  if (id === undefined) throw new Error("Slack named no file after an upload");
  return id;
};

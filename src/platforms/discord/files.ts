import type { Drawn } from "../../reply/picture.ts";
import type { FileBlock } from "../../reply/reply.ts";

/** A file that goes up with the message which shows it. */
export interface DiscordFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  /** What a picture shows, in words. */
  readonly description?: string;
}

const longestName = 100;

/** A file under a name that Discord keeps as it is: a message refers to its files by name. */
export const toFile = ({ name, type, text }: FileBlock): DiscordFile => ({
  name: plainName(name),
  type,
  bytes: Buffer.from(text, "utf8"),
});

/** A picture under a name of its own among those of the reply. */
export const toPictureFile = (name: string, { png }: Drawn, description: string): DiscordFile => ({
  name,
  type: "image/png",
  bytes: Buffer.from(png.buffer, png.byteOffset, png.byteLength),
  ...(description === "" ? {} : { description }),
});

/** Letters, digits, dots, hyphens and low lines; no path, no dot at the beginning. */
const plainName = (name: string): string => {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9._-]+/g, "_")
    .replace(/^[._]+/, "")
    .slice(-longestName);
  return plain === "" ? "file.txt" : plain;
};

/** How a component refers to a file of its message. */
export const linkTo = ({ name }: Pick<DiscordFile, "name">): string => `attachment://${name}`;

import type { Attached } from "./attached.ts";
import { flag, flattened, type Json } from "./check-message.ts";
import type { Posted } from "./posted.ts";

/** What a learner sees of a message. */
export interface Seen {
  /** The characters that are shown, without the marks of markdown. */
  readonly text: string;
  /** The markdown as it was sent. */
  readonly markdown: string;
  /** The labels of buttons and of menus' entries. */
  readonly buttons: readonly string[];
  readonly ephemeral: boolean;
  readonly files: readonly Attached[];
  /** The pictures that are shown in the message, in their order. */
  readonly pictures: readonly SeenPicture[];
  readonly message: Posted;
}

export interface SeenPicture {
  /** What is read aloud. */
  readonly alt: string | undefined;
  readonly file: Attached;
}

/** The pictures in the galleries of a message. */
const picturesIn = (message: Posted): readonly SeenPicture[] =>
  message.components
    .flatMap(flattened)
    .filter(({ type }) => type === 12)
    .flatMap(({ items }) => items as { media: { url: string }; description?: string }[])
    .flatMap(({ media, description }) =>
      message.files
        .filter(({ name }) => media.url === `attachment://${name}`)
        .map((file) => ({ alt: description, file })),
    );

/** What Discord's markdown shows, as far as our messages use it. */
const shown = (markdown: string): string =>
  markdown
    .split(/(```[\s\S]*?```|`[^`\n]+`)/)
    .map((part, i) =>
      i % 2 === 1
        ? part.replace(/^```\n?|\n?```$|^`|`$/g, "")
        : part
            .replace(/^(#{1,3}|-#) /gm, "")
            .replace(/(?<!\\)\*/g, "")
            .replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\(<([^>]*)>\)/g, "$1")
            .replace(/\\([^\p{L}\p{N}\s])/gu, "$1"),
    )
    .join("");

export interface Pressable {
  readonly label: string;
  readonly code: string;
  /** The menu that the entry stands in. */
  readonly menu?: string;
}

/** What can be pressed on a message. */
export const pressables = (message: Posted): readonly Pressable[] =>
  message.components.flatMap(flattened).flatMap(({ type, label, custom_id, options }: Json) => {
    if (type === 2) return [{ label: String(label), code: String(custom_id) }];
    if (type !== 3) return [];
    return (options as { label: string; value: string }[]).map((option) => ({
      label: option.label,
      code: option.value,
      menu: String(custom_id),
    }));
  });

export const see = (message: Posted): Seen => {
  const markdown = [
    message.content,
    ...message.components
      .flatMap(flattened)
      .filter(({ type }) => type === 10)
      .map(({ content }) => String(content)),
  ]
    .filter((text) => text !== "")
    .join("\n");
  return {
    text: shown(markdown),
    markdown,
    buttons: pressables(message).map(({ label }) => label),
    ephemeral: message.onlyFor !== undefined && (message.flags & flag.ephemeral) !== 0,
    files: message.files,
    pictures: picturesIn(message),
    message,
  };
};

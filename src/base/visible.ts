/** What breaks a line or moves a cursor, and what looks like a space and is none. */
const breaking = /[\p{Cc}\p{Zl}\p{Zp}\u2800]+/gu;

/**
 * Signs that are not seen, or that turn, hide or mark what stands beside them: of no width, of direction, tags, fillers.
 * Within an emoji that is made of several, those that join it stay.
 */
const unseen =
  /(?!(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)(?:\ufe0f|\u200d(?=\p{Extended_Pictographic})))[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\ufffe\uffff]/gu;

/** Towers of accents reach into the lines above and below; and one with nothing to stand on stands on what is before it. */
const towers = /(\p{M}{2})\p{M}+/gu;

const seen = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A text that others gave, as it may stand beside ours: on one line, with nothing in it but what is seen. */
export const visible = (text: string): string => {
  if (/^[\x21-\x7e]*$/.test(text)) return text;
  const shown = text
    .toWellFormed()
    .replace(breaking, " ")
    .replace(unseen, "")
    .replace(towers, "$1")
    .replace(/\s+/gu, " ")
    .replace(/^\s*\p{M}+/u, "")
    .trim();
  return seen.test(shown) ? shown : "";
};

/** The longest name, in signs. */
const longest = 40;

/** The first name that shows anything, at most 40 characters long; undefined where none does. */
export const visibleName = (...names: readonly (string | null | undefined)[]): string | undefined =>
  names.map((name) => shortened(visible(name ?? ""))).find((name) => name !== "");

const shortened = (name: string): string => {
  const characters = [...name];
  return characters.length <= longest
    ? name
    : `${characters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
};

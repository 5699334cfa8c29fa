const longest = 40;

/** Controls, line breaks, and signs that turn the direction of what follows them. */
const unseen = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** The first name that shows anything, on one line and at most 40 characters long. */
export const nameOf = (...names: readonly (string | null | undefined)[]): string | undefined =>
  names.map((name) => shown(name ?? "")).find((name) => name !== "");

const shown = (name: string): string => {
  const characters = [...name.replace(unseen, " ").replace(/\s+/g, " ").trim()];
  return characters.length <= longest
    ? characters.join("")
    : `${characters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
};

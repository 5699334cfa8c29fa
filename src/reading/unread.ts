import { visible } from "../base/visible.ts";
import type { Unread } from "./reading.ts";
import type { Fault, State } from "./state.ts";
import type { Span } from "./tree.ts";

/** What was typed for the vectors that were read, the first of them. */
export const understood = (s: State): readonly string[] => {
  const vectors: string[] = [];
  for (let i = 0; i < s.end && vectors.length < 3; i += 1) {
    const partner = s.taken[i] === 1 && s.pieces[i]!.kind === "open" ? s.partners.get(i) : undefined;
    if (partner === undefined || partner < i || s.taken[partner] !== 1) continue;
    vectors.push(shortened(s.text.slice(s.pieces[i]!.start, s.pieces[partner]!.end)));
    i = partner;
  }
  return vectors;
};

const longestFound = 60;

const shortened = (text: string): string => {
  const plain = visible(text.slice(0, 4 * longestFound));
  return plain.length > longestFound ? `${plain.slice(0, longestFound - 1)}…` : plain;
};

/** What cannot be seen is named by its code: U+200B. */
const foundAt = (text: string, { start, end }: Span): string => {
  const found = text.slice(start, end);
  const shown = shortened(found);
  if (found === "" || (shown !== "" && found.isWellFormed())) return shown;
  return `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
};

export const unread = (
  text: string,
  { doubts: _, ...fault }: Fault,
  vectors: readonly string[] = [],
): Unread => ({
  ...fault,
  found: foundAt(text, fault.span),
  understood: vectors,
  choices: [],
});

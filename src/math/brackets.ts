const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "<": ">" };
const closers = new Set(Object.values(closing));

/** Brackets within brackets deeper than this are not read. */
export const deepestNesting = 20;

/** A part of a text: what stands in a pair of brackets, or what stands outside of all. */
export type Part =
  | {
      readonly kind: "group";
      readonly open: string;
      readonly inner: string;
      /** The word that stands before it, with the gap between. */
      readonly before: string;
    }
  | { readonly kind: "outside"; readonly text: string };

export type BracketFault = "unbalanced-bracket" | "nested-too-deeply";

/** Cuts a text at its outermost brackets; tells how many groups came before a bracket that has no partner. */
export const partsOf = (
  text: string,
): { readonly parts: readonly Part[]; readonly fault?: BracketFault; readonly rest?: string } => {
  const parts: Part[] = [];
  const open: string[] = [];
  let start = 0;
  const outside = (end: number) => {
    if (end > start) parts.push({ kind: "outside", text: text.slice(start, end) });
  };
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i]!;
    if (sign in closing) {
      if (open.length === 0) {
        outside(i);
        start = i;
      }
      open.push(sign);
      if (open.length > deepestNesting) return { parts, fault: "nested-too-deeply", rest: text.slice(start) };
    } else if (closers.has(sign)) {
      const opened = open.pop();
      if (opened === undefined || closing[opened] !== sign)
        return { parts, fault: "unbalanced-bracket", rest: text.slice(start, i + 1) };
      if (open.length === 0) {
        const before = /[\p{L}√]+\s*$/u.exec(text.slice(Math.max(0, start - 8), start))?.[0] ?? "";
        parts.push({ kind: "group", open: opened, inner: text.slice(start + 1, i), before });
        start = i + 1;
      }
    }
  }
  if (open.length > 0) return { parts, fault: "unbalanced-bracket", rest: text.slice(start) };
  outside(text.length);
  return { parts };
};

/** Cuts a text at the separators that stand outside of all brackets. `at` tells how many signs there separate. */
export const splitOutside = (
  text: string,
  at: (text: string, index: number) => number,
): readonly string[] => {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; ) {
    const sign = text[i]!;
    if (isPlain(sign)) {
      i += 1;
      continue;
    }
    if (sign in closing) depth += 1;
    else if (closers.has(sign)) depth = Math.max(0, depth - 1);
    const width = depth === 0 ? at(text, i) : 0;
    if (width > 0) {
      pieces.push(text.slice(start, i));
      i += width;
      start = i;
    } else i += 1;
  }
  return [...pieces, text.slice(start)];
};

/** Letters, digits and what stands in numbers: most of a text, and neither bracket nor separator. */
const isPlain = (sign: string): boolean =>
  (sign >= "0" && sign <= "9") ||
  (sign >= "a" && sign <= "z") ||
  sign > "\u007f" ||
  sign === "." ||
  sign === "-";

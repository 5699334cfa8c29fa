import { splitOutside } from "./brackets.ts";

const separatorAt =
  (...signs: readonly string[]) =>
  (text: string, index: number): number =>
    signs.includes(text[index]!) ? 1 : 0;

/** Whether a separator of components stands outside of all brackets. */
export const hasOutside = (text: string, ...signs: readonly string[]): boolean =>
  splitOutside(text, separatorAt(...signs)).length > 1;

/** Text in plain signs has no other spaces. */
const isGap = (sign: string): boolean => sign === " " || sign === "\n";

const operator = /[+*/^(-]/;

/** A gap separates, unless an operator stands on one side of it: 1 + 2 is one number, 1 -2 are two. */
export const gapAt = (text: string, index: number): number => {
  if (!isGap(text[index]!) || index === 0 || isGap(text[index - 1]!)) return 0;
  let end = index;
  while (end < text.length && isGap(text[end]!)) end += 1;
  const [before, after, further] = [text[index - 1]!, text[end], text[end + 1]];
  if (after === undefined || /[,;|]/.test(after) || /[,;|]/.test(before)) return 0;
  if (operator.test(before) || /[*/^)]/.test(after)) return 0;
  if (/[+-]/.test(after) && (further === undefined || isGap(further))) return 0;
  return end - index;
};

/**
 * The components of one vector. Semicolons or bars separate where there are any, and commas are then decimal; else
 * commas; else gaps. A separator at the end is passed over.
 */
export const splitComponents = (text: string): readonly string[] => {
  const isLined = hasOutside(text, ";", "|");
  const parts = isLined
    ? splitOutside(text, separatorAt(";", "|"))
    : hasOutside(text, ",")
      ? splitOutside(text, separatorAt(","))
      : splitOutside(text.trim(), gapAt);
  const components = parts.map((part) =>
    isLined ? part.trim().replace(/^([+-]?\d+),(\d+)$/, "$1.$2") : part.trim(),
  );
  return components.length > 1 && components.at(-1) === "" ? components.slice(0, -1) : components;
};

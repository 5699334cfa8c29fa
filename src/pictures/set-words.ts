import { Resvg } from "@resvg/resvg-js";
import { fontFamily } from "./colours.ts";
import { font } from "./rasterise.ts";

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Any words as they stand in a drawing: nothing in them is markup, and what XML cannot carry is left out. */
export const escapeXml = (words: string): string =>
  words
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (sign) => entities[sign]!);

/** How wide words are at that size of type, in the same unit. */
export const widthOf = (words: string, size: number): number => {
  const text = `<text font-family="${fontFamily}" font-size="${size}" y="${size}">${escapeXml(words)}</text>`;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">${text}</svg>`;
  return new Resvg(drawing, { font }).getBBox()?.width ?? 0;
};

/** Words in lines none of which is wider than that, but where a single word is. */
export const inLines = (words: string, size: number, most: number): readonly string[] => {
  const lines: string[] = [];
  for (const word of words.split(/\s+/).filter((word) => word !== "")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer, size) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
};

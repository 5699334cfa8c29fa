import type { Svg } from "./svg.ts";

/** Something that stands on a line, in pixels. */
export interface Row {
  /** The space between it and the row above. */
  readonly above: number;
  /** Above the line that it stands on, and below. */
  readonly height: number;
  readonly depth: number;
  /** What is drawn, where the line begins at (0, 0). */
  readonly markup: string;
}

/** A picture that is taller could be read nowhere. */
const tallest = 2_000;

/** Rows one below the other as a drawing. Throws a RangeError where it would be taller than 2,000 pixels. */
export const stack = (rows: readonly Row[], width: number, padding: number, background: string): Svg => {
  let y = padding - (rows[0]?.above ?? 0);
  const placed = rows.map(({ above, height, depth, markup }) => {
    const line = y + above + height;
    y = line + depth;
    return `<g transform="translate(${padding},${line})">${markup}</g>`;
  });
  const size = { width: Math.ceil(width + 2 * padding), height: Math.ceil(y + padding) };
  if (!(size.height <= tallest)) throw new RangeError(`The picture would be ${size.height} pixels tall`);
  const box = `width="${size.width}" height="${size.height}"`;
  return {
    ...size,
    markup: `<svg xmlns="http://www.w3.org/2000/svg" ${box} viewBox="0 0 ${size.width} ${size.height}"><rect ${box} fill="${background}"/>${placed.join("")}</svg>`,
  };
};

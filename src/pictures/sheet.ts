import { type Colours, fontFamily } from "./colours.ts";
import { type Lettering, wrap } from "./lettering.ts";
import { type Attributes, type Shape, shape, type XY } from "./shape.ts";
import type { Svg } from "./svg.ts";

/** How wide pictures are, in pixels as a page counts them: what a telephone shows without making it smaller. */
export const sheetWidth = 440;

/** What stays free at each edge. */
export const margin = 20;

/** How wide what stands between the margins can be. */
export const innerWidth = sheetWidth - 2 * margin;

/** The letterings of all pictures: titles, labels and figures, and what is said on the side. */
export const titles: Lettering = { size: 16, bold: true };
export const labels: Lettering = { size: 13 };
export const strong: Lettering = { size: 13, bold: true };
export const asides: Lettering = { size: 12 };

/** A text at a point, which is the middle of its height. */
export const text = (words: string, { x, y }: XY, lettering: Lettering, attributes: Attributes = {}): Shape =>
  shape(
    "text",
    {
      x,
      y: y + 0.36 * lettering.size,
      "font-size": lettering.size,
      "font-weight": lettering.bold ? "bold" : undefined,
      ...attributes,
    },
    words,
  );

/** Keeps a text readable across the lines behind it. */
export const halo = ({ background }: Colours): Attributes => ({
  stroke: background,
  "stroke-width": 4,
  "stroke-linejoin": "round",
  "paint-order": "stroke",
});

/** A piece of a picture, as wide as the whole sheet; its shapes count from its own top. */
export interface Part {
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export const gap = (height: number): Part => ({ height, shapes: [] });

const lines = (words: string, lettering: Lettering, fill: string): Part => {
  const leading = Math.round(lettering.size * 1.4);
  const wrapped = wrap(words, innerWidth, lettering);
  return {
    height: wrapped.length * leading,
    shapes: wrapped.map((each, n) => text(each, { x: margin, y: (n + 0.5) * leading }, lettering, { fill })),
  };
};

/** What the picture is about, on top. */
export const title = (words: string, { ink }: Colours): Part => lines(words, titles, ink);

/** A sentence in full weight. */
export const sentence = (words: string, { ink }: Colours): Part => lines(words, labels, ink);

/** What is good to know, below. */
export const caption = (words: string, { faint }: Colours): Part => lines(words, asides, faint);

export interface Sheet {
  readonly colours: Colours;
  /** From top to bottom. */
  readonly parts: readonly Part[];
  /** Patterns and the like that the parts refer to. */
  readonly definitions?: readonly Shape[];
  /** Where the parts need more than the width of other pictures. */
  readonly width?: number;
}

/** A whole picture, on the background of the theme. */
export const toSheet = ({ colours, parts, definitions = [], width = sheetWidth }: Sheet): Svg => {
  let y = margin;
  const groups = parts.map(({ height, shapes }) => {
    const group = shape("g", { transform: `translate(0,${y})` }, ...shapes);
    y += height;
    return group;
  });
  const height = Math.ceil(y + margin);
  const sheet = shape(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      "font-family": fontFamily,
      "font-size": labels.size,
      fill: colours.ink,
    },
    shape("defs", {}, ...definitions),
    shape("rect", { width, height, fill: colours.background }),
    ...groups,
  );
  return { markup: sheet.markup, width, height };
};

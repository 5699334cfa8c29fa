import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import type { Drawn } from "../reply/picture.ts";
import { fontFamily } from "./colours.ts";
import type { Svg } from "./svg.ts";

/** Telephones show two or more pixels for one. */
const density = 2;

/** The most pixels on a side, and the most bytes of a file. */
const [mostPixels, mostBytes] = [2_000, 1_000_000];

const fontFile = (name: string): string =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

/** Its files are read for each drawing, and none of the system’s: a picture looks the same on every machine. */
const font = {
  loadSystemFonts: false,
  fontFiles: [fontFile("DejaVuSans"), fontFile("DejaVuSans-Bold"), fontFile("DejaVuSans-Oblique")],
  defaultFontFamily: fontFamily,
};

/**
 * A drawing as PNG, at twice the density of its size; at less where it would be larger than 2,000 pixels on a side.
 * Throws a RangeError where it would be larger than 1 MB all the same.
 */
export const rasterise = ({ markup, width, height }: Svg): Drawn => {
  const zoom = Math.min(density, mostPixels / Math.max(width, height));
  const png = new Resvg(markup, { fitTo: { mode: "zoom", value: zoom }, font }).render().asPng();
  if (png.length > mostBytes) throw new RangeError(`The picture would take ${png.length} bytes`);
  return { png, width, height };
};

import { type PlotOptions, plot } from "@observablehq/plot";
import { document, type Shape, shape, type XY } from "./shape.ts";

/**
 * A chart by Observable Plot as a piece of a picture, its top left corner at a point. Plot writes a style sheet for
 * pages into its drawings, which has no place in a picture.
 */
export const chart = (options: PlotOptions, { x, y }: XY): Shape => {
  const drawing = plot({ ...options, document });
  drawing.querySelector("style")?.remove();
  return shape("g", { transform: `translate(${x},${y})`, "text-anchor": "middle" }, ...drawing.childNodes);
};

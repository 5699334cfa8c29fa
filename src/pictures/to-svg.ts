import type { Picture, Theme } from "../reply/picture.ts";
import type { Svg } from "./svg.ts";

/** A picture as a drawing. What draws a kind is read when the first of that kind is asked for. */
export const toSvg = async (picture: Picture, theme: Theme): Promise<Svg> => {
  if (picture.kind !== "formula") throw new RangeError(`Nothing draws the kind ${picture.kind}`);
  const { formula } = await import("./formula.ts");
  return formula(picture, theme);
};

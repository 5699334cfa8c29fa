import type { PlotPicture, Theme } from "../reply/picture.ts";
import { arrows } from "./arrows.ts";
import { coloursOf } from "./colours.ts";
import { plane } from "./plane.ts";
import { caption, gap, toSheet } from "./sheet.ts";
import { space } from "./space.ts";
import { toV, type V } from "./space-vector.ts";
import type { Svg } from "./svg.ts";

/** Below it, nothing is told apart from zero; numbers as small have too few digits for a division. */
const tiny = 1e-300;

const superscript = (exponent: number): string =>
  [...String(exponent)].map((sign) => (sign === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)])).join("");

/** The exponent of the power of ten that the figures at the axes count; 0 where they are short enough as they are. */
const exponentOf = (largest: number): number => {
  const exponent = Math.floor(Math.log10(largest));
  return exponent < -2 || exponent > 3 ? exponent : 0;
};

/** Circles are too many points to add to what is shown one by one. */
const circleCorners: readonly V[] = [
  [1, 1, 0],
  [-1, -1, 0],
];

/** Arrows from the origin in the plane or in space, with the angle between the first two, a projection, a unit circle. */
export const plot = (picture: PlotPicture, theme: Theme): Svg => {
  const colours = coloursOf[theme];
  const points = [
    ...picture.arrows.map(({ to }) => to),
    ...(picture.projection ? [picture.projection.foot] : []),
  ];
  const inSpace = points.some((point) => point.length === 3);
  const circle = picture.unitCircle && !inSpace;
  const largest = points.flat().reduce((most, each) => Math.max(most, Math.abs(each)), circle ? 1 : 0);
  const exponent = largest < tiny ? 0 : exponentOf(largest);
  const unit = largest < tiny ? Number.POSITIVE_INFINITY : 10 ** exponent;
  const places = points.map((point) => toV(point, unit));
  const stage = (inSpace ? space : plane)(
    [...places, ...(circle ? circleCorners.map((corner) => toV(corner, unit)) : [])],
    colours,
  );
  const scene = {
    arrows: picture.arrows.map(({ label }, n) => ({ label, to: places[n]! })),
    angle: picture.angle,
    projection: picture.projection && { ...picture.projection, foot: places.at(-1)! },
    circle: circle ? 1 / unit : undefined,
  };
  return toSheet({
    colours,
    parts: [
      { height: stage.height, shapes: [...stage.shapes, ...arrows(scene, stage, colours)] },
      ...(exponent === 0
        ? []
        : [gap(6), caption(`The figures at the axes are times 10${superscript(exponent)}.`, colours)]),
      ...(picture.note === undefined ? [] : [gap(8), caption(picture.note, colours)]),
    ],
  });
};

import type { Colours } from "./colours.ts";
import { type Drawing, dashed, nothing, type Scene, screenAngle, write } from "./scene.ts";
import { path, shape, type XY } from "./shape.ts";
import { along, corner, direction, minus, norm, origin } from "./space-vector.ts";
import { dotsAlong, type Stage } from "./stage.ts";

const middleOf = (a: XY, b: XY): XY => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

const shadowWidth = 9;

/** Points along both edges of a wide line. */
const beside = (from: XY, to: XY, by: number): readonly XY[] => {
  const towards = screenAngle(from, to);
  const [x, y] = [-Math.sin(towards) * by, Math.cos(towards) * by];
  return [1, -1].flatMap((side) =>
    dotsAlong({ x: from.x + side * x, y: from.y + side * y }, { x: to.x + side * x, y: to.y + side * y }),
  );
};

/** The first arrow's shadow on the line of the second, and what is left from there to the first. */
export const drawProjection = (
  { arrows: [a, b], projection }: Scene,
  stage: Stage,
  colours: Colours,
): Drawing => {
  if (projection === undefined || a === undefined) return nothing;
  const [, , shadow, remainder] = colours.series;
  const [start, foot, tip] = [origin, projection.foot, a.to].map(stage.project) as [XY, XY, XY];
  const [back, up] = [direction(along(projection.foot, -1)), direction(minus(a.to, projection.foot))];
  const beyond = b !== undefined && norm(b.to) < norm(projection.foot);
  const side = 9 / stage.scale;
  const longEnough = norm(minus(a.to, projection.foot)) > 2 * side && norm(projection.foot) > 2 * side;
  const away = screenAngle(tip, foot);
  const [half, rest] = [middleOf(start, foot), middleOf(foot, tip)];
  const outward = screenAngle(start, rest);
  return {
    shapes: [
      path([start, foot], {
        stroke: shadow,
        "stroke-width": shadowWidth,
        "stroke-opacity": 0.45,
        "stroke-linecap": "round",
      }),
      ...(beyond ? [path([start, foot], { stroke: colours.line, ...dashed, "stroke-width": 1 })] : []),
      path([foot, tip], { stroke: remainder, ...dashed }),
      ...(back && up && longEnough
        ? [path(corner(projection.foot, back, up, side).map(stage.project), { stroke: colours.ink })]
        : []),
      shape("circle", { cx: foot.x, cy: foot.y, r: 4.5, fill: shadow }),
    ],
    written: [
      write(projection.label, half, away, shadow, 10),
      write(projection.remainder, rest, outward, remainder, 7),
    ],
    busy: [...beside(start, foot, shadowWidth / 2), ...dotsAlong(foot, tip)],
  };
};

import { scaleLinear } from "d3-scale";
import { arrow } from "./arrow.ts";
import type { Colours } from "./colours.ts";
import { rangeOf } from "./plane.ts";
import { line, path, type Shape, shape, type XY } from "./shape.ts";
import { asides, innerWidth, margin, sheetWidth, strong, text } from "./sheet.ts";
import { direction, dot, origin, type V } from "./space-vector.ts";
import { dotsAlong, figure, type Stage } from "./stage.ts";

const [mostHeight, edge] = [360, 30];

/** How far above the floor the eye is, in radians. */
const elevation = 0.42;

/** From which sides the scene may be seen, as angles round the upright axis; the x axis always comes towards the eye. */
const azimuths = [0.55, 0.7, 0.4, 0.85, 0.3, 1, 1.15];

/** Sight along one direction, before it is moved and made larger: x to the right, y down. */
const seenFrom = (azimuth: number) => {
  const [cos, sin, tilt, fall] = [
    Math.cos(azimuth),
    Math.sin(azimuth),
    Math.sin(elevation),
    Math.cos(elevation),
  ];
  return ([x, y, z]: V): XY => ({
    x: -sin * x + cos * y,
    y: tilt * (cos * x + sin * y) - fall * z,
  });
};

/** How well arrows and axes are told apart: the least angle between any two that are not parallel in truth. */
const clarity = (places: readonly V[], see: (place: V) => XY): number => {
  const axes: readonly V[] = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const directions = places.map(direction).filter((each) => each !== undefined);
  const angle = (a: V, b: V): number => {
    const [p, q] = [see(a), see(b)];
    const between = Math.abs(Math.atan2(p.x * q.y - p.y * q.x, p.x * q.x + p.y * q.y));
    return Math.abs(dot(a, b)) > 0.999
      ? Math.PI
      : Math.min(Math.hypot(p.x, p.y), Math.hypot(q.x, q.y)) * between;
  };
  return Math.min(
    Math.PI,
    ...directions.flatMap((a, n) => [
      ...directions.slice(n + 1).map((b) => angle(a, b)),
      ...axes.map((axis) => angle(a, axis) * 2),
    ]),
  );
};

/** Space seen from above and aside without perspective: a floor with a grid, three axes, and a drop line from each place. */
export const space = (places: readonly V[], colours: Colours): Stage => {
  const best = azimuths.map((azimuth) => ({
    azimuth,
    clear: Math.min(0.5, clarity(places, seenFrom(azimuth))),
  }));
  const { azimuth } = best.reduce((a, b) => (b.clear > a.clear + 0.05 ? b : a));
  const see = seenFrom(azimuth);
  const ranges = ([0, 1, 2] as const).map((axis) => rangeOf(places, axis));
  const longest = Math.max(...ranges.map(({ from, to }) => to - from)) || 1;
  const [first = 0, second = 1] = scaleLinear([0, longest], [0, 1]).ticks(4);
  const step = second - first;
  /** Each axis goes a little beyond what is shown, and in whole steps, so that the floor has whole squares. */
  const [xs, ys, zs] = ranges.map(({ from, to }) => ({
    from: Math.floor(from / step + 1e-9) * step,
    to: Math.max(step, Math.ceil(to / step - 1e-9) * step),
  })) as [{ from: number; to: number }, { from: number; to: number }, { from: number; to: number }];
  const ends: readonly V[] = [xs, ys, zs].flatMap(({ from, to }, axis) =>
    [from, to + step * 0.45].map((end) => [0, 1, 2].map((each) => (each === axis ? end : 0)) as unknown as V),
  );
  const floor: readonly V[] = [
    [xs.from, ys.from, 0],
    [xs.to, ys.from, 0],
    [xs.to, ys.to, 0],
    [xs.from, ys.to, 0],
  ];
  const seen = [...ends, ...floor, ...places].map(see);
  const [left, right] = [Math.min(...seen.map(({ x }) => x)), Math.max(...seen.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...seen.map(({ y }) => y)), Math.max(...seen.map(({ y }) => y))];
  const scale = Math.min((innerWidth - 2 * edge) / (right - left), (mostHeight - 2 * edge) / (bottom - top));
  const height = Math.ceil((bottom - top) * scale + 2 * edge);
  const project = (place: V): XY => {
    const { x, y } = see(place);
    return { x: sheetWidth / 2 + (x - (left + right) / 2) * scale, y: edge + (y - top) * scale };
  };
  const along = (from: number, to: number): readonly number[] =>
    Array.from({ length: Math.round((to - from) / step) + 1 }, (_, n) => from + n * step);
  const grid = [
    ...along(xs.from, xs.to).map(
      (x) =>
        [
          [x, ys.from, 0],
          [x, ys.to, 0],
        ] as const,
    ),
    ...along(ys.from, ys.to).map(
      (y) =>
        [
          [xs.from, y, 0],
          [xs.to, y, 0],
        ] as const,
    ),
  ].map(([a, b]) => line(project(a), project(b), { stroke: colours.grid }));
  const axes = ([xs, ys, zs] as const).flatMap(({ from, to }, axis): readonly Shape[] => {
    const at = (value: number): V => [0, 1, 2].map((each) => (each === axis ? value : 0)) as unknown as V;
    const [start, tip] = [project(at(from)), project(at(to + step * 0.45))];
    const length = Math.hypot(tip.x - start.x, tip.y - start.y);
    const beyond = {
      x: tip.x + ((tip.x - start.x) / length) * 11,
      y: tip.y + ((tip.y - start.y) / length) * 11,
    };
    const aside = axis === 2 ? { x: -12, y: 0 } : { x: axis === 0 ? -9 : 4, y: 13 };
    return [
      ...arrow(start, tip, colours.line, 1.5),
      text(["x", "y", "z"][axis]!, beyond, strong, { fill: colours.faint, "text-anchor": "middle" }),
      ...along(from, to)
        .filter((tick) => Math.abs(tick) > step / 2)
        .map((tick) => {
          const { x, y } = project(at(tick));
          return text(figure(tick), { x: x + aside.x, y: y + aside.y }, asides, {
            fill: colours.faint,
            "text-anchor": axis === 2 ? "end" : "middle",
          });
        }),
    ];
  });
  const drops = places
    .filter(([x, y, z]) => x !== 0 || y !== 0 || z !== 0)
    .map(([x, y, z]) => [project([x, y, z]), project([x, y, 0])] as const);
  return {
    height,
    scale,
    project,
    bounds: { left: margin, right: sheetWidth - margin, top: 2, bottom: height - 2 },
    busy: [
      ...ends.flatMap((end) => dotsAlong(project(origin), project(end))),
      ...drops.flatMap(([a, b]) => dotsAlong(a, b)),
    ],
    shapes: [
      path([...floor, floor[0]!].map(project), { fill: colours.panel, stroke: colours.grid }),
      ...grid,
      ...axes,
      ...drops.flatMap(([place, foot]) => [
        line(project(origin), foot, { stroke: colours.line, "stroke-dasharray": "2 3" }),
        line(place, foot, { stroke: colours.line, "stroke-width": 1.5, "stroke-dasharray": "2 3" }),
        shape("circle", { cx: foot.x, cy: foot.y, r: 2.5, fill: colours.line }),
      ]),
    ],
  };
};

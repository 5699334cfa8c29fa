import { scaleLinear } from "d3-scale";
import { arrow } from "./arrow.ts";
import type { Colours } from "./colours.ts";
import { type Range, rangeOf } from "./plane.ts";
import { line, path, type Shape, shape, type XY } from "./shape.ts";
import { asides, halo, innerWidth, margin, sheetWidth, strong, text } from "./sheet.ts";
import { sightOf } from "./sight.ts";
import { origin, type V } from "./space-vector.ts";
import { dotsAlong, figure, type Stage } from "./stage.ts";

const [mostHeight, edge] = [350, 26];

type Axis = 0 | 1 | 2;

const on = (axis: Axis, value: number): V => [
  axis === 0 ? value : 0,
  axis === 1 ? value : 0,
  axis === 2 ? value : 0,
];

const along = ({ from, to }: Range, step: number): readonly number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, n) => from + n * step);

/** In whole steps, so that the floor has whole squares; one at least on each axis, so that space can be seen. */
const toSteps = ({ from, to }: Range, step: number): Range => ({
  from: Math.floor(from / step + 1e-9) * step,
  to: Math.max(step, Math.ceil(to / step - 1e-9) * step),
});

/** From what is seen to pixels: as large as there is room for, and in the middle. */
const fitted = (places: readonly V[], see: (place: V) => XY) => {
  const [xs, ys] = [places.map((place) => see(place).x), places.map((place) => see(place).y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((innerWidth - 2 * edge) / (right - left), (mostHeight - 2 * edge) / (bottom - top));
  return {
    scale,
    height: Math.ceil((bottom - top) * scale + 2 * edge),
    project: (place: V): XY => {
      const { x, y } = see(place);
      return { x: sheetWidth / 2 + (x - (left + right) / 2) * scale, y: edge + (y - top) * scale };
    },
  };
};

/** Space seen from above and aside: a floor with a grid, three axes, and a drop line from each place to the floor. */
export const space = (places: readonly V[], colours: Colours): Stage => {
  const extents = ([0, 1, 2] as const).map((axis) => rangeOf(places, axis));
  const longest = Math.max(...extents.map(({ from, to }) => to - from)) || 1;
  const [first = 0, second = 1] = scaleLinear([0, longest], [0, 1]).ticks(3);
  const step = second - first;
  const ranges = extents.map((extent) => toSteps(extent, step)) as [Range, Range, Range];
  const [xs, ys] = ranges;
  const tips = ranges.map(({ to }, axis) => on(axis as Axis, to + step * 0.4));
  const floor: readonly V[] = [
    [xs.from, ys.from, 0],
    [xs.to, ys.from, 0],
    [xs.to, ys.to, 0],
    [xs.from, ys.to, 0],
  ];
  const starts = ranges.map(({ from }, axis) => on(axis as Axis, from));
  const { project, scale, height } = fitted([...starts, ...tips, ...floor, ...places], sightOf(places));
  const middle = project([(xs.from + xs.to) / 2, (ys.from + ys.to) / 2, 0]);
  const grid = [
    ...along(xs, step).map(
      (x) =>
        [
          [x, ys.from, 0],
          [x, ys.to, 0],
        ] as const,
    ),
    ...along(ys, step).map(
      (y) =>
        [
          [xs.from, y, 0],
          [xs.to, y, 0],
        ] as const,
    ),
  ].map(([a, b]) => line(project(a), project(b), { stroke: colours.grid }));
  const lines = places.flatMap((place) => dotsAlong(project(origin), project(place)));
  // Figures stand beside their axis, on the side where the floor is not; those that an arrow would cross are left out.
  const axes = ranges.map((range, axis) => {
    const [start, tip] = [project(starts[axis]!), project(tips[axis]!)];
    const length = Math.hypot(tip.x - start.x, tip.y - start.y);
    const [x, y] = [(tip.x - start.x) / length, (tip.y - start.y) / length];
    const side = axis === 2 || (middle.x - start.x) * y < (middle.y - start.y) * x ? 1 : -1;
    const figures = along(range, step)
      .filter((tick) => Math.abs(tick) > step / 2)
      .map((tick) => ({ tick, at: project(on(axis as Axis, tick)) }))
      .map(({ tick, at }) => ({ tick, at: { x: at.x + side * y * 14, y: at.y - side * x * 12 } }))
      .filter(({ at }) => lines.every((point) => Math.hypot(point.x - at.x, point.y - at.y) > 10));
    return { start, tip, figures, name: { x: tip.x + x * 11, y: tip.y + y * 11 } };
  });
  const faint = { fill: colours.faint, "text-anchor": "middle" } as const;
  const drops = places
    .filter((place) => place.some((component) => component !== 0))
    .map(([x, y, z]) => [project([x, y, z]), project([x, y, 0])] as const);
  return {
    height,
    scale,
    project,
    bounds: { left: margin, right: sheetWidth - margin, top: 2, bottom: height - 2 },
    background: colours.background,
    busy: axes
      .flatMap(({ figures, name }) => [...figures.map(({ at }) => at), name])
      .flatMap(({ x, y }) => dotsAlong({ x: x - 11, y }, { x: x + 9, y })),
    quiet: [
      ...axes.flatMap(({ start, tip }) => dotsAlong(start, tip)),
      ...drops.flatMap(([place, foot]) => dotsAlong(place, foot)),
    ],
    shapes: [
      path([...floor, floor[0]!].map(project), { fill: colours.panel, stroke: colours.grid }),
      ...grid,
      ...axes.flatMap(({ start, tip }): readonly Shape[] => arrow(start, tip, colours.line, 1.5)),
      ...drops.flatMap(([place, foot]) => [
        line(project(origin), foot, { stroke: colours.line, "stroke-dasharray": "2 3" }),
        line(place, foot, { stroke: colours.line, "stroke-width": 1.5, "stroke-dasharray": "2 3" }),
        shape("circle", { cx: foot.x, cy: foot.y, r: 2.5, fill: colours.line }),
      ]),
      ...axes.flatMap(({ figures, name }, axis) => [
        text("xyz"[axis]!, name, strong, faint),
        ...figures.map(({ tick, at }) => text(figure(tick), at, asides, { ...halo(colours), ...faint })),
      ]),
    ],
  };
};

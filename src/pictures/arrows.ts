import { arrow } from "./arrow.ts";
import type { Colours } from "./colours.ts";
import { cut, type Lettering, widthOf } from "./lettering.ts";
import { centreOf, type Label, placeLabels } from "./place-labels.ts";
import { path, type Shape, shape, type XY } from "./shape.ts";
import { halo, strong, text } from "./sheet.ts";
import { along, arc, corner, direction, dot, minus, norm, origin, type V } from "./space-vector.ts";
import { dotsAlong, type Stage } from "./stage.ts";

/** What stands on the stage, in its units. */
export interface Scene {
  readonly arrows: readonly { readonly label: string; readonly to: V }[];
  readonly angle: string | undefined;
  readonly projection: { readonly foot: V; readonly label: string; readonly remainder: string } | undefined;
  /** The radius of the unit circle. */
  readonly circle: number | undefined;
}

const [widestLabel, mostArrows] = [170, 8];
const dashed = { "stroke-width": 2, "stroke-dasharray": "5 4" } as const;

/** Directions closer than that, as cosine, are drawn on top of each other. */
const sameDirection = 0.9995;

interface Written extends Label {
  readonly words: string;
  readonly lettering: Lettering;
  readonly fill: string;
}

interface Drawing {
  readonly shapes: readonly Shape[];
  readonly written: readonly Written[];
  readonly busy: readonly XY[];
  readonly quiet?: readonly XY[];
}

const nothing: Drawing = { shapes: [], written: [], busy: [] };

const middleOf = (a: XY, b: XY): XY => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const screenAngle = (from: XY, to: XY): number => Math.atan2(to.y - from.y, to.x - from.x);

const write = (words: string, at: XY, toward: number, fill: string, lettering = strong, gap = 6): Written => {
  const shown = cut(words, widestLabel, lettering);
  return {
    words: shown,
    at,
    toward,
    fill,
    lettering,
    gap,
    width: widthOf(shown, lettering),
    height: lettering.size + 3,
  };
};

/** The arrows, longest first, so that a shorter one on the same line stays to be seen; the one beneath is wider. */
const drawArrows = ({ arrows }: Scene, stage: Stage, { series }: Colours): Drawing => {
  const start = stage.project(origin);
  const all = arrows.slice(0, mostArrows).map(({ label, to }, n) => {
    const tip = stage.project(to);
    return { label, to, tip, colour: series[n % series.length]!, length: norm(to), along: direction(to) };
  });
  const order = [...all].sort((a, b) => b.length - a.length);
  return {
    shapes: order.flatMap(({ along: u, tip, colour }, n) => {
      const covered = order
        .slice(n + 1)
        .filter(({ along: v }) => u !== undefined && v !== undefined && dot(u, v) > sameDirection).length;
      return arrow(start, tip, colour, 2.5 + 3 * covered);
    }),
    written: all.map(({ label, tip, colour, length }) =>
      write(label, tip, length === 0 ? Math.PI / 4 : screenAngle(start, tip), colour),
    ),
    busy: all.flatMap(({ tip }) => dotsAlong(start, tip)),
  };
};

/** An arc from the first arrow to the second, or a square where they are orthogonal. */
const drawAngle = ({ arrows: [a, b], angle }: Scene, stage: Stage, { ink }: Colours): Drawing => {
  const [u, v] = [a && direction(a.to), b && direction(b.to)];
  if (angle === undefined || u === undefined || v === undefined) return nothing;
  const shorter = Math.min(norm(a!.to), norm(b!.to)) * stage.scale;
  const radius = Math.max(14, Math.min(30, shorter * 0.5)) / stage.scale;
  const right = Math.abs(dot(u, v)) < 1e-3;
  const points = (right ? corner(origin, u, v, radius / 2) : arc(u, v, radius)).map(stage.project);
  const middle = points[Math.floor(points.length / 2)]!;
  return {
    shapes: [path(points, { stroke: ink, "stroke-width": 1.5 })],
    written: [write(angle, middle, screenAngle(stage.project(origin), middle), ink, strong, 4)],
    busy: points,
  };
};

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
const drawProjection = ({ arrows: [a, b], projection }: Scene, stage: Stage, colours: Colours): Drawing => {
  if (projection === undefined || a === undefined) return nothing;
  const [, , shadow, remainder] = colours.series;
  const [start, foot, tip] = [origin, projection.foot, a.to].map(stage.project) as [XY, XY, XY];
  const [back, up] = [direction(along(projection.foot, -1)), direction(minus(a.to, projection.foot))];
  const beyond = b && norm(b.to) < norm(projection.foot);
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
      ...(beyond || b === undefined
        ? [path([start, foot], { stroke: colours.line, ...dashed, "stroke-width": 1 })]
        : []),
      path([foot, tip], { stroke: remainder, ...dashed }),
      ...(back && up && longEnough
        ? [path(corner(projection.foot, back, up, side).map(stage.project), { stroke: colours.ink })]
        : []),
      shape("circle", { cx: foot.x, cy: foot.y, r: 4.5, fill: shadow }),
    ],
    written: [
      write(projection.label, half, away, shadow, strong, 10),
      write(projection.remainder, rest, outward, remainder, strong, 7),
    ],
    busy: [...beside(start, foot, shadowWidth / 2), ...dotsAlong(foot, tip)],
  };
};

const drawCircle = ({ circle }: Scene, { project, scale }: Stage, { line }: Colours): Drawing => {
  if (circle === undefined) return nothing;
  const { x, y } = project(origin);
  const around = Array.from({ length: 60 }, (_, n) =>
    project([circle * Math.cos((n * Math.PI) / 30), circle * Math.sin((n * Math.PI) / 30), 0]),
  );
  return {
    shapes: [
      shape("circle", {
        cx: x,
        cy: y,
        r: circle * scale,
        fill: "none",
        stroke: line,
        ...dashed,
        "stroke-width": 1.5,
      }),
    ],
    written: [],
    busy: [],
    quiet: around,
  };
};

/** Everything of a plot but what it stands on, labels last and clear of the lines. */
export const arrows = (scene: Scene, stage: Stage, colours: Colours): readonly Shape[] => {
  const [circle, shadow, angle, drawn] = [
    drawCircle(scene, stage, colours),
    drawProjection(scene, stage, colours),
    drawAngle(scene, stage, colours),
    drawArrows(scene, stage, colours),
  ];
  const written = [angle, drawn, shadow].flatMap((each) => each.written).filter(({ words }) => words !== "");
  const busy = [circle, shadow, angle, drawn].flatMap((each) => each.busy);
  const boxes = placeLabels(written, {
    avoid: [...busy, ...stage.busy],
    quiet: [...(circle.quiet ?? []), ...stage.quiet],
    bounds: stage.bounds,
  });
  return [
    ...[circle, shadow, angle, drawn].flatMap(({ shapes }) => shapes),
    ...written.map(({ words, lettering, fill }, n) =>
      text(words, centreOf(boxes[n]!), lettering, {
        ...halo({ ...colours, background: stage.background }),
        fill,
        "text-anchor": "middle",
      }),
    ),
  ];
};

import { drawAngle } from "./angle.ts";
import { arrow } from "./arrow.ts";
import type { Colours } from "./colours.ts";
import { centreOf, placeLabels } from "./place-labels.ts";
import { drawProjection } from "./projection.ts";
import { type Drawing, dashed, nothing, type Scene, screenAngle, write } from "./scene.ts";
import { type Shape, shape } from "./shape.ts";
import { halo, strong, text } from "./sheet.ts";
import { direction, dot, norm, origin } from "./space-vector.ts";
import { dotsAlong, type Stage } from "./stage.ts";

const mostArrows = 8;

/** Directions closer than that, as cosine, are drawn on top of each other. */
const sameDirection = 0.9995;

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
    ...written.map(({ words, fill }, n) =>
      text(words, centreOf(boxes[n]!), strong, {
        ...halo({ ...colours, background: stage.background }),
        fill,
        "text-anchor": "middle",
      }),
    ),
  ];
};

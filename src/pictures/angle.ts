import type { Colours } from "./colours.ts";
import { type Drawing, nothing, type Scene, screenAngle, write } from "./scene.ts";
import { path } from "./shape.ts";
import { arc, corner, direction, dot, norm, origin } from "./space-vector.ts";
import type { Stage } from "./stage.ts";

/** An arc from the first arrow to the second, or a square where they are orthogonal. */
export const drawAngle = ({ arrows: [a, b], angle }: Scene, stage: Stage, { ink }: Colours): Drawing => {
  const [u, v] = [a && direction(a.to), b && direction(b.to)];
  if (angle === undefined || u === undefined || v === undefined) return nothing;
  const shorter = Math.min(norm(a!.to), norm(b!.to)) * stage.scale;
  const radius = Math.max(14, Math.min(30, shorter * 0.5)) / stage.scale;
  const right = Math.abs(dot(u, v)) < 1e-3;
  const points = (right ? corner(origin, u, v, radius / 2) : arc(u, v, radius)).map(stage.project);
  const middle = points[Math.floor(points.length / 2)]!;
  return {
    shapes: [path(points, { stroke: ink, "stroke-width": 1.5 })],
    // Outside its angle, it might be taken for another one.
    written: [{ ...write(angle, middle, screenAngle(stage.project(origin), middle), ink, 4), firmness: 5 }],
    busy: points,
  };
};

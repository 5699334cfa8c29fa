import type { XY } from "./shape.ts";
import { direction, dot, type V } from "./space-vector.ts";

/** How far above the floor the eye is, in radians. */
const elevation = 0.42;

/**
 * From which sides a scene may be seen, as angles round the upright axis, the most usual first. From the first ones the
 * x axis comes towards the eye and the y axis goes to the right; from the last ones the x axis goes to the right and the
 * y axis away from the eye, which shows arrows from the side whose components are all positive.
 */
const azimuths = [0.55, 0.35, 0.8, 1.05, -1.05, -0.8, -0.55, -1.25];

/** Sight along one direction, without perspective, before it is moved and made larger: x to the right, y down. */
export type Sight = (place: V) => XY;

const seenFrom = (azimuth: number): Sight => {
  const [cos, sin] = [Math.cos(azimuth), Math.sin(azimuth)];
  const [tilt, fall] = [Math.sin(elevation), Math.cos(elevation)];
  return ([x, y, z]) => ({ x: -sin * x + cos * y, y: tilt * (cos * x + sin * y) - fall * z });
};

const axes: readonly V[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** How far two directions are seen apart, in radians, less where one of them points at the eye or away from it. */
const apart = (a: V, b: V, see: Sight): number => {
  if (Math.abs(dot(a, b)) > 0.999) return Math.PI;
  const [p, q] = [see(a), see(b)];
  const between = Math.abs(Math.atan2(p.x * q.y - p.y * q.x, p.x * q.x + p.y * q.y));
  return Math.min(Math.hypot(p.x, p.y), Math.hypot(q.x, q.y)) * Math.min(between, Math.PI - between + 0.2);
};

/** The least of: how far any two arrows, or an arrow and an axis, are seen apart, and how long any arrow is seen. */
const clarity = (directions: readonly V[], see: Sight): number =>
  Math.min(
    ...directions.flatMap((a, n) => [
      Math.hypot(see(a).x, see(a).y) * 0.6,
      ...directions.slice(n + 1).map((b) => apart(a, b, see)),
      ...axes.map((axis) => apart(a, axis, see) * 1.5),
    ]),
    0.5,
  );

/** The sight that tells the arrows to these places apart best; the most usual one unless another is clearly better. */
export const sightOf = (places: readonly V[]): Sight => {
  const directions = places.map(direction).filter((each) => each !== undefined);
  return azimuths
    .map(seenFrom)
    .map((see) => ({ see, clear: clarity(directions, see) }))
    .reduce((best, next) => (next.clear > best.clear + 0.06 ? next : best)).see;
};

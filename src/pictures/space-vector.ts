import type { Point } from "../reply/picture.ts";

/** A place or a direction in space; in the plane, the third number is 0. */
export type V = readonly [number, number, number];

export const origin: V = [0, 0, 0];

export const toV = ([x, y, z = 0]: Point, unit = 1): V => [x / unit, y / unit, z / unit];

export const along = (a: V, factor: number, from: V = origin): V => [
  from[0] + factor * a[0],
  from[1] + factor * a[1],
  from[2] + factor * a[2],
];

export const minus = (a: V, b: V): V => along(b, -1, a);

export const dot = (a: V, b: V): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export const norm = (a: V): number => Math.hypot(...a);

/** The direction of a vector; undefined for the zero vector, and for one so short that its norm divides nothing. */
export const direction = (a: V): V | undefined => (norm(a) < 1e-150 ? undefined : along(a, 1 / norm(a)));

/** Where a direction less its part along another is no longer than this, it is noise. */
const noise = 1e-6;

/** A direction orthogonal to one direction, on the side of another; any where that shows no side, as opposite ones do. */
const sideways = (u: V, v: V): V => {
  const across = along(u, -dot(u, v), v);
  return (norm(across) > noise ? direction(across) : direction([-u[1], u[0], 0])) ?? [1, 0, 0];
};

/** The shorter way round the origin from the direction `u` to the direction `v`, at a distance. */
export const arc = (u: V, v: V, radius: number): readonly V[] => {
  const angle = Math.acos(Math.max(-1, Math.min(1, dot(u, v))));
  const side = sideways(u, v);
  const steps = Math.max(2, Math.ceil(angle / 0.05));
  return Array.from({ length: steps + 1 }, (_, n) => {
    const turned = (n / steps) * angle;
    return along(side, radius * Math.sin(turned), along(u, radius * Math.cos(turned)));
  });
};

/** The three corners of the mark of a right angle at a place, between two directions. */
export const corner = (at: V, u: V, v: V, side: number): readonly V[] => {
  const first = along(u, side, at);
  return [first, along(v, side, first), along(v, side, at)];
};

import type { XY } from "./shape.ts";

/** A text that belongs to a point. */
export interface Label {
  readonly at: XY;
  readonly width: number;
  readonly height: number;
  /** How far from the point it stands at least. */
  readonly gap: number;
  /** In which direction it stands rather than in any other, as an angle on the screen (clockwise, from the right). */
  readonly toward: number;
  /** How many times as much as others it keeps to that direction; 1 if absent. */
  readonly firmness?: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const directions = 24;
const distances = [0, 4, 9, 15, 22, 30, 40, 52, 66, 82];

/**
 * What it costs to cover another label, by the square pixel; a line, by the point, and a
 * quiet one; to have a label between itself and its
 * point; to stand far, and elsewhere.
 */
const cost = { label: 4, point: 20, quiet: 3, between: 150, distance: 1.5, turn: 8 };

export const centreOf = ({ left, right, top, bottom }: Box): XY => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
});

/** The box moved, as little as possible, to within the bounds. */
const within = (box: Box, bounds: Box): Box => {
  const dx = Math.max(bounds.left - box.left, 0) + Math.min(bounds.right - box.right, 0);
  const dy = Math.max(bounds.top - box.top, 0) + Math.min(bounds.bottom - box.bottom, 0);
  return { left: box.left + dx, right: box.right + dx, top: box.top + dy, bottom: box.bottom + dy };
};

const boxAt = ({ at, width, height, gap }: Label, direction: number, distance: number): Box => {
  const x = at.x + Math.cos(direction) * (width / 2 + gap + distance);
  const y = at.y + Math.sin(direction) * (height / 2 + gap + distance);
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
};

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left) + 4) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) + 2);

const holds = ({ left, right, top, bottom }: Box, { x, y }: XY): boolean =>
  x > left - 2 && x < right + 2 && y > top - 1 && y < bottom + 1;

/** Whether the way from a point to its label leads through another label. */
const leadsThrough = (point: XY, box: Box, other: Box): boolean => {
  const end = nearestIn(box, point);
  const steps = Math.ceil(Math.hypot(end.x - point.x, end.y - point.y) / 4);
  for (let n = 1; n < steps; n++) {
    const part = n / steps;
    if (holds(other, { x: point.x + (end.x - point.x) * part, y: point.y + (end.y - point.y) * part }))
      return true;
  }
  return false;
};

const turn = (a: number, b: number): number => Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b)));

/** The point of a box that is nearest to another point. */
export const nearestIn = ({ left, right, top, bottom }: Box, { x, y }: XY): XY => ({
  x: Math.max(left, Math.min(right, x)),
  y: Math.max(top, Math.min(bottom, y)),
});

export const distanceTo = (box: Box, point: XY): number => {
  const { x, y } = nearestIn(box, point);
  return Math.hypot(x - point.x, y - point.y);
};

/**
 * Where labels stand: near their points, within the bounds, and clear of one another and of the points to avoid, less so
 * of the quiet ones, as far as there is room. Each is placed in turn, the first ones freest, and then once more with all others in place.
 */
export const placeLabels = (
  labels: readonly Label[],
  {
    avoid,
    quiet = [],
    bounds,
  }: { readonly avoid: readonly XY[]; readonly quiet?: readonly XY[]; readonly bounds: Box },
): readonly Box[] => {
  const placed: Box[] = [];
  const between = (label: Label, box: Box, other: Box, n: number): number =>
    overlap(box, other) * cost.label +
    (leadsThrough(label.at, box, other) ? cost.between : 0) +
    (leadsThrough(labels[n]!.at, other, box) ? cost.between : 0);
  const price = (label: Label, box: Box, own: number): number => {
    const centre = centreOf(box);
    return (
      placed.reduce((sum, other, n) => (n === own ? sum : sum + between(label, box, other, n)), 0) +
      avoid.filter((point) => holds(box, point)).length * cost.point +
      quiet.filter((point) => holds(box, point)).length * cost.quiet +
      Math.max(0, distanceTo(box, label.at) - label.gap) * cost.distance +
      turn(Math.atan2(centre.y - label.at.y, centre.x - label.at.x), label.toward) *
        cost.turn *
        (label.firmness ?? 1)
    );
  };
  const best = (label: Label, own: number): Box => {
    let [chosen, least] = [within(boxAt(label, label.toward, 0), bounds), Number.POSITIVE_INFINITY];
    for (const distance of distances) {
      for (let n = 0; n < directions; n++) {
        const box = within(boxAt(label, label.toward + (n / directions) * 2 * Math.PI, distance), bounds);
        const asked = price(label, box, own);
        if (asked < least) [chosen, least] = [box, asked];
      }
    }
    return chosen;
  };
  for (const round of [0, 1]) {
    for (const [n, label] of labels.entries()) placed[n] = best(label, round === 0 ? -1 : n);
  }
  return placed;
};

import { type Attributes, type Shape, shape, shown } from "./shape.ts";

/** Where a bar of a chart stands. */
export interface BarBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Which end of a bar is round, so that the other one is seen to stand on its axis. */
export type RoundEnd = "left" | "right" | "top" | "both";

interface Corners {
  readonly topLeft: 0 | 1;
  readonly topRight: 0 | 1;
  readonly bottomRight: 0 | 1;
  readonly bottomLeft: 0 | 1;
}

const corners: Readonly<Record<RoundEnd, Corners>> = {
  left: { topLeft: 1, topRight: 0, bottomRight: 0, bottomLeft: 1 },
  right: { topLeft: 0, topRight: 1, bottomRight: 1, bottomLeft: 0 },
  top: { topLeft: 1, topRight: 1, bottomRight: 0, bottomLeft: 0 },
  both: { topLeft: 1, topRight: 1, bottomRight: 1, bottomLeft: 1 },
};

const mostRadius = 3;

/** A bar with round corners at one end, or at both. */
export const bar = ({ x, y, width, height }: BarBox, round: RoundEnd, attributes: Attributes): Shape => {
  const { topLeft, topRight, bottomRight, bottomLeft } = corners[round];
  const across = Math.max(topLeft + topRight, bottomLeft + bottomRight);
  const down = Math.max(topLeft + bottomLeft, topRight + bottomRight);
  const radius = Math.min(mostRadius, width / across, height / down);
  const [right, bottom] = [x + width, y + height];
  const arc = (corner: 0 | 1, toX: number, toY: number): string =>
    corner === 0
      ? `L${shown(toX)},${shown(toY)}`
      : `A${shown(radius)},${shown(radius)} 0 0 1 ${shown(toX)},${shown(toY)}`;
  const d = [
    `M${shown(x)},${shown(y + topLeft * radius)}`,
    arc(topLeft, x + topLeft * radius, y),
    `H${shown(right - topRight * radius)}`,
    arc(topRight, right, y + topRight * radius),
    `V${shown(bottom - bottomRight * radius)}`,
    arc(bottomRight, right - bottomRight * radius, bottom),
    `H${shown(x + bottomLeft * radius)}`,
    arc(bottomLeft, x, bottom - bottomLeft * radius),
    "Z",
  ].join("");
  return shape("path", { d, ...attributes });
};

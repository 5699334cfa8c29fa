import type { Box } from "./place-labels.ts";
import type { Shape, XY } from "./shape.ts";
import type { V } from "./space-vector.ts";

/** What arrows stand on: the plane with its grid, or space with its floor. */
export interface Stage {
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly project: (place: V) => XY;
  /** How many pixels a component of 1 takes where it is not foreshortened. */
  readonly scale: number;
  /** Where labels may stand. */
  readonly bounds: Box;
  /** What is behind the labels. */
  readonly background: string;
  /** Where labels should not stand: on figures. */
  readonly busy: readonly XY[];
  /** Where they should rather not stand: on axes. */
  readonly quiet: readonly XY[];
}

/** Points along a line on the screen, close enough that no label slips between them. */
export const dotsAlong = (from: XY, to: XY): readonly XY[] => {
  const steps = Math.min(200, Math.max(1, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / 4)));
  return Array.from({ length: steps + 1 }, (_, n) => ({
    x: from.x + ((to.x - from.x) * n) / steps,
    y: from.y + ((to.y - from.y) * n) / steps,
  }));
};

/** A tick as it is written: without the noise of binary fractions, and with a minus sign. */
export const figure = (tick: number): string => String(Number(tick.toPrecision(6))).replace("-", "−");

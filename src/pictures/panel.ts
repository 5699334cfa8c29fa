import { scaleLinear } from "d3-scale";
import type { XY } from "./shape.ts";
import { innerWidth, margin } from "./sheet.ts";

/** Room at the sides, where words stand, is wider than above and below. */
const [leastHeight, mostHeight, besides, above] = [180, 340, 66, 34];

type Pair = readonly [number, number];

const middleAndExtent = (values: readonly number[]): Pair => {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return [(least + most) / 2, most - least || 1e-9];
};

/**
 * Where points stand on a panel, and how high it has to be: one scale for both directions, as distances are what it is
 * about. There is at least one point.
 */
export const spread = (
  points: readonly Pair[],
): { readonly spots: readonly XY[]; readonly height: number } => {
  // As parts of the largest, so that the largest numbers there are can be drawn as well.
  const largest = Math.max(Number.MIN_VALUE, ...points.flat().map(Math.abs));
  const [xs, ys] = [points.map(([x]) => x / largest), points.map(([, y]) => y / largest)];
  const [[middleX, width], [middleY, height]] = [middleAndExtent(xs), middleAndExtent(ys)];
  const each = Math.min((innerWidth - 2 * besides) / width, (mostHeight - 2 * above) / height);
  const panelHeight = Math.round(Math.max(leastHeight, height * each + 2 * above));
  const x = scaleLinear([middleX, middleX + 1], [margin + innerWidth / 2, margin + innerWidth / 2 + each]);
  const y = scaleLinear([middleY, middleY + 1], [panelHeight / 2, panelHeight / 2 - each]);
  return { spots: xs.map((across, n) => ({ x: x(across), y: y(ys[n]!) })), height: panelHeight };
};

import { scaleLinear } from "d3-scale";
import type { Colours } from "./colours.ts";
import { line, shape } from "./shape.ts";
import { asides, innerWidth, margin, sheetWidth, text } from "./sheet.ts";
import type { V } from "./space-vector.ts";
import { dotsAlong, figure, type Stage } from "./stage.ts";

const [leftEdge, bottomEdge, leastHeight, mostHeight] = [38, 22, 220, 340];

/** Around what is shown, room for labels; as a part of its extent. */
const room = 1.3;

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** From the least to the greatest component of the places, and the origin. */
export const rangeOf = (places: readonly V[], axis: 0 | 1 | 2): Range => {
  const components = places.map((place) => place[axis]);
  return { from: Math.min(0, ...components), to: Math.max(0, ...components) };
};

const around = ({ from, to }: Range, extent: number): [number, number] => [
  (from + to) / 2 - extent / 2,
  (from + to) / 2 + extent / 2,
];

/** The plane: a square grid with figures at its left and lower edge, and one scale for both axes. */
export const plane = (places: readonly V[], colours: Colours): Stage => {
  const [width, left] = [innerWidth - leftEdge, margin + leftEdge];
  const [xs, ys] = [rangeOf(places, 0), rangeOf(places, 1)];
  const [across, up] = [(xs.to - xs.from) * room, (ys.to - ys.from) * room];
  const scale = Math.min(
    width / (across || 1e-9),
    mostHeight / (up || 1e-9),
    across + up === 0 ? width / 4 : 1e12,
  );
  const height = Math.round(Math.max(leastHeight, Math.min(mostHeight, up * scale)));
  const x = scaleLinear(around(xs, width / scale), [left, left + width]);
  const y = scaleLinear(around(ys, height / scale), [height, 0]);
  // So few that their figures have room beside one another.
  const columns = x.ticks(5);
  const [first = 0, second = 1] = columns;
  const step = second - first;
  const [low, high] = y.domain() as [number, number];
  const rows = Array.from(
    { length: Math.floor(high / step) - Math.ceil(low / step) + 1 },
    (_, n) => (Math.ceil(low / step) + n) * step,
  );
  const rule = (tick: number) => (Math.abs(tick) < step / 2 ? colours.line : colours.grid);
  const faint = { fill: colours.faint };
  const [top, bottom, right] = [0, height, sheetWidth - margin];
  const byWeight = (ticks: readonly number[]) => [...ticks].sort((a, b) => Math.abs(b) - Math.abs(a));
  return {
    height: height + bottomEdge,
    scale,
    project: ([across, up]) => ({ x: x(across), y: y(up) }),
    bounds: { left: left + 2, right, top: top + 2, bottom: bottom - 2 },
    background: colours.panel,
    busy: [],
    quiet: [
      ...dotsAlong({ x: left, y: y(0) }, { x: right, y: y(0) }),
      ...dotsAlong({ x: x(0), y: top }, { x: x(0), y: bottom }),
    ],
    shapes: [
      shape("rect", { x: left, y: top, width, height, rx: 6, fill: colours.panel }),
      ...byWeight(rows).map((tick) =>
        line({ x: left, y: y(tick) }, { x: right, y: y(tick) }, { stroke: rule(tick) }),
      ),
      ...byWeight(columns).map((tick) =>
        line({ x: x(tick), y: top }, { x: x(tick), y: bottom }, { stroke: rule(tick) }),
      ),
      ...rows.map((tick) =>
        text(figure(tick), { x: left - 7, y: y(tick) }, asides, { ...faint, "text-anchor": "end" }),
      ),
      ...columns.map((tick) =>
        text(figure(tick), { x: x(tick), y: bottom + 12 }, asides, { ...faint, "text-anchor": "middle" }),
      ),
    ],
  };
};

import { line, type Shape, shape, type XY } from "./shape.ts";

/** The head takes no more than this part of a short arrow. */
const [headLength, headShare, leastLength] = [13, 0.6, 6];

/** An arrow whose tip is exactly where it points; one too short for a head is a dot. */
export const arrow = (from: XY, to: XY, stroke: string, width: number): readonly Shape[] => {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < leastLength) return [shape("circle", { cx: to.x, cy: to.y, r: width + 1.5, fill: stroke })];
  const [x, y] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const head = Math.min(headLength + width - 2.5, length * headShare);
  const half = head * 0.42 + (width - 2.5) * 0.3;
  const neck = { x: to.x - x * head * 0.85, y: to.y - y * head * 0.85 };
  const base = { x: to.x - x * head, y: to.y - y * head };
  const corners = [
    to,
    { x: base.x - y * half, y: base.y + x * half },
    neck,
    { x: base.x + y * half, y: base.y - x * half },
  ];
  return [
    line(from, neck, { stroke, "stroke-width": Math.min(width, length / 2), "stroke-linecap": "round" }),
    shape("path", {
      d: `M${corners.map((each) => `${each.x.toFixed(2)},${each.y.toFixed(2)}`).join("L")}Z`,
      fill: stroke,
    }),
  ];
};

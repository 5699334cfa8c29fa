import { type Shape, shape } from "./shape.ts";

/** Filled with slanting lines: tells apart what a colour alone must not. */
export const hatched = "url(#hatch)";

/** What `hatched` refers to; it belongs to the definitions of the sheet. */
export const hatch = (colour: string, background: string): Shape =>
  shape(
    "pattern",
    { id: "hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    shape("rect", { width: 6, height: 6, fill: background }),
    shape("rect", { width: 2.5, height: 6, fill: colour }),
  );

import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolStar, symbolTriangle } from "d3-shape";
import { type Attributes, type Shape, shape, type XY } from "./shape.ts";

const kinds = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolStar] as const;

/** The marker of the first, second, … thing that is shown: each has its own shape, as colour alone is not enough. */
export const marker = (nth: number, { x, y }: XY, attributes: Attributes): Shape =>
  shape("path", {
    d: symbol(kinds[nth % kinds.length], 110)() ?? "",
    transform: `translate(${x.toFixed(2)},${y.toFixed(2)})`,
    ...attributes,
  });

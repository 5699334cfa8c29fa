/** Every kind of expression, by the name of its kind. */
export { angle } from "./nodes/angle.ts";
export { apply } from "./nodes/apply.ts";
export { cross } from "./nodes/cross.ts";
export { difference } from "./nodes/difference.ts";
export { dot } from "./nodes/dot.ts";
export { folded } from "./nodes/folded.ts";
export { name } from "./nodes/name.ts";
export { norm } from "./nodes/norm.ts";
export { number } from "./nodes/number.ts";
export { product } from "./nodes/product.ts";
export { quotient } from "./nodes/quotient.ts";
export { root } from "./nodes/root.ts";
export { square } from "./nodes/square.ts";
export { sum } from "./nodes/sum.ts";
export { vector } from "./nodes/vector.ts";

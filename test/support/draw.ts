import { fileURLToPath } from "node:url";
import { createRandom } from "../../src/random.ts";
import { seed } from "./runs.ts";

/** Draws the same seeds, one after the other, in every run of the tests. */
export const createDraw = (): (() => number) => {
  const random = createRandom(seed);
  return () => random.whole(0, 0x7ffffffe);
};

/** How a program is started so that it draws these, too. */
export const drawsSeeds = ["--import", fileURLToPath(new URL("./seeded-draw.ts", import.meta.url))] as const;

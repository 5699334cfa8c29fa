import { createLog } from "../../src/log.ts";
import { createPictures } from "../../src/pictures/draw.ts";

/**
 * Draws so many pictures, no two alike, in one process, and prints by how many MB its memory grew while all but the
 * first third of them were drawn.
 */
const count = Number(process.argv[2]);
const { draw, close } = createPictures({ log: createLog("warn", process.stderr) });
const drawn = async (from: number, to: number): Promise<void> => {
  for (let i = from; i < to; i += 1) {
    const picture = await draw({ kind: "formula", chains: [{ subject: `${i}`, lines: [] }] }, "light");
    if (picture === undefined) throw new Error(`Picture ${i} was not drawn`);
  }
};
await drawn(0, count / 3);
const before = process.memoryUsage.rss();
await drawn(count / 3, count);
console.log(Math.round((process.memoryUsage.rss() - before) / 1_000_000));
await close();

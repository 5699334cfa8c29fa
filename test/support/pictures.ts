import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import type { Drawn } from "../../src/reply/picture.ts";

/** As large a share of the pixels may differ: fonts are drawn a little otherwise on other machines. */
const tolerance = 0.005;

const expectedFile = (name: string): string =>
  join(import.meta.dirname, "../pictures/expected", `${name}.png`);

/**
 * Compares a picture with `test/pictures/expected/NAME.png`; throws where more than 0.5 % of the pixels differ, and says
 * in which folder the picture and the differences are to be seen. With `UPDATE_PICTURES=1` it becomes the expected one.
 */
export const looksLike = ({ png }: Pick<Drawn, "png">, name: string): void => {
  const file = expectedFile(name);
  if (process.env.UPDATE_PICTURES === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, png);
    return;
  }
  const seen = (files: Readonly<Record<string, Uint8Array>>): string => {
    const folder = mkdtempSync(join(tmpdir(), "pictures-"));
    for (const [which, bytes] of Object.entries(files))
      writeFileSync(join(folder, `${name}-${which}.png`), bytes);
    return `see ${folder}; where the new one is right, run the test with UPDATE_PICTURES=1`;
  };
  if (!existsSync(file))
    throw new Error(`Nobody has said what “${name}” looks like: ${seen({ actual: png })}`);
  const [expected, actual] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(Buffer.from(png))];
  const { width, height } = expected;
  if (actual.width !== width || actual.height !== height)
    throw new Error(
      `“${name}” is ${actual.width} × ${actual.height}, not ${width} × ${height}: ${seen({ actual: png })}`,
    );
  const difference = new PNG({ width, height });
  const differing = pixelmatch(expected.data, actual.data, difference.data, width, height);
  if (differing > tolerance * width * height)
    throw new Error(
      `${differing} of ${width * height} pixels of “${name}” differ: ${seen({ actual: png, difference: PNG.sync.write(difference) })}`,
    );
};

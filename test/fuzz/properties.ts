import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const vitest = `${root}node_modules/vitest/vitest.mjs`;

/** Where a file of tests says something of random inputs. */
const signs = ["fc.assert(", "support/runs.ts", "support/posed.ts"];

/** The files whose properties and questions are tried with more inputs: all that have some. */
const files = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => join("test", file))
  .filter((file) => {
    const source = readFileSync(join(root, file), "utf8");
    return signs.some((sign) => source.includes(sign));
  });

/** Runs what the tests say of random inputs for so many times as many; false where something does not hold. */
export const triesMore = async (seed: string, times: number): Promise<boolean> => {
  console.log(
    `Properties in ${files.length} files with the seed ${seed} and ${times} times as many inputs, ${500 * times} questions of each kind`,
  );
  const child = spawn(
    process.execPath,
    [vitest, "run", "--config", "test/vitest.config.ts", "--test-timeout=1800000", ...files],
    { cwd: root, stdio: "inherit", env: { ...process.env, TEST_SEED: seed, TEST_TIMES: String(times) } },
  );
  const [code] = (await once(child, "exit")) as [number | null];
  return code === 0;
};

import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const vitest = `${root}node_modules/vitest/vitest.mjs`;

/** The files whose properties and questions are tried with more inputs. */
const files = ["test/math", "test/tutor/kinds-options"];

/** Runs what the tests say of random inputs for twenty times as many; false where something does not hold. */
export const triesMore = async (seed: string): Promise<boolean> => {
  console.log(`Properties with the seed ${seed}, and 10,000 questions of each kind`);
  const child = spawn(
    process.execPath,
    [vitest, "run", "--config", "test/vitest.config.ts", "--test-timeout=1800000", ...files],
    { cwd: root, stdio: "inherit", env: { ...process.env, TEST_SEED: seed, TEST_TIMES: "20" } },
  );
  const [code] = (await once(child, "exit")) as [number | null];
  return code === 0;
};

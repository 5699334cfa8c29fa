import { kills } from "./kills.ts";
import { mixed } from "./mixed.ts";

/** Long trials that print what they found: `npm run soak`, or one of them with its seed and its size. */
const trials: Readonly<Record<string, readonly [run: typeof mixed, size: number]>> = {
  mixed: [mixed, 10],
  kills: [kills, 30],
};

const [name = "mixed", seed = String(Date.now() % 1_000_000), size] = process.argv.slice(2);
const trial = trials[name];

if (trial === undefined) {
  console.error("npm run soak [-- mixed [seed] [minutes]], or npm run soak -- kills [seed] [how many]");
  process.exitCode = 1;
} else {
  const [run, usual] = trial;
  process.exitCode = (await run(Number(seed), Number(size ?? usual))) ? 0 : 1;
}

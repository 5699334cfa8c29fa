import { kills } from "./kills.ts";

/** Long trials that print what they found: `npm run soak -- kills [seed] [kills]`. */
const [name, seed = String(Date.now() % 1_000_000), count = "30"] = process.argv.slice(2);

if (name === "kills") process.exitCode = (await kills(Number(seed), Number(count))) ? 0 : 1;
else {
  console.error("There is one trial: npm run soak -- kills [seed] [how many]");
  process.exitCode = 1;
}

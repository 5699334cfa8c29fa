import { randomInt } from "node:crypto";
import { entries } from "./entries.ts";
import { triesMore } from "./properties.ts";
import { type Outcome, run } from "./run.ts";

/**
 * `npm run fuzz -- [inputs each] [seed] [names of entries]`: hostile inputs at every way in, and a table of what came of
 * it; then, unless entries are named, what the tests say of random inputs, for twenty times as many where there are
 * 100,000 inputs each, and for fewer where there are fewer.
 */
const [inputs = "100000", seed = String(randomInt(0x7fffffff)), ...names] = process.argv.slice(2);

const isNumber = (text: string): boolean => /^\d+$/.test(text);
const known = entries.map(({ name }) => name);
if (!isNumber(inputs) || !isNumber(seed) || names.some((name) => !known.includes(name))) {
  console.error(`npm run fuzz [-- inputs [seed [entries]]], with the entries ${known.join(", ")}`);
  process.exit(2);
}

console.log(`${inputs} inputs each, with the seed ${seed}`);
const outcomes: Outcome[] = [];
for (const entry of entries.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const outcome = await run(entry, Number(inputs), Number(seed));
  outcomes.push(outcome);
  console.log(
    `${entry.name}: ${outcome.inputs} inputs, ${outcome.found === undefined ? "nothing found" : "FOUND"}`,
  );
  if (outcome.found !== undefined)
    console.log(JSON.stringify(outcome.found.input), `\n${outcome.found.sentence}`);
}
console.table(
  outcomes.map(({ name, inputs, seconds, slowest, found }) => ({
    entry: name,
    inputs,
    seconds: Math.round(seconds),
    "slowest in ms": Math.round(slowest.took),
    "slowest input": slowest.input.slice(0, 60),
    found: found === undefined ? "nothing" : "see above",
  })),
);
const holds = names.length > 0 || (await triesMore(seed, Math.max(1, Math.round(Number(inputs) / 5_000))));
process.exit(holds && outcomes.every(({ found }) => found === undefined) ? 0 : 1);

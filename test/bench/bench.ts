import { cpus } from "node:os";
import { benchCommandLayer } from "./command-layer.ts";
import { benchEventLoop } from "./event-loop.ts";
import { benchInstall } from "./install.ts";
import { benchDiscord, benchSlack } from "./latency.ts";
import { benchMemory } from "./memory.ts";
import { benchPictures } from "./pictures.ts";
import { benchQuiz } from "./quiz.ts";
import { type Row, tableOf } from "./row.ts";
import { benchScale } from "./scale.ts";
import { benchStart } from "./start.ts";
import { benchWords } from "./words.ts";

/** What the budgets are about: one table within ten minutes. */
const budgeted: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  memory: benchMemory,
  start: benchStart,
  discord: benchDiscord,
  slack: benchSlack,
  "command-layer": benchCommandLayer,
  quiz: benchQuiz,
  install: benchInstall,
  "event-loop": benchEventLoop,
  words: benchWords,
};

/** What is measured only where it is named. */
const apart: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  pictures: benchPictures,
  scale: benchScale,
};

const benches = { ...budgeted, ...apart };
const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(" or ")}. There are ${Object.keys(benches).join(", ")}.`);
  process.exit(2);
}
const chosen = named.length === 0 ? Object.keys(budgeted) : named;
const begin = performance.now();
const rows: Row[] = [];
for (const name of chosen) {
  const since = performance.now();
  rows.push(...(await benches[name]!()));
  console.error(`${name}: ${((performance.now() - since) / 1_000).toFixed(0)} s`);
}
if (rows.length > 0) {
  const minutes = ((performance.now() - begin) / 60_000).toFixed(1);
  console.log(tableOf(rows));
  console.log(
    `\nMeasured in ${minutes} minutes on ${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}. How long npm test takes is not measured here.`,
  );
}

import { benchCommandLayer } from "./command-layer.ts";
import type { Row } from "./measure.ts";
import { benchPictures } from "./pictures.ts";
import { benchDiscord, benchSlack } from "./platforms.ts";
import { benchQuiz } from "./quiz.ts";
import { benchScale } from "./scale.ts";
import { benchStart } from "./start.ts";
import { benchWords } from "./words.ts";

/** Measures everything, or what is named: command-layer, discord, slack, start, quiz, words, pictures, scale. */
const benches: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  "command-layer": benchCommandLayer,
  discord: benchDiscord,
  slack: benchSlack,
  start: benchStart,
  quiz: benchQuiz,
  words: benchWords,
  pictures: benchPictures,
  scale: benchScale,
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(" or ")}. There are ${Object.keys(benches).join(", ")}.`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(benches)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(name);
  const rows = await bench();
  if (rows.length > 0) console.table(rows);
}

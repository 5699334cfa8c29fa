import { execFileSync } from "node:child_process";
import { loadWords } from "../../src/words/load-words.ts";
import { nearSpellings } from "../../src/words/near-spellings.ts";
import { nearest } from "../../src/words/nearest.ts";
import { toPlane } from "../../src/words/to-plane.ts";
import { percentile, type Row, row } from "./measure.ts";

const searches = 50;

/** The median of what a search takes, in ms; the words asked for are spread over the vocabulary. */
const median = (search: (row: number) => unknown): number => {
  const times: number[] = [];
  for (let i = 0; i < searches; i += 1) {
    const begin = performance.now();
    search((i * 1_999) % 100_000);
    times.push(performance.now() - begin);
  }
  return percentile(times, 0.5);
};

/** What reading the words takes in a process of its own: ms, the longest time nothing else could be done, and MB. */
const program = `
  const { monitorEventLoopDelay } = await import("node:perf_hooks");
  const { loadWords } = await import("${new URL("../../src/words/load-words.ts", import.meta.url)}");
  const before = process.memoryUsage();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const begin = performance.now();
  const words = await loadWords();
  const ms = performance.now() - begin;
  delay.disable();
  gc();
  const after = process.memoryUsage();
  const megabytes = (name) => (after[name] - before[name]) / 1e6;
  console.log(JSON.stringify([ms, delay.max / 1e6, megabytes("rss"), megabytes("arrayBuffers"), words.ok]));
`;

const loading = (): readonly number[] =>
  JSON.parse(
    execFileSync(process.execPath, ["--expose-gc", "--input-type=module", "-e", program], {
      encoding: "utf8",
    }),
  );

/** The ten nearest of 100,000 words, beside other ways of finding them; what the words cost to have. */
export const benchWords = async (): Promise<readonly Row[]> => {
  const loaded = await loadWords();
  if (!loaded.ok) throw new Error(loaded.problem.forOperator);
  const words = loaded.value;
  const { words: list } = words.table;
  const vectors = list.map((word) => words.vectorOf(word)!);
  const near = (by: "cosine" | "dot") => median((i) => nearest(words, vectors[i]!, { by, count: 10 }));
  const [byCosine, byDot] = [near("cosine"), near("dot")];
  const floats = Float32Array.from(vectors.flatMap((vector) => [...vector]));
  const products = new Float32Array(list.length);
  const inFloats = median((i) => {
    const asked = vectors[i]!;
    for (let row = 0; row < products.length; row += 1) {
      let product = 0;
      for (let at = 0; at < asked.length; at += 1) product += floats[row * asked.length + at]! * asked[at]!;
      products[row] = product;
    }
  });
  const [ms, blocked, rss, arrayBuffers] = loading();
  const [spellings, plane] = [
    median((i) => nearSpellings(words, `${list[i]}x`)),
    median((i) => toPlane(words, list.slice(i, i + 30))),
  ];
  return [
    row("neighbours by cosine, beside the products with all words in floats", byCosine, inFloats, "ms"),
    row("neighbours by dot product, beside the same", byDot, inFloats, "ms"),
    row("near spellings, beside neighbours by cosine", spellings, byCosine, "ms"),
    row("30 words in a plane, beside neighbours by cosine", plane, byCosine, "ms"),
    row("reading the words, beside the longest time nothing else is done", ms!, blocked!, "ms"),
    row("memory for the words, beside that outside the heap", rss!, arrayBuffers!, "MB"),
  ];
};

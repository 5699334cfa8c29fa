import { execFileSync } from "node:child_process";
import simsimd from "simsimd";
import { exactSearch, Index, type MetricKind, type ScalarKind } from "usearch";
import { createEmbeddings, type Embeddings } from "../../src/words/embeddings.ts";
import { loadWords } from "../../src/words/load-words.ts";
import { nearSpellings } from "../../src/words/near-spellings.ts";
import { nearest } from "../../src/words/nearest.ts";
import { toPlane } from "../../src/words/to-plane.ts";
import { percentile, type Row, row } from "./measure.ts";

const searches = 50;

/** The names of usearch's metrics and kinds are in its types and not in its module. */
const [cos, ip, i8] = ["cos" as MetricKind.Cos, "ip" as MetricKind.IP, "i8" as ScalarKind.I8];

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

/** A copy: usearch's exact search reads a buffer from its beginning, whatever part of it an array shows. */
const rowOf = ({ table: { components, dimension } }: Embeddings, row: number): Int8Array =>
  components.slice(row * dimension, (row + 1) * dimension);

/** How many of the ten nearest an index finds too, in a hundred. */
const recall = (words: Embeddings, index: Index): number => {
  let found = 0;
  for (let i = 0; i < searches; i += 1) {
    const asked = words.table.words[(i * 1_999) % words.count]!;
    const exact = nearest(words, words.vectorOf(asked)!, { by: "cosine", count: 10 });
    const { keys } = index.search(rowOf(words, words.rankOf(asked)! - 1), 10, 1);
    const near = new Set([...keys].map((key) => words.table.words[Number(key)]));
    found += exact.filter(({ word }) => near.has(word)).length;
  }
  return (found / (searches * 10)) * 100;
};

/** The ten nearest of 100,000 words, beside other ways of finding them; what the words cost to have. */
export const benchWords = async (): Promise<readonly Row[]> => {
  const loaded = await loadWords();
  if (!loaded.ok) throw new Error(loaded.problem.forOperator);
  const words = loaded.value;
  const { components, words: list } = words.table;
  const vectors = list.map((word) => words.vectorOf(word)!);
  const plain = createEmbeddings(words.table, new Map(), words);
  const near = (from: Embeddings, by: "cosine" | "dot") =>
    median((i) => nearest(from, vectors[i]!, { by, count: 10 }));
  const [byCosine, byDot] = [near(words, "cosine"), near(words, "dot")];
  const kernel = median((i) => {
    const asked = rowOf(words, i);
    let best = 0;
    for (let start = 0; start < components.length; start += words.dimension)
      best = Math.max(best, simsimd.dot(components.subarray(start, start + words.dimension), asked));
  });
  const floats = Float32Array.from(vectors.flatMap((vector) => [...vector]));
  const index = new Index(words.dimension, cos, i8);
  const begin = performance.now();
  index.add(
    BigUint64Array.from(list, (_, i) => BigInt(i)),
    components,
    1,
  );
  const built = performance.now() - begin;
  const hnsw = median((i) => index.search(rowOf(words, i), 10, 1));
  const [ms, blocked, rss, arrayBuffers] = loading();
  const [spellings, plane] = [
    median((i) => nearSpellings(words, `${list[i]}x`)),
    median((i) => toPlane(words, list.slice(i, i + 30))),
  ];
  return [
    row("neighbours by cosine, beside the plain scan", byCosine, near(plain, "cosine"), "ms"),
    row("neighbours by dot product, beside the plain scan", byDot, near(plain, "dot"), "ms"),
    row(
      "neighbours by cosine, beside usearch's exact search alone",
      byCosine,
      median((i) => exactSearch(components, rowOf(words, i), words.dimension, 10, cos, 1)),
      "ms",
    ),
    row(
      "neighbours by dot product, beside usearch's exact search alone, in floats",
      byDot,
      median((i) => exactSearch(floats, vectors[i]!, words.dimension, 10, ip, 1)),
      "ms",
    ),
    row("neighbours by cosine, beside simsimd's 8-bit dot product on each row", byCosine, kernel, "ms"),
    row(
      `neighbours by cosine, beside usearch's HNSW (built in ${(built / 1000).toFixed(1)} s)`,
      byCosine,
      hnsw,
      "ms",
    ),
    row("of the ten nearest, beside those HNSW finds", 100, recall(words, index), "%"),
    row("near spellings, beside neighbours by cosine", spellings, byCosine, "ms"),
    row("30 words in a plane, beside neighbours by cosine", plane, byCosine, "ms"),
    row("reading the words, beside the longest time nothing else is done", ms!, blocked!, "ms"),
    row("memory for the words, beside that outside the heap", rss!, arrayBuffers!, "MB"),
  ];
};

import { loadWords } from "../../src/words/load-words.ts";
import { nearest } from "../../src/words/nearest.ts";
import { median } from "./measure.ts";
import { amount, type Row } from "./row.ts";

const searches = 50;

/** The ten nearest of 100,000 words, beside the products with all words in floats; both in turns. */
export const benchWords = async (): Promise<readonly Row[]> => {
  const loaded = await loadWords();
  if (!loaded.ok) throw new Error(loaded.problem.forOperator);
  const words = loaded.value;
  const { words: list } = words.table;
  const vectors = list.map((word) => words.vectorOf(word)!);
  const floats = Float32Array.from(vectors.flatMap((vector) => [...vector]));
  const products = new Float32Array(list.length);
  const inFloats = (asked: ArrayLike<number>): void => {
    for (let row = 0; row < products.length; row += 1) {
      let product = 0;
      for (let at = 0; at < asked.length; at += 1) product += floats[row * asked.length + at]! * asked[at]!;
      products[row] = product;
    }
  };
  const ways = {
    cosine: (asked: ArrayLike<number>) => void nearest(words, asked, { by: "cosine", count: 10 }),
    dot: (asked: ArrayLike<number>) => void nearest(words, asked, { by: "dot", count: 10 }),
    floats: inFloats,
  };
  const times: Record<keyof typeof ways, number[]> = { cosine: [], dot: [], floats: [] };
  for (let i = 0; i < searches; i += 1)
    for (const way of Object.keys(ways) as (keyof typeof ways)[]) {
      const asked = vectors[(i * 1_999) % vectors.length]!;
      const begin = performance.now();
      ways[way](asked);
      times[way].push(performance.now() - begin);
    }
  const beside = { most: 20, baseline: median(times.floats) };
  return [
    amount("nearest words by cosine, beside all products in floats", median(times.cosine), "ms", beside),
    amount("nearest words by dot product, beside the same", median(times.dot), "ms", beside),
  ];
};

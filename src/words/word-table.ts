import { quantise } from "./quantise.ts";
import { foldWord } from "./tokenise.ts";

/**
 * Words and their vectors, the commonest word first. Component c of word i is scales[i] · components[i · dimension + c].
 * Norms are those of the full vectors, before their components were rounded to eight bits.
 */
export interface WordTable {
  readonly dimension: number;
  readonly words: readonly string[];
  readonly components: Int8Array;
  readonly scales: Float32Array;
  readonly norms: Float32Array;
}

/** Takes words one by one, the commonest first, until there are as many as it has room for. */
export interface TableBuilder {
  readonly isFull: () => boolean;
  readonly size: () => number;
  /** Words with spaces, words already there in another spelling of capitals, and zero vectors are left out. */
  readonly add: (word: string, vector: ArrayLike<number>) => void;
  readonly build: () => WordTable;
}

/** No table has more components: to go through them all takes a few hundredths of a second. */
const mostComponents = 30_000_000;

/** A table for at most `most` words of one dimension; for fewer where these have more than 30 million components. */
export const createTableBuilder = (dimension: number, most: number): TableBuilder => {
  const room = Math.min(most, Math.floor(mostComponents / dimension));
  const components = new Int8Array(room * dimension);
  const [scales, norms] = [new Float32Array(room), new Float32Array(room)];
  const words: string[] = [];
  const seen = new Set<string>();
  return {
    isFull: () => words.length >= room,
    size: () => words.length,
    add: (typed, vector) => {
      const word = foldWord(typed);
      const row = words.length;
      if (word === "" || /\s/.test(word) || seen.has(word) || row >= room) return;
      const place = components.subarray(row * dimension, (row + 1) * dimension);
      const { scale, norm } = quantise(vector, place);
      if (Math.fround(scale) === 0) return;
      scales[row] = scale;
      norms[row] = norm;
      seen.add(word);
      words.push(word);
    },
    build: () => ({
      dimension,
      words,
      components: components.subarray(0, words.length * dimension),
      scales: scales.subarray(0, words.length),
      norms: norms.subarray(0, words.length),
    }),
  };
};

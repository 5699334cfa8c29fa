import { inEachLanguage, type Language } from "../language.ts";
import type { Feature } from "./features.ts";
import { keyOf, type Learned } from "./learn.ts";
import type { Meaning } from "./phrases.ts";
import type { Features } from "./train.ts";
import type { Known } from "./weigh.ts";

/** What was learned, as it is kept in a file: the large weights of each feature, the others being much alike. */
export interface Model {
  readonly meanings: readonly Meaning[];
  readonly words: Readonly<Record<Language, ReadonlySet<string>>>;
  /** Which phrases it was learned from. */
  readonly fingerprint: string;
  readonly find: (feature: Feature) => Known | undefined;
  readonly scoresOf: (features: Features) => Float32Array;
}

interface Header {
  readonly fingerprint: string;
  readonly meanings: readonly Meaning[];
  readonly words: Readonly<Record<Language, string>>;
  readonly features: number;
  readonly weights: number;
}

/** Of a feature's weights, those below this part of the largest are left out. */
const least = 0.05;

const largestByte = 127;

/** A number for a key, by FNV-1a. */
const hashOf = (key: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

/** A row with its middle value at 0, which changes no chance, in whole numbers from −127 to 127. */
const inBytes = (row: Float32Array): { readonly scale: number; readonly bytes: Int8Array } => {
  const middle = row.toSorted()[row.length >> 1]!;
  const largest = row.reduce((most, weight) => Math.max(most, Math.abs(weight - middle)), 1e-9);
  const bytes = Int8Array.from(row, (weight) => {
    const share = (weight - middle) / largest;
    return Math.abs(share) < least ? 0 : Math.round(share * largestByte);
  });
  return { scale: largest / largestByte, bytes };
};

/**
 * A line of JSON, then for the features in the order of their hashes: hashes (32 bits), rarities and scales (32-bit
 * floating point), counts of weights (16 bits); then the weights' meanings (16 bits) and the weights (8 bits).
 */
export const encodeModel = ({ meanings, features, words, table }: Learned, fingerprint: string): Buffer => {
  const rows = [...features]
    .map(([key, { id, rarity }]) => ({
      hash: hashOf(key),
      rarity,
      ...inBytes(table.subarray(id * meanings.length, (id + 1) * meanings.length)),
    }))
    .toSorted((x, y) => x.hash - y.hash);
  const kept = rows.map(({ bytes }) => [...bytes.keys()].filter((c) => bytes[c] !== 0));
  const header: Header = {
    fingerprint,
    meanings,
    words: inEachLanguage((language) => words[language].join(" ")),
    features: rows.length,
    weights: kept.reduce((sum, { length }) => sum + length, 0),
  };
  const bytesOf = (array: ArrayBufferView) => Buffer.from(array.buffer, array.byteOffset, array.byteLength);
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(header)}\n`),
    bytesOf(Uint32Array.from(rows, ({ hash }) => hash)),
    bytesOf(Float32Array.from(rows, ({ rarity }) => rarity)),
    bytesOf(Float32Array.from(rows, ({ scale }) => scale)),
    bytesOf(Uint16Array.from(kept, ({ length }) => length)),
    bytesOf(Uint16Array.from(kept.flat())),
    bytesOf(Int8Array.from(rows.flatMap(({ bytes }, i) => kept[i]!.map((c) => bytes[c]!)))),
  ]);
};

export const decodeModel = (file: Uint8Array): Model => {
  const end = file.indexOf("\n".charCodeAt(0));
  const header = JSON.parse(new TextDecoder().decode(file.subarray(0, end))) as Header;
  let at = end + 1;
  const take = (bytes: number): ArrayBuffer => {
    // A copy, which begins where numbers of any size may begin.
    const { buffer } = new Uint8Array(file.subarray(at, at + bytes));
    at += bytes;
    return buffer;
  };
  const hashes = new Uint32Array(take(4 * header.features));
  const rarities = new Float32Array(take(4 * header.features));
  const scales = new Float32Array(take(4 * header.features));
  const counts = new Uint16Array(take(2 * header.features));
  const columns = new Uint16Array(take(2 * header.weights));
  const weights = new Int8Array(take(header.weights));
  const starts = new Uint32Array(header.features + 1);
  counts.forEach((count, i) => {
    starts[i + 1] = starts[i]! + count;
  });
  return {
    meanings: header.meanings,
    fingerprint: header.fingerprint,
    words: inEachLanguage((language) => new Set(header.words[language].split(" "))),
    find: (feature) => {
      const id = placeOf(hashes, hashOf(keyOf(feature)));
      return id === undefined ? undefined : { id, rarity: rarities[id]! };
    },
    scoresOf: ({ ids, weights: shares }) => {
      const scores = new Float32Array(header.meanings.length);
      ids.forEach((id, k) => {
        const factor = scales[id]! * shares[k]!;
        for (let i = starts[id]!; i < starts[id + 1]!; i++) scores[columns[i]!]! += weights[i]! * factor;
      });
      return scores;
    },
  };
};

/** Where a number stands in ascending ones. */
const placeOf = (sorted: Uint32Array, wanted: number): number | undefined => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === wanted ? low : undefined;
};

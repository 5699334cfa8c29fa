import { splitOutside } from "./brackets.ts";
import { readPlainNumber } from "./read-number.ts";
import { rational, type Scalar, zero } from "./scalar.ts";
import { add } from "./scalar-arithmetic.ts";

/** Combining marks of î, ĵ, k̂ and of arrows. */
const marks = /[\u0302\u20D7]/g;

const axes = ["i", "j", "k"] as const;

type Axis = (typeof axes)[number];

/** One term: a sign, a number or none, and a unit vector. */
const oneTerm = /([+-]?)([\d./√]*(?:[eE][+-]?\d{1,3})?)\*?([ijk])(?![\p{L}\d_])/gu;

const wholeSum =
  /^(?:[+-]?[\d./√]*(?:[eE][+-]?\d{1,3})?\*?[ijk])(?:[+-][\d./√]*(?:[eE][+-]?\d{1,3})?\*?[ijk])*$/;

/**
 * Reads vectors written with unit vectors, such as `3i − 2j + k and i + j`; undefined when the text is not of that
 * kind. They have three components if k stands in any of them, else two.
 */
export const readUnitVectors = (text: string): readonly (readonly Scalar[])[] | undefined => {
  if (text.length > 4_096 || !/[ij]/.test(text.normalize("NFD"))) return undefined;
  const pieces = text
    .normalize("NFD")
    .replace(marks, "")
    .split(/[,;|\n·()[\]<>{}]|\s\.\s|\b(?:and|vs|onto|with)\b/)
    .map((piece) => piece.replace(/\s/g, ""))
    .filter((piece) => piece !== "");
  if (pieces.length === 0 || !pieces.every((piece) => wholeSum.test(piece))) return undefined;
  if (!pieces.some((piece) => /[ijk].*[ijk]/.test(piece))) return undefined;
  const vectors = pieces.map(coefficientsOf);
  if (vectors.some((each) => each === undefined)) return undefined;
  const used = vectors.some((each) => each!.has("k")) ? axes : axes.slice(0, 2);
  return vectors.map((each) => used.map((axis) => each!.get(axis) ?? zero));
};

const coefficientsOf = (piece: string): ReadonlyMap<Axis, Scalar> | undefined => {
  const found = new Map<Axis, Scalar>();
  for (const [, sign = "", number = "", axis] of piece.matchAll(oneTerm)) {
    const read = readPlainNumber(`${sign === "-" ? "-" : ""}${number === "" ? "1" : number}`);
    if (read?.ok !== true) return undefined;
    found.set(axis as Axis, add(found.get(axis as Axis) ?? rational(0), read.value.value));
  }
  return found;
};

/** Whether a sum of unit vectors stands in a text among words: the pieces, as they are written. */
export const unitVectorsAmongWords = (text: string): readonly string[] => {
  const plain = text.normalize("NFD").replace(marks, "");
  const sums =
    /(?<![\p{L}\d])[+-]?\s?[\d./√]{0,20}\*?[ijk](?:\s*[+-]\s*[\d./√]{0,20}\*?[ijk])+(?![\p{L}\d])/gu;
  return splitOutside(plain, () => 0).flatMap((whole) => whole.match(sums) ?? []);
};

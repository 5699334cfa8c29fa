import { partsOf } from "../math/brackets.ts";
import { toPlainSigns } from "../math/read-text.ts";
import { readVectors } from "../math/read-vectors.ts";
import type { Scalar } from "../math/scalar.ts";
import { multiply } from "../math/scalar-arithmetic.ts";
import { type Vector, vectorOf } from "../math/vector.ts";

/** Longer answers are no multiple that anybody writes. */
const longest = 500;

/** A vector in brackets times or over a number, as a learner normalises one: (4, 3)/5, 1/5·(4, 3), −2(1, 0). */
export const readMultiple = (text: string): Vector | undefined => {
  if (text.length > longest) return undefined;
  const plain = toPlainSigns(text).trim();
  const { parts, fault } = partsOf(plain);
  if (fault !== undefined) return undefined;
  const lengths = parts.map((part) => (part.kind === "group" ? part.inner.length + 2 : part.text.length));
  const lists = parts.flatMap((part, i) => (part.kind === "group" && /[,;]/.test(part.inner) ? [i] : []));
  const [at, ...others] = lists;
  if (at === undefined || others.length > 0) return undefined;
  const start = lengths.slice(0, at).reduce((sum, length) => sum + length, 0);
  const end = start + lengths[at]!;
  const factor = factorOf(plain.slice(0, start), plain.slice(end));
  const read = readVectors(plain.slice(start, end));
  const [only, ...more] = read.ok ? read.value : [];
  if (factor === undefined || only === undefined || more.length > 0) return undefined;
  return vectorOf(
    only.components.map((component) => multiply(factor, component)),
    only.notation,
  );
};

/** What stands before and behind the vector, as one number. */
const factorOf = (before: string, behind: string): Scalar | undefined => {
  const [head, tail] = [before.trim(), behind.trim()];
  if (head === "" && tail === "") return undefined;
  if (/(?!^)[+-]|\/$/.test(head) || /^[^/*·]|[+-]/.test(tail)) return undefined;
  // A gap alone is no sign of multiplication: 10 (1, 2) may be two answers.
  if (/[\d)]\s+$/.test(before)) return undefined;
  const times = head === "" || head === "-" || head === "+" || /[*·]$/.test(head) ? head : `${head}*`;
  const read = readVectors(`${times}1${tail}`);
  const [only, ...others] = read.ok ? read.value : [];
  return only?.components.length === 1 && others.length === 0 ? only.components[0] : undefined;
};

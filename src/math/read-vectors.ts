import { cut } from "../base/cut.ts";
import { err, ok, type Result } from "../base/result.ts";
import { type Effort, effortOf, effortOfDenominators, effortOfRoots, newEffort, pay } from "./effort.ts";
import type { TooLong, Unreadable, UnreadableReason } from "./problem.ts";
import { readExpression } from "./read-expression.ts";
import { latexToPlain } from "./read-latex.ts";
import { mostDigits, type ReadNumber, readPlainNumber } from "./read-number.ts";
import { toPlainSigns } from "./read-text.ts";
import { readUnitVectors } from "./read-unit-vectors.ts";
import { withoutWrappers } from "./read-wrappers.ts";
import { splitVectors, type WrittenVector } from "./split-vectors.ts";
import { mostComponents, type Vector, vectorOf } from "./vector.ts";

/** The longest text that is read, in characters. */
export const mostText = 204_800;

/** The most vectors that are read at once, and the most numbers in all of them: three of the largest dimension. */
const mostVectors = 1_000;
const mostNumbers = 3 * mostComponents;

/**
 * Reads the vectors in a text, in any of the ways in which people write them: `2,3,4 1,0,2`, `(2, 3, 4)·(1, 0, 2)`,
 * `[2 3 4] [1 0 2]`, `2;3;4 | 1;0;2`, `1,5;2,5` with decimal commas, `3i − 2j + k`, code, LaTeX. An empty text holds
 * none. A problem names the vector and the component.
 */
export const readVectors = (text: string): Result<readonly Vector[], Unreadable | TooLong> => {
  const amiss = tooMuchOf(text);
  if (amiss !== undefined) return err(amiss);
  const plain = withoutWrappers(latexToPlain(toPlainSigns(text)));
  const units = readUnitVectors(plain);
  if (units !== undefined) return ok(units.map((components) => vectorOf(components)));
  const { vectors: written, fault, rest = "" } = splitVectors(plain);
  const beyond = (vector: number, reason: UnreadableReason) =>
    err<Unreadable>({
      kind: "unreadable",
      vector: vector + 1,
      found: cut(asText(written[vector]!.slice(0, 60)), 60),
      reason,
      understood: [],
    });
  if (written.length > mostVectors) return beyond(mostVectors, "too-many-vectors");
  const read: Vector[] = [];
  const effort = newEffort();
  let numbers = 0;
  for (const each of written) {
    numbers += each.length;
    if (each.length <= mostComponents && numbers > mostNumbers)
      return beyond(read.length, "too-many-numbers");
    const vector = readVector(each, read.length + 1, written, effort);
    if (!vector.ok) return vector;
    read.push(vector.value);
  }
  if (fault === undefined) return ok(read);
  return err({
    kind: "unreadable",
    vector: read.length + 1,
    found: cut(rest.trim(), 60),
    reason: fault,
    understood: written.map(asText),
  });
};

/** Separators, brackets and the like, of which each number has few around it. */
const marks = /[,;|()[\]{}<>\s\\:="'&]/g;
const mostMarks = 4 * mostNumbers;

/** A text that is too long to be read, or in which so many marks stand that there cannot be as few numbers as are read. */
export const tooMuchOf = (text: string): Unreadable | TooLong | undefined => {
  if (text.length > mostText) return { kind: "too-long", length: text.length, limit: mostText };
  if (text.length <= mostMarks || (text.match(marks)?.length ?? 0) <= mostMarks) return undefined;
  const found = cut(text.trim(), 60);
  return { kind: "unreadable", vector: 1, found, reason: "too-many-numbers", understood: [] };
};

const asText = (components: WrittenVector): string => `(${components.join(", ")})`;

const readVector = (
  components: WrittenVector,
  position: number,
  all: readonly WrittenVector[],
  effort: Effort,
): Result<Vector, Unreadable> => {
  const problemAt = (reason: UnreadableReason, found: string, component?: number) =>
    err<Unreadable>({
      kind: "unreadable",
      vector: position,
      ...(component === undefined ? {} : { component }),
      found: cut(found, 60),
      reason,
      understood: all.slice(0, position - 1).map(asText),
    });
  if (components.length > mostComponents)
    return problemAt("too-many-components", `${components.length} components`);
  const numbers: ReadNumber[] = [];
  for (const [i, component] of components.entries()) {
    const number = readComponent(component, effort);
    if (!number.ok) return problemAt(number.problem, component, i + 1);
    numbers.push(number.value);
  }
  const inDecimals =
    numbers.some((n) => n.written === "decimal") && numbers.every((n) => n.written !== "fraction");
  return ok(
    vectorOf(
      numbers.map((n) => n.value),
      inDecimals ? "decimal" : "fraction",
    ),
  );
};

/** No number that is read is written with more characters: two of the most digits, a fraction line, signs. */
const longestComponent = 2 * mostDigits + 20;

/** One component: a plain number or letter, else an expression. */
const readComponent = (text: string, effort: Effort): Result<ReadNumber, UnreadableReason> => {
  if (text === "") return err("empty-component");
  if (text.length > longestComponent)
    return err(/^[\d.+-]*$/.test(text) ? "too-many-digits" : "not-a-number");
  if (!pay(effort, effortOfRoots(text))) return err("too-laborious");
  const read = readPlainNumber(text) ?? readExpression(text, effort);
  if (!read.ok) return read;
  const { value } = read.value;
  // Decimals are over powers of ten, of which the largest is common to all.
  const price = effortOf(value) + (text.includes("/") ? effortOfDenominators(effort, value) : 0);
  return pay(effort, price) ? read : err("too-laborious");
};

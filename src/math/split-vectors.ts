import { type BracketFault, type Part, partsOf, splitOutside } from "./brackets.ts";
import { gapAt, hasOutside, splitComponents } from "./split-components.ts";

/** One vector as it was written: its components, each as text. */
export type WrittenVector = readonly string[];

export interface Split {
  /** The vectors before the fault, or all. */
  readonly vectors: readonly WrittenVector[];
  readonly fault?: BracketFault | "ragged-matrix";
  /** The text at fault. */
  readonly rest?: string;
}

/** What may stand between vectors and means nothing by itself. */
const between = /^(?:[\s,;.·*|&@+-]|\b(?:and|vs|versus|onto|with|dot|to|from|x)\b)*$/i;
const betweenAtEnds =
  /^(?:[\s,;·*|&@]|\.\s|\b(?:and|vs|versus|onto|with|dot|to|from)\b)+|(?:[\s,;·*|&@+-]|\b(?:and|vs|versus|onto|with|dot|to|from)\b)+$/gi;

/** Cuts a text in plain signs into vectors, and each into its components. */
export const splitVectors = (text: string): Split => {
  const { parts, fault, rest } = partsOf(text);
  if (fault !== undefined) {
    const before = hasVectorGroup(parts) ? splitParts(parts).vectors : [];
    return { vectors: before, fault, ...(rest === undefined ? {} : { rest }) };
  }
  if (hasVectorGroup(parts)) return splitParts(parts);
  const isOnlyGroups =
    parts.some(({ kind }) => kind === "group") &&
    parts.every((part) => (part.kind === "group" ? !isCall(part) : between.test(part.text)));
  return isOnlyGroups
    ? { vectors: parts.flatMap((part) => (part.kind === "group" ? [splitComponents(part.inner)] : [])) }
    : { vectors: splitBare(text) };
};

export type Group = Extract<Part, { kind: "group" }>;

/** What follows a name or a root is the argument of a function. */
export const isCall = ({ open, before }: Group): boolean =>
  open === "(" && /[\p{L}√]$|\b(?:sqrt|abs|exp|sin|cos|tan)\s+$/u.test(before) && !between.test(before);

/** Brackets make a vector when they are not round, or when components are separated in them. */
const isVectorGroup = (part: Part): part is Group =>
  part.kind === "group" &&
  !isCall(part) &&
  (part.open !== "(" || hasOutside(part.inner, ",", ";", "|") || holdsVectors(part) || isSpaced(part.inner));

const isSpaced = (inner: string): boolean => splitOutside(inner.trim(), gapAt).length > 1;

const holdsVectors = ({ inner }: Group): boolean => hasVectorGroup(partsOf(inner).parts);

const hasVectorGroup = (parts: readonly Part[]): boolean => parts.some(isVectorGroup);

/** Vectors in brackets, and what else stands between them: a number, a list without brackets. */
const splitParts = (parts: readonly Part[]): Split => {
  const vectors: WrittenVector[] = [];
  for (const part of joined(parts)) {
    if (part.kind === "outside") {
      const text = between.test(part.text) ? "" : part.text.replace(betweenAtEnds, "");
      if (text !== "") vectors.push(...splitVectors(text).vectors);
    } else {
      const { vectors: found, ...fault } = splitGroup(part);
      vectors.push(...found);
      if (fault.fault !== undefined) return { vectors, ...fault };
    }
  }
  return { vectors };
};

/** Round brackets that make no vector belong to the text around them. */
const joined = (parts: readonly Part[]): readonly Part[] => {
  const all: Part[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    const text = isVectorGroup(part) ? undefined : textOf(part);
    if (text === undefined) all.push(part);
    else if (last?.kind === "outside") all[all.length - 1] = { kind: "outside", text: last.text + text };
    else all.push({ kind: "outside", text });
  }
  return all;
};

const textOf = (part: Part): string => (part.kind === "outside" ? part.text : `(${part.inner})`);

const splitGroup = (group: Group): Split => {
  const { parts } = partsOf(group.inner);
  const rows = parts.filter(isVectorGroup);
  if (rows.length > 0) {
    const isMatrix =
      group.open === "[" && parts.every((part) => part.kind === "group" || between.test(part.text));
    return isMatrix
      ? splitMatrix(
          rows.map(({ inner }) => splitComponents(inner)),
          group.inner,
        )
      : splitParts(parts);
  }
  if (group.open === "[" && hasOutside(group.inner, ";")) return splitLines(group.inner);
  return { vectors: [splitComponents(group.inner)] };
};

/** [2; 3; 4] is a column; [1 2; 3 4] and [1, 2; 3, 4] have a vector in each row. */
const splitLines = (inner: string): Split => {
  const lines = splitOutside(inner, (text, index) => (text[index] === ";" ? 1 : 0)).filter(
    (line) => line.trim() !== "",
  );
  return splitMatrix(lines.map(splitComponents), inner);
};

/** A matrix of one column is a vector; else each row is one, and the rows are of one length. */
const splitMatrix = (rows: readonly WrittenVector[], text: string): Split => {
  if (rows.length > 1 && rows.every((row) => row.length === 1)) return { vectors: [rows.flat()] };
  if (rows.some((row) => row.length !== rows[0]!.length))
    return { vectors: [], fault: "ragged-matrix", rest: `[${text}]` };
  return { vectors: rows };
};

/**
 * A text without brackets around vectors: bars, new lines and words separate them, and gaps where commas separate
 * components.
 */
const splitBare = (text: string): readonly WrittenVector[] =>
  text
    .split(/\n|\||(?<=\s)[·.](?=\s)|\b(?:and|vs|versus|onto|with)\b/)
    .flatMap(splitAtSlash)
    .flatMap(splitAtSemicolons)
    .flatMap((part) => (/[,;]/.test(part) ? splitOutside(part.trim(), gapAt) : [part]))
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map(splitComponents);

/** 2 3 4 / 1 0 2 are two vectors; 1 / 2 is one number. */
const splitAtSlash = (part: string): readonly string[] => {
  if (/[,;]/.test(part)) return [part];
  const pieces = part.split(/\s\/\s/);
  return pieces.length > 1 && pieces.some((piece) => /\S\s+\S/.test(piece.trim())) ? pieces : [part];
};

/** 1, 2, 3; 4, 5, 6 are two vectors; 1,5; 2,5 is one with decimal commas. */
const splitAtSemicolons = (part: string): readonly string[] => {
  const pieces = part.split(";").filter((piece) => piece.trim() !== "");
  const isRows =
    pieces.length > 1 &&
    pieces.every((piece) => piece.includes(",")) &&
    !pieces.every((piece) => /^\s*[+-]?\d+,\d+\s*$/.test(piece));
  return isRows ? pieces : [part];
};

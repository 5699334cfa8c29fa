import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read } from "../../src/reading/read.ts";
import type { Span } from "../../src/reading/tree.ts";
import { runs } from "../support/runs.ts";
import { examples } from "./examples.ts";
import { showReading, showWhole } from "./show-tree.ts";

/** Words that nobody has a meaning for, signs that stand for nothing, and operators. */
const words = ["blorp", "zwo", "fnord", "threeish", "unweighted", "nicht", "jamás", "two"];
const signs = ["#", "§", "¤", "¬", "¶", "☐", "±", "~", "…", "\\", "\u0000"];
const operators = ["+", "-", "*", "/", "^", "×", "·", "@", "%", "²", "'", "!", "=", "<"];

/** Where a piece is put: between two characters, with gaps around it or without. */
const insertion = fc.record({
  example: fc.constantFrom(...examples),
  place: fc.nat(),
  piece: fc.constantFrom(...words, ...signs, ...operators),
  gaps: fc.constantFrom("", " "),
});

/** Whether a problem names the place: what was put in, or the word or sign beside it. */
const names = (span: Span, text: string, from: number, to: number): boolean => {
  const before = /\S*\s*$/.exec(text.slice(0, from))![0].length;
  const behind = /^\s*\S*/.exec(text.slice(to))![0].length;
  return span.start <= to + behind && span.end >= from - before;
};

/** A whole reading as text: a sign that changes nothing else still changes what was typed. */
const shown = (text: string): string => {
  const result = read(text);
  const left = result.ok ? result.value.left.map(({ start, end }) => text.slice(start, end)).join(" ") : "";
  return `${showReading(result)} ${result.ok ? showWhole(result.value) : ""} ${left}`;
};

describe("whatever is put into a text", () => {
  test("each example is read", () => {
    for (const example of examples) expect(read(example).ok, example).toBe(true);
  });

  test("changes the reading, or its place is named", () => {
    fc.assert(
      fc.property(insertion, ({ example, place, piece, gaps }) => {
        const at = place % (example.length + 1);
        const put = `${gaps}${piece}${gaps}`;
        const text = example.slice(0, at) + put + example.slice(at);
        const result = read(text);
        if (result.ok) {
          if (!meansTheSame(example, at, piece, gaps)) expect(shown(text), text).not.toBe(shown(example));
        } else {
          expect(result.problem.found, text).not.toBe("");
          if (words.includes(piece) && gaps !== "" && isWhole(example, at))
            expect(
              names(result.problem.span, text, at, at + put.length),
              `${text}: ${result.problem.found}`,
            ).toBe(true);
        }
      }),
      { numRuns: runs(2_000) },
    );
  });
});

/** Whether a word that is put here stands by itself, and not in the middle of another, or of a command of LaTeX. */
const isWhole = (example: string, at: number): boolean =>
  /^\s?$/.test(example[at] ?? "") || /^\s?$/.test(example[at - 1] ?? "");

/**
 * What is written in two ways: element-wise with a hyphen, == for =, "=" and "!" at the end, a + before a −, a star
 * behind the coefficient of a unit vector, LaTeX's own starred forms and its backslash before brackets.
 */
const meansTheSame = (example: string, at: number, piece: string, gaps: string): boolean => {
  const [last, next] = [example.slice(0, at).trimEnd().at(-1), example.slice(at).trimStart()[0]];
  if (piece === "-") return gaps === "";
  if (piece === "=")
    return (
      last === "=" ||
      next === "=" ||
      next === undefined ||
      next === "?" ||
      /^\s*(?:ab|please)$/.test(example.slice(at)) ||
      /temperature\s*$/.test(example.slice(0, at)) ||
      /^[A-Z][a-z]+\[/.test(example)
    );
  if (piece === "!") return next === undefined || next === "?" || last === "?" || last === "¿";
  if (piece === "+") return next === "−" || next === "-";
  if (piece === "\\") return example.includes("\\") || (gaps === "" && /^[{}|%([\])]$/.test(next ?? ""));
  return /^[*·]$/.test(piece) && (/[ijk]/.test(next ?? "") || example.includes("\\"));
};

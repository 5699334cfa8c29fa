import type { TooLong, Unreadable, UnreadableReason } from "../problem.ts";
import { err, ok, type Result } from "../result.ts";
import { type ReadNumber, readPlainNumber } from "./read-number.ts";
import { toPlainSigns } from "./read-text.ts";
import { mostComponents, type Vector, vectorOf } from "./vector.ts";

/** The longest text that is read, in characters. */
export const mostText = 65_536;

/**
 * Reads the vectors in a text: `2,3,4 1,0,2`, `(2, 3, 4)·(1, 0, 2)`, `[2 3 4] [1 0 2]`, `2;3;4 | 1;0;2`,
 * `1,5;2,5` with decimal commas. An empty text holds none. A problem names the vector and the component.
 */
export const readVectors = (text: string): Result<readonly Vector[], Unreadable | TooLong> => {
  if (text.length > mostText) return err({ kind: "too-long", length: text.length, limit: mostText });
  const groups = splitVectors(toPlainSigns(text));
  const vectors: Vector[] = [];
  for (const group of groups) {
    const problemAt = (reason: UnreadableReason, found: string, component?: number): Unreadable => ({
      kind: "unreadable",
      vector: vectors.length + 1,
      ...(component === undefined ? {} : { component }),
      found: found.slice(0, 60),
      reason,
      understood: groups.slice(0, vectors.length).map((read) => `(${read.components.join(", ")})`),
    });
    if (group.unbalanced) return err(problemAt("unbalanced-bracket", group.components.join(", ")));
    if (group.components.length > mostComponents) {
      return err(problemAt("too-many-components", `${group.components.length} components`));
    }
    const numbers: ReadNumber[] = [];
    for (const [i, component] of group.components.entries()) {
      const number = component === "" ? err("empty-component" as const) : readPlainNumber(component);
      if (number?.ok !== true) return err(problemAt(number?.problem ?? "not-a-number", component, i + 1));
      numbers.push(number.value);
    }
    const inDecimals =
      numbers.some((n) => n.written === "decimal") && numbers.every((n) => n.written !== "fraction");
    vectors.push(
      vectorOf(
        numbers.map((n) => n.value),
        inDecimals ? "decimal" : "fraction",
      ),
    );
  }
  return ok(vectors);
};

interface Group {
  readonly components: readonly string[];
  readonly unbalanced: boolean;
}

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "<": ">" };

/**
 * Cuts a text into vectors, and each into its components. A gap ends a vector only where commas or semicolons already
 * separate the components; `2 3 4` is one vector.
 */
const splitVectors = (text: string): readonly Group[] => {
  const bracketed = [...text.matchAll(/([([{<])([^()[\]{}<>]*)([)\]}>]?)/g)];
  const outside = text.replace(/[([{<][^()[\]{}<>]*[)\]}>]?/g, " ");
  if (bracketed.length > 0 && /^[\s,;.·*|&]*(?:(?:and|vs|onto)[\s,;.·*|&]*)*$/i.test(outside)) {
    return bracketed.map(([, open, inner, close]) => ({
      components: splitComponents(inner!),
      unbalanced: closing[open!] !== close,
    }));
  }
  return text
    .split(/\n|\||·|\band\b|\bvs\b|\bonto\b/)
    .flatMap((part) => (/[,;]/.test(part) ? part.split(/(?<=[^\s,;])\s+(?=[^\s,;])/) : [part]))
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => ({ components: splitComponents(part), unbalanced: /[()[\]{}<>]/.test(part) }));
};

/** Semicolons separate where there are any, and commas are then decimal; else commas; else spaces. */
const splitComponents = (text: string): readonly string[] => {
  const separator = text.includes(";") ? ";" : text.includes(",") ? "," : /\s+/;
  const parts = text
    .trim()
    .split(separator)
    .map((part) => (separator === ";" ? part.trim().replace(/^([+-]?\d+),(\d+)$/, "$1.$2") : part.trim()));
  return parts.length > 1 && parts.at(-1) === "" ? parts.slice(0, -1) : parts;
};

import code from "../code.json" with { type: "json" };
import type { QualifierWord } from "../tokens/meaning.ts";
import { parseOperation } from "../tokens/phrases.ts";
import type { Operation, Qualifiers } from "../tree.ts";

/** What a name of a function in code stands for. */
export interface KnownFunction {
  readonly operation: Operation;
  readonly qualifiers: Qualifiers;
}

const functions: ReadonlyMap<string, KnownFunction> = new Map(
  Object.entries(code.functions).flatMap(([key, names]) => {
    const { operation, qualifiers } = parseOperation(key);
    return names.map((name) => [name, { operation, qualifiers }] as const);
  }),
);

const refused: ReadonlySet<string> = new Set(code.refused);
const wrappers: ReadonlySet<string> = new Set([...code.wrappers, ...code.scalars]);
const namespaces: ReadonlySet<string> = new Set(code.namespaces);
const ignored: ReadonlySet<string> = new Set(code.ignored);
const axes: ReadonlySet<string> = new Set(code.axes);

/** The operation of a function's name, as languages and libraries spell it. */
export const findFunction = (name: string): KnownFunction | undefined => functions.get(name);

export const isRefusedFunction = (name: string): boolean => refused.has(name);

/** A name around a list or a number in code, which changes nothing: np.array, vec3, float, print. */
export const isWrapper = (name: string): boolean => wrappers.has(name);

export const isNamespaceName = (name: string): boolean => namespaces.has(name);

/** What an argument by name says: a qualifier, an axis, or nothing that matters. */
export const settingOf = (name: string): QualifierWord | "metric" | "axis" | "ignored" | undefined => {
  const lists = Object.entries(code.settings) as readonly (readonly [
    QualifierWord | "metric",
    readonly string[],
  ])[];
  const found = lists.find(([, names]) => names.includes(name))?.[0];
  return found ?? (axes.has(name) ? "axis" : ignored.has(name) ? "ignored" : undefined);
};

/** What a metric is called that is given as a word: cdist(a, b, 'cosine'). */
export const metricOf = (name: string): KnownFunction | undefined =>
  name === "cosine" ? { operation: "cosine-distance", qualifiers: {} } : findFunction(name);

import { type Parts, splitInside } from "../lists/split-rows.ts";
import { fail, type State, take } from "../state.ts";
import { across, type Qualifiers, type Tree } from "../tree.ts";
import { type KnownFunction, metricOf, settingOf } from "./functions.ts";
import { parseRange } from "./parse-expression.ts";

export interface Arguments {
  readonly operands: readonly Tree[];
  readonly qualifiers: Qualifiers;
  readonly metric?: KnownFunction;
}

/** Which norm a p stands for: 1, 2, ∞ or another. */
export const measureOf = (p: Tree): Qualifiers => {
  if (p.kind === "infinity") return { measure: "chebyshev" };
  if (p.kind === "number" && p.typed === "1") return { measure: "manhattan" };
  if (p.kind === "number" && p.typed === "2") return { measure: "euclidean" };
  return { measure: "minkowski", p };
};

export const argumentsHere = (s: State): { readonly partner: number; readonly parts: readonly Parts[] } => {
  const partner = s.partners.get(s.at)!;
  const from = s.at + 1;
  take(s);
  return { partner, parts: splitInside(s, from, partner) };
};

export const close = (s: State, partner: number): void => {
  s.at = partner;
  take(s);
};

export const parseArguments = (s: State, parts: readonly Parts[]): Arguments | undefined => {
  const operands: Tree[] = [];
  let qualifiers: Qualifiers = {};
  let metric: KnownFunction | undefined;
  for (const { from, to } of parts) {
    const [name, sign] = [s.pieces[from]!, s.pieces[from + 1]];
    if (name.kind === "word" && sign?.text === "=" && sign.kind === "relation" && from + 2 < to) {
      const setting = parseSetting(s, from, to);
      if (setting === undefined) return undefined;
      if ("operation" in setting) metric = setting;
      else qualifiers = { ...qualifiers, ...setting };
    } else if (isMetric(s, from, to)) {
      metric = metricOf(s.pieces[from + 1]!.text);
      takeAll(s, from, to);
    } else {
      const tree = parseRange(s, from, to);
      if (tree === undefined) return undefined;
      operands.push(tree);
    }
  }
  return { operands, qualifiers, ...(metric === undefined ? {} : { metric }) };
};

/** A metric named in quotes: 'cosine'. */
const isMetric = (s: State, from: number, to: number): boolean =>
  to === from + 3 && /^["']$/.test(s.pieces[from]!.text) && metricOf(s.pieces[from + 1]!.text) !== undefined;

const takeAll = (s: State, from: number, to: number): void => {
  s.taken.fill(1, from, to);
};

/** An argument by name: ord=1, temperature=0.5, dtype=torch.float32, metric='cosine'. */
const parseSetting = (s: State, from: number, to: number): Qualifiers | KnownFunction | undefined => {
  const name = s.pieces[from]!;
  const setting = settingOf(name.text);
  const value = s.pieces[from + 2]!;
  if (setting === undefined) return fail(s, name, "unknown-setting");
  if (setting === "ignored" || setting === "axis") {
    const isPlain =
      to - from <= 12 &&
      (setting === "ignored" || /^-?[012]$/.test(s.text.slice(value.start, s.pieces[to - 1]!.end)));
    if (!isPlain) return fail(s, across(name, s.pieces[to - 1]!), "unknown-setting");
    takeAll(s, from, to);
    return {};
  }
  if (setting === "metric") {
    if (!isMetric(s, from + 2, to)) return fail(s, across(value, s.pieces[to - 1]!), "unknown-setting");
    takeAll(s, from, to);
    return metricOf(s.pieces[from + 3]!.text)!;
  }
  s.taken.fill(1, from, from + 2);
  const tree = parseRange(s, from + 2, to);
  if (tree === undefined) return undefined;
  return setting === "p" ? measureOf(tree) : { [setting]: tree };
};

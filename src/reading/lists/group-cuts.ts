import { isTurned, type State } from "../state.ts";
import { across, type Sign, type Span } from "../tree.ts";
import { type Cut, type CutKind, signOfPiece } from "./cut-run.ts";
import { isDecimal, type Parts } from "./split-rows.ts";

/** Elements that belong together, and the sign that joins them to the group before. */
export interface Group {
  readonly parts: readonly Parts[];
  readonly operator?: { readonly sign: Sign; readonly at: Span };
  /** Whether a comma within an element is a decimal comma. */
  readonly isDecimal: boolean;
  /** Whether commas stand between thousands, so that the elements are one number. */
  readonly isThousands: boolean;
}

export const group = (
  s: State,
  cuts: readonly Cut[],
  elements: readonly Parts[],
  joins: (kind: CutKind) => boolean,
  isDecimal = false,
): readonly Group[] => {
  const groups: { parts: Parts[]; operator?: NonNullable<Group["operator"]> }[] = [{ parts: [elements[0]!] }];
  for (const [i, { kind, end }] of cuts.entries()) {
    const part = elements[i + 1]!;
    if (joins(kind)) groups.at(-1)!.parts.push(part);
    else if (kind === "operator") {
      const { start, end: stop } = s.pieces[end]!;
      groups.push({
        parts: [part],
        operator: { sign: signOfPiece(s.pieces[end]!)!, at: { start, end: stop } },
      });
    } else groups.push({ parts: [part] });
  }
  return groups.map((each) => ({ ...each, isDecimal, isThousands: false }));
};

/** What joins the numbers of a list without commas. */
export const joiner = (
  s: State,
  cuts: readonly Cut[],
  elements: readonly Parts[],
  kinds: ReadonlySet<CutKind>,
): readonly CutKind[] => {
  const areNumbers = elements.every(({ from, to }) => s.partners.get(from) !== to - 1);
  const gaps: readonly CutKind[] = ["gap", "tab"];
  if (kinds.has("semicolon")) {
    const rows = group(s, cuts, elements, (kind) => gaps.includes(kind));
    const columns = group(s, cuts, elements, (kind) => kind === "semicolon");
    const isEven = (groups: readonly Group[]) =>
      groups.every(({ parts }) => parts.length === groups[0]!.parts.length);
    const isColumn = areNumbers && isEven(columns) && columns[0]!.parts.length > 1;
    return isColumn && !(isEven(rows) && rows[0]!.parts.length > 1) ? ["semicolon"] : gaps;
  }
  const has = (...some: readonly CutKind[]) => some.some((kind) => kinds.has(kind));
  if (has("line", "blank") && !has("gap", "tab", "bar") && areNumbers) return ["line"];
  if (kinds.has("bar") && !has("gap", "tab", "line") && areNumbers) return ["bar"];
  return gaps;
};

/** Lists with commas: what else separates, separates lists; but a comma may be a decimal comma. */
export const withCommas = (
  s: State,
  cuts: readonly Cut[],
  elements: readonly Parts[],
  kinds: ReadonlySet<CutKind>,
): readonly Group[] => {
  const groups = group(s, cuts, elements, (kind) => kind === "comma");
  const span = across(s.pieces[elements[0]!.from]!, s.pieces[elements.at(-1)!.to - 1]!);
  const whole = groups.map(({ parts }) => ({ from: parts[0]!.from, to: parts.at(-1)!.to }));
  const typed = whole.map(({ from, to }) => isDecimal(s, from, to));
  const areThousands = typed.every((each) => each !== undefined && /^[-+−]?[1-9]\d{0,2},0\d\d$/.test(each));
  const mayBeDecimal =
    !areThousands &&
    typed.every((each) => each !== undefined) &&
    (groups.length > 1 || s.known.decimalComma === true);
  if (mayBeDecimal) {
    const isUsual = isUsuallyDecimal(s, typed, kinds);
    if (isTurned(s, "decimal-comma", span) !== isUsual) {
      const further = cuts.filter(({ kind }) => kind !== "comma");
      return group(
        s,
        further,
        whole,
        (kind) => kind === "gap" || kind === "tab" || kind === "semicolon",
        true,
      );
    }
    return groups;
  }
  return groups.map((each, i) => {
    const { from, to } = whole[i]!;
    const text = s.text.slice(s.pieces[from]!.start, s.pieces[to - 1]!.end);
    const isThousands =
      /^[-+−]?[1-9]\d{0,2}(?:,\d{3})+$/.test(text) && /,0\d\d/.test(text) && !isTurned(s, "thousands", span);
    return { ...each, isThousands };
  });
};

/** 1,5;2,5 are decimals; 1,0;0,1 are rows, since nobody writes a nought behind a decimal comma. */
const isUsuallyDecimal = (
  s: State,
  typed: readonly (string | undefined)[],
  kinds: ReadonlySet<CutKind>,
): boolean => {
  if (s.known.decimalComma === true) return true;
  return kinds.has("semicolon") && s.known.rows !== "matrix" && !typed.some((each) => each!.endsWith(",0"));
};

/** Lines of numbers: each a vector, or where they are columns of a sheet, each column. */
export const columnsOf = (
  s: State,
  groups: readonly Group[],
  kinds: ReadonlySet<CutKind>,
): readonly Group[] | undefined => {
  const [first] = groups;
  const width = first!.parts.length;
  const isTable =
    kinds.has("line") &&
    width > 1 &&
    groups.length > 1 &&
    groups.every(({ parts }) => parts.length === width);
  if (!isTable || (!kinds.has("tab") && !(width === 2 && groups.length > 2))) return undefined;
  const areUsual = kinds.has("tab") && groups.length > width;
  const span = across(s.pieces[first!.parts[0]!.from]!, s.pieces[groups.at(-1)!.parts.at(-1)!.to - 1]!);
  if (isTurned(s, "columns-or-rows", span) === areUsual) return undefined;
  return first!.parts.map((_, i) => ({
    parts: groups.map(({ parts }) => parts[i]!),
    isDecimal: false,
    isThousands: false,
  }));
};

/** A line of the table. A budget is what a figure may be at most, or has to be at least. */
export interface Row {
  readonly measured: string;
  readonly figure: string;
  readonly baseline: string;
  readonly budget: string;
  readonly verdict: string;
}

export interface Limit {
  readonly most?: number;
  readonly least?: number;
}

export interface Beside extends Limit {
  readonly baseline?: number;
  /** What else is to be known of the figure. */
  readonly note?: string;
}

const show = (value: number, unit: string): string => {
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return `${value.toFixed(digits)}${unit === "" ? "" : ` ${unit}`}`;
};

const noted = (figure: string, note: string | undefined): string =>
  note === undefined ? figure : `${figure} (${note})`;

const budgetOf = ({ most, least }: Limit, unit: string): string => {
  if (most !== undefined) return `at most ${most} ${unit}`;
  return least === undefined ? "–" : `at least ${least} ${unit}`;
};

/** By how much a figure misses its budget; a figure that could not be measured misses it, too. */
const verdictOn = (value: number, { most, least }: Limit, unit: string): string => {
  if (most === undefined && least === undefined) return "–";
  if (Number.isNaN(value)) return "not measured";
  if (most !== undefined) return value <= most ? "holds" : `over by ${show(value - most, unit)}`;
  return value >= least! ? "holds" : `under by ${show(least! - value, unit)}`;
};

/** A figure with its unit, which the budget is in as well. */
export const amount = (measured: string, value: number, unit: string, beside: Beside = {}): Row => ({
  measured,
  figure: noted(show(value, unit), beside.note),
  baseline: beside.baseline === undefined ? "–" : show(beside.baseline, unit),
  budget: budgetOf(beside, unit),
  verdict: verdictOn(value, beside, unit),
});

/** A figure as a multiple of its baseline; the budget is such a multiple. */
export const multiple = (
  measured: string,
  value: number,
  baseline: number,
  unit: string,
  limit: Limit = {},
): Row => ({
  measured,
  figure: `${show(value / baseline, "times")} (${show(value, unit)})`,
  baseline: show(baseline, unit),
  budget: budgetOf(limit, "times"),
  verdict: verdictOn(value / baseline, limit, "times"),
});

const titles = ["measured", "figure", "baseline", "budget", "verdict"] as const;

/** All rows as one Markdown table. */
export const tableOf = (rows: readonly Row[]): string => {
  const lines = [titles, ...rows.map((row) => titles.map((title) => row[title]))];
  const widths = titles.map((_, n) => Math.max(...lines.map((line) => line[n]!.length)));
  const [head, ...body] = lines.map(
    (line) => `| ${line.map((cell, n) => cell.padEnd(widths[n]!)).join(" | ")} |`,
  );
  return [head, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...body].join("\n");
};

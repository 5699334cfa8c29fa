import type { MetricKind } from "usearch";
import { type Coarse, coarseByCosine, coarseByDot } from "./coarse.ts";
import { normOfVector } from "./measures.ts";
import { quantise } from "./quantise.ts";
import { createScan, productOfRow, type Ranking, type Scan, scoreOfRow } from "./scan.ts";
import { createTop } from "./top.ts";
import type { WordTable } from "./word-table.ts";

type Library = Pick<typeof import("usearch"), "exactSearch">;

/** The names of usearch's metrics are in its types and not in its module. */
const metrics = { cosine: "cos" as MetricKind.Cos, dot: "ip" as MetricKind.IP } as const;

/** Rows asked for at first beyond those wanted: enough for nine questions in ten. */
const spare = 100;

/** When so many rows were not enough, more are asked for, up to this share of all; beyond, sorting them takes longest. */
const [growth, mostShare] = [8, 0.02];

/**
 * A scan by usearch, which compares a vector with every row in the processor's widest instructions, in whole numbers;
 * undefined where its binding does not load. The rows it finds are ranked again as a plain scan ranks them, and count
 * only when no row it left out can rank among them: the answer is that of the plain scan.
 *
 * For 100,000 words of 100 components it keeps another 10 MB.
 */
export const openExactSearch = async (
  table: WordTable,
  load: () => Promise<Library> = () => import("usearch"),
): Promise<Scan | undefined> => {
  const library = await load().catch(() => undefined);
  if (library === undefined) return undefined;
  const coarse = { cosine: await coarseByCosine(table), dot: await coarseByDot(table) };
  const scan = createScan(table);
  const most = table.words.length * mostShare;
  return (sought) => {
    const ask = askOf(library, coarse[sought.by], sought);
    for (let asked = sought.count + spare; asked <= most; asked *= growth) {
      const { rows, limit } = ask(asked);
      const top = createTop(sought.count);
      for (const row of rows) {
        const score = scoreOfRow(table, row, sought.vector, sought.by);
        if (score > top.bar() && sought.may(row)) top.add(row, score);
      }
      if (top.bar() > limit) return top.list().map(({ row }) => row);
    }
    return scan(sought);
  };
};

interface Found {
  /** In the order of the table. */
  readonly rows: readonly number[];
  /** No row that was not found has a greater score. */
  readonly limit: number;
}

/**
 * What is asked, q, is rounded to q̃ = scale · place. A row not found has g · q̃ no greater than the last one found has;
 * and x · q = g · q̃ + (x − g) · q + g · (q − q̃), where |(x − g) · q| ≤ ‖x − g‖‖q‖ and |g · (q − q̃)| ≤ ‖g‖‖q − q̃‖ (Cauchy
 * and Schwarz).
 */
const askOf = (
  { exactSearch }: Library,
  { rows, unit, off, longest }: Coarse,
  { vector, by }: { readonly vector: Float64Array; readonly by: Ranking },
): ((count: number) => Found) => {
  const dimension = vector.length;
  const place = new Int8Array(dimension);
  const { scale, norm } = quantise(vector, place);
  const rounding = normOfVector(vector.map((component, i) => component - scale * place[i]!));
  return (count) => {
    const { keys } = exactSearch(rows, place, dimension, count, metrics[by], 1);
    const found = Array.from(keys, Number);
    const last = found.at(-1)!;
    const least = unit(last) * productOfRow(rows, last * dimension, place) * scale;
    return { rows: found.sort((a, b) => a - b), limit: least + off * norm + longest * rounding };
  };
};

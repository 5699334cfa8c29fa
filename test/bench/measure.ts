/** The value below which a share of all lies. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};

/** Does something at a steady rate, whether or not earlier ones are done; resolves to how long each took, in ms. */
export const atRate = async (
  perSecond: number,
  seconds: number,
  act: (i: number) => Promise<unknown>,
): Promise<readonly number[]> => {
  const begin = performance.now();
  const all: Promise<number>[] = [];
  for (let i = 0; i < perSecond * seconds; i += 1) {
    const due = begin + (i * 1000) / perSecond;
    while (performance.now() < due)
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const start = performance.now();
    all.push(act(i).then(() => performance.now() - start));
  }
  return Promise.all(all);
};

export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export const latencyOf = (times: readonly number[]): Latency => ({
  p50: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  p99: percentile(times, 0.99),
});

/** Ours, the baseline, and the one as a multiple of the other. */
export const row = (what: string, ours: number, baseline: number, unit: string) => ({
  measured: what,
  ours: `${ours.toFixed(ours < 10 ? 2 : 0)} ${unit}`,
  baseline: `${baseline.toFixed(baseline < 10 ? 2 : 0)} ${unit}`,
  ratio: (ours / baseline).toFixed(2),
});

export type Row = ReturnType<typeof row>;

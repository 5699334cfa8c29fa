/** The value below which a share of all lies. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

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
    while (performance.now() < due) await pause(Math.max(0, due - performance.now()));
    const start = performance.now();
    all.push(act(i).then(() => performance.now() - start));
  }
  return Promise.all(all);
};

/** Does so many things, so many of them at once, and begins none after the time is up; resolves to how many were done. */
export const atOnce = async (
  many: { readonly count: number; readonly atOnce: number; readonly milliseconds: number },
  act: (i: number) => Promise<unknown>,
): Promise<number> => {
  const begin = performance.now();
  let begun = 0;
  const hand = async (): Promise<void> => {
    while (begun < many.count && performance.now() - begin < many.milliseconds) {
      begun += 1;
      await act(begun - 1);
    }
  };
  await Promise.all(Array.from({ length: many.atOnce }, hand));
  return begun;
};

/** What random inputs begin with; `npm run fuzz` gives another. */
export const seed = Number(process.env.TEST_SEED ?? 20_261_125);

const times = Number(process.env.TEST_TIMES ?? 1);

/** How many inputs a property is tried with: so many in each run of the tests, and many times as many in `npm run fuzz`. */
export const runs = (inEachRun: number): number => inEachRun * times;

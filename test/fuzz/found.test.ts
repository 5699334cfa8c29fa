import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entries as all } from "./entries.ts";
import { found } from "./found.ts";
import { run } from "./run.ts";
import { hangs } from "./work.ts";

/** Here nothing depends on how quick a machine is: only what hangs is wrong. */
const entries = all.map((entry) => (entry.most === undefined ? entry : { ...entry, most: hangs }));

describe("what the fuzzers found", () => {
  test.each(found)("$entry: $wrong", async ({ entry, input }) => {
    const one = { ...entries.find(({ name }) => name === entry)!, input: fc.constant(input) };
    expect((await run(one, 1, 1)).found).toBeUndefined();
  });
});

describe("a short run of each fuzzer finds nothing", () => {
  test.each(entries)("$name", async (entry) => {
    const outcome = await run(entry, 100, 20_261_125);
    expect(outcome.found).toBeUndefined();
    expect(outcome.inputs).toBe(100);
  });
});

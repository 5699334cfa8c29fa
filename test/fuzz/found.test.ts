import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entries } from "./entries.ts";
import { found } from "./found.ts";
import { run } from "./run.ts";

describe("what the fuzzers found", () => {
  test.each(found)(
    "$entry: $wrong",
    async ({ entry, input }) => {
      const one = { ...entries.find(({ name }) => name === entry)!, input: fc.constant(input) };
      expect((await run(one, 1, 1)).found).toBeUndefined();
    },
    60_000,
  );
});

describe("a short run of each fuzzer finds nothing", () => {
  test.each(entries)(
    "$name",
    async (entry) => {
      const outcome = await run(entry, 300, 20_261_125);
      expect(outcome.found).toBeUndefined();
      expect(outcome.inputs).toBe(300);
    },
    120_000,
  );
});

import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { createProgress } from "../src/progress.ts";

test("the progress of long work is a line every three seconds, and none for what is done before", () => {
  let written = "";
  const stream = new Writable({
    write: (chunk, _, done) => {
      written += String(chunk);
      done();
    },
  });
  let now = 1_000;
  const { begin, reach } = createProgress(stream, () => now);
  begin("writing", 400);
  for (const [at, done] of [
    [2_000, 10],
    [3_999, 50],
    [4_000, 101],
    [6_900, 300],
    [7_100, 500],
  ] as const) {
    now = at;
    reach(done);
  }
  begin("checking", 0);
  now = 10_100;
  reach(0);
  expect(written).toBe("writing: 25 %\nwriting: 100 %\nchecking: 100 %\n");
});

import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { createProgress } from "../src/progress.ts";

/** Remembers what is written to it. */
const openStream = (isTTY: boolean) => {
  let written = "";
  const stream = new Writable({
    write: (chunk, _, done) => {
      written += String(chunk);
      done();
    },
  });
  const cursor = { clearLine: () => true, cursorTo: () => true, moveCursor: () => true, columns: 100 };
  return { stream: Object.assign(stream, { isTTY, ...cursor }), written: () => written };
};

describe("the progress of long work", () => {
  test("is a bar on a terminal, which never says more than all, and gives the cursor back", () => {
    const { stream, written } = openStream(true);
    const { begin, reach, end } = createProgress(stream);
    begin("checking", 10);
    reach(10);
    begin("restoring", 200);
    reach(50);
    end();
    reach(120);
    end();
    expect(written()).toMatch(/checking [^\n]* 100 %[\s\S]*restoring [^\n]* 25 %/);
    expect(written()).not.toMatch(/ 60 %/);
    begin("more than was counted", 3);
    reach(4);
    end();
    expect(written()).toMatch(/more than was counted [^\n]* 100 %/);
    expect(written().lastIndexOf("\x1B[?25h")).toBeGreaterThan(written().lastIndexOf("\x1B[?25l"));
  });

  test("is a line every three seconds elsewhere, and none for what is done before", () => {
    const { stream, written } = openStream(false);
    let now = 1_000;
    const { begin, reach, end } = createProgress(stream, () => now);
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
    end();
    expect(written()).toBe("writing: 25 %\nwriting: 100 %\n");
  });
});

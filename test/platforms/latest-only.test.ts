import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { createLatestOnly } from "../../src/platforms/latest-only.ts";

/** Work that notes when it began, and takes as long as it is told to. */
const notebook = () => {
  const done: string[] = [];
  const began: number[] = [];
  const write =
    (what: string, takes = 0) =>
    async () => {
      began.push(performance.now());
      await sleep(takes);
      done.push(what);
    };
  return { done, began, write };
};

describe("of works for one key", () => {
  test("only the latest that came meanwhile is done, and all who wait are told", async () => {
    const { run } = createLatestOnly(10);
    const { done, write } = notebook();
    await Promise.all(["a", "b", "c", "d"].map((what) => run("key", write(what, 30))));
    expect(done).toEqual(["a", "d"]);
  });

  test("the last one is done even where it comes during the pause", async () => {
    const { run } = createLatestOnly(60);
    const { done, began, write } = notebook();
    await run("key", write("a"));
    await run("key", write("b"));
    expect(done).toEqual(["a", "b"]);
    // A timer may be a little ahead of the clock that is read here.
    expect(began[1]! - began[0]!).toBeGreaterThanOrEqual(50);
  });

  test("after the pause, nothing waits", async () => {
    const { run } = createLatestOnly(20);
    const { began, write } = notebook();
    await run("key", write("a"));
    await sleep(50);
    const done = run("key", write("b"));
    await new Promise(setImmediate);
    expect(began).toHaveLength(2);
    await done;
  });

  test("an error is told to those whose work it was or whose work it replaced, and stops nothing", async () => {
    const { run } = createLatestOnly(5);
    const { done, write } = notebook();
    const fails = async () => {
      await sleep(10);
      throw new Error("refused");
    };
    const first = run("key", write("a", 10));
    const second = run("key", write("b"));
    const third = run("key", fails);
    await first;
    await expect(second).rejects.toThrow("refused");
    await expect(third).rejects.toThrow("refused");
    await run("key", write("c"));
    expect(done).toEqual(["a", "c"]);
  });

  test("work that throws at once is an error like another", async () => {
    const { run } = createLatestOnly(1);
    const throws = () => {
      throw new Error("at once");
    };
    await expect(run("key", throws)).rejects.toThrow("at once");
  });
});

describe("works for several keys", () => {
  test("do not wait for one another", async () => {
    const { run } = createLatestOnly(200);
    const all = Promise.withResolvers<void>();
    const begun = new Set<string>();
    const works = ["x", "y", "z"].map((key) =>
      run(key, async () => {
        begun.add(key);
        if (begun.size === 3) all.resolve();
        await all.promise;
      }),
    );
    await Promise.all(works);
    expect(begun.size).toBe(3);
  });

  test("of one lane begin the pause apart, and none is lost for another", async () => {
    const { run } = createLatestOnly(40);
    const { done, began, write } = notebook();
    await Promise.all([
      run("x", write("x1"), "lane"),
      run("x", write("x2"), "lane"),
      run("y", write("y1"), "lane"),
      run("x", write("x3"), "lane"),
      run("y", write("y2"), "lane"),
    ]);
    expect(done).toEqual(["x1", "x3", "y2"]);
    for (const [i, at] of began.entries()) if (i > 0) expect(at - began[i - 1]!).toBeGreaterThanOrEqual(38);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createEdits } from "../../src/platforms/slack/edits.ts";

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe("edits that take turns", () => {
  test("of what waits only the latest runs, and the first at once", async () => {
    const edits = createEdits(20);
    const sent: number[] = [];
    const all = Array.from({ length: 50 }, (_, n) => edits.run("a", async () => void sent.push(n)));
    expect(sent).toEqual([0]);
    await Promise.all(all);
    expect(sent).toEqual([0, 49]);
  });

  test("starts keep the pause, whatever their key, and keys take turns", async () => {
    const edits = createEdits(30);
    const started: [string, number][] = [];
    const edit = (key: string) => edits.run(key, async () => void started.push([key, performance.now()]));
    const first = ["a", "b", "c"].map(edit);
    // Those who wait keep their turn, however often another one comes.
    const again = ["a", "a", "b", "a"].map(edit);
    await Promise.all([...first, ...again]);
    expect(started.map(([key]) => key)).toEqual(["a", "b", "c", "a"]);
    const times = started.map(([, at]) => at);
    for (const [i, at] of times.slice(1).entries()) expect(at - times[i]!).toBeGreaterThanOrEqual(29);
  });

  test("of one key one is on its way at a time; another key need not wait for it", async () => {
    const edits = createEdits(5);
    const story: string[] = [];
    const slow = edits.run("a", async () => {
      story.push("a begins");
      await pause(60);
      story.push("a ends");
    });
    const next = edits.run("a", async () => void story.push("a again"));
    const other = edits.run("b", async () => void story.push("b"));
    await Promise.all([slow, next, other]);
    expect(story).toEqual(["a begins", "b", "a ends", "a again"]);
  });

  test("a failure is told to whoever waits for it, and the next one runs", async () => {
    const edits = createEdits(5);
    const failing = edits.run("a", () => Promise.reject(new Error("no")));
    const next = edits.run("a", async () => undefined);
    await expect(failing).rejects.toThrow("no");
    await expect(next).resolves.toBeUndefined();
  });

  test("the last content of each always arrives, in any order of asking", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 60 }),
        async (keys) => {
          const edits = createEdits(1);
          const shown = new Map<string, number>();
          await Promise.all(
            keys.map((key, n) =>
              edits.run(key, async () => {
                await pause(n % 3);
                shown.set(key, n);
              }),
            ),
          );
          for (const key of new Set(keys)) expect(shown.get(key)).toBe(keys.lastIndexOf(key));
        },
      ),
      { numRuns: 25 },
    ));
});

import { describe, expect, test } from "vitest";
import { createPunctuality } from "../../src/platforms/slack/punctuality.ts";

/** Holds the event loop, in milliseconds. */
const hold = (patience: number): void => {
  const end = performance.now() + patience;
  while (performance.now() < end);
};

describe("whether an answer is waited for before its acknowledgement", () => {
  const answered = async (command: string, held = 0) => {
    const punctuality = createPunctuality();
    await punctuality.time(command, async () => hold(held));
    return punctuality;
  };

  test("not that of a command that was never answered, nor of one that took long", async () => {
    expect(await (await answered("norm")).isQuick("dot")).toBe(false);
    expect(await (await answered("dot", 510)).isQuick("dot")).toBe(false);
  });

  test("not while the event loop is late", async () => {
    const punctuality = await answered("dot");
    const late = punctuality.isQuick("dot");
    hold(60);
    expect(await late).toBe(false);
  });

  test("not while many are under way; then again", async () => {
    const punctuality = await answered("dot");
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    const all = Array.from({ length: 20 }, () => punctuality.time("cosine", () => held));
    expect(await punctuality.isQuick("dot")).toBe(false);
    expect(await punctuality.isFree()).toBe(false);
    go();
    await Promise.all(all);
    await expect.poll(() => punctuality.isQuick("dot")).toBe(true);
  });
});

import { describe, expect, test } from "vitest";
import { createEditions, type Editions } from "../../src/platforms/discord/editions.ts";

/** Whether an addition to an edition of a message is made. */
const isAmended = async (editions: Editions, message: string, edition: number): Promise<boolean> => {
  let made = false;
  await editions.amend(message, edition, async () => {
    made = true;
  });
  return made;
};

test.each([
  ["as it was sent", 0, 0, true],
  ["as it was sent, when it has been replaced", 1, 0, false],
  ["the second, when it has been replaced once", 1, 1, true],
  ["the second, when it has been replaced twice", 2, 1, false],
  ["the third, when it has been replaced twice", 2, 2, true],
])("a message %s", async (_, replaced, edition, isLatest) => {
  const editions = createEditions();
  for (let i = 0; i < replaced; i += 1) editions.next("one");
  expect(editions.isLatest("one", edition)).toBe(isLatest);
  expect(await isAmended(editions, "one", edition)).toBe(isLatest);
  expect(editions.isLatest("another", 0)).toBe(true);
});

describe("an addition that is on its way", () => {
  test("is waited for by what comes after it, until it has arrived", async () => {
    const editions = createEditions();
    const sent = Promise.withResolvers<void>();
    const amended = editions.amend("one", 0, () => sent.promise);
    const underWay = editions.underWay("one");
    expect(underWay).toBeDefined();
    expect(editions.underWay("another")).toBeUndefined();
    sent.resolve();
    await Promise.all([amended, underWay]);
    expect(editions.underWay("one")).toBeUndefined();
  });

  test("that fails is waited for no longer", async () => {
    const editions = createEditions();
    await expect(editions.amend("one", 0, () => Promise.reject(new Error("gone")))).rejects.toThrow("gone");
    expect(editions.underWay("one")).toBeUndefined();
  });
});

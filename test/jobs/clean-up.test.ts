import { expect, test } from "vitest";
import { cleanUp } from "../../src/jobs/clean-up.ts";
import { shortStore } from "../support/store.ts";

const day = 24 * 60 * 60 * 1_000;

test("buttons and vectors that nobody needed for half a year are forgotten, and no others", async () => {
  let now = new Date("2026-01-01T00:00:00Z");
  const store = shortStore(() => now);
  await store.replies.keepTexts("web:place:page", new Map([["old", "[1]"]]));
  await store.replies.keepTexts("web:place:page", new Map([["again", "[3]"]]));
  await store.replies.keepLatest("web:place:page/old", "1,2 3,4");
  await store.replies.keepLatest("web:place:page/again", "1,2 3,4");
  now = new Date(now.getTime() + 100 * day);
  await store.replies.keepTexts("web:place:page", new Map([["new", "[2]"]]));
  await store.replies.keepLatest("web:place:page/new", "5,6 7,8");
  await store.replies.keepTexts("web:place:page", new Map([["again", "[3]"]]));
  await store.replies.keepLatest("web:place:page/again", "1,2 3,4");
  now = new Date(now.getTime() + 81 * day);
  await cleanUp({ store, now: () => now });
  expect(await store.replies.findText("old")).toBeUndefined();
  expect(await store.replies.findText("new")).toBe("[2]");
  expect(await store.replies.findLatest(["web:place:page/old"])).toBeUndefined();
  expect(await store.replies.findLatest(["web:place:page/new"])).toBe("5,6 7,8");
  expect(await store.replies.findText("again")).toBe("[3]");
  expect(await store.replies.findLatest(["web:place:page/again"])).toBe("1,2 3,4");
});

test("what was said on the page goes after a week, and whoever has not come for 30 days is known no more", async () => {
  let now = new Date("2026-01-01T00:00:00Z");
  const store = shortStore(() => now);
  const { put, meet, of, knows } = store.conversations;
  const said = { html: "", pictures: {}, hasFile: false };
  const [stays, leaves] = ["web:learner:stays", "web:learner:leaves"] as const;
  const later = async (days: number) => {
    now = new Date(now.getTime() + days * day);
    await meet(stays);
    await cleanUp({ store, now: () => now });
    return (await of(stays)).exchanges.map(({ id }) => id);
  };
  await meet(leaves);
  for (const id of ["x1", "x2"]) await put(stays, { ...said, id });
  expect(await later(6)).toEqual(["x1", "x2"]);
  await put(stays, { ...said, id: "x1", html: "changed" });
  expect(await later(2)).toEqual(["x1"]);
  expect(await later(6)).toEqual([]);
  expect(await knows(leaves)).toBe(true);
  await later(17);
  expect([await knows(stays), await knows(leaves)]).toEqual([true, false]);
});

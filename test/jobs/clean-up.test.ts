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

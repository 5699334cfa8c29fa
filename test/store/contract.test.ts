import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { FolderTaken } from "../../src/store/lock-folder.ts";
import { createMemoryStore } from "../../src/store/memory-store.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";

const folder = mkdtempSync(join(tmpdir(), "store-"));
afterAll(() => rmSync(folder, { recursive: true }));

let moment = Date.UTC(2026, 10, 24);
const now = () => {
  moment += 1_000;
  return new Date(moment);
};

const stores: Readonly<Record<string, () => Promise<Store>>> = {
  "in memory": async () => createMemoryStore(now),
  "in a database": () => openStore("memory://", now),
};

describe.each(Object.entries(stores))("a store %s", (_, open) => {
  let store: Store;
  const opened = async () => {
    store ??= await open();
    return store;
  };
  afterAll(async () => (await opened()).close());

  test("gives texts back by their key, and nothing for another", async () => {
    const { keepText, findText } = await opened();
    await keepText("key", "‖a‖ 'quoted' \u0000-free 😀".replace("\u0000", ""));
    await keepText("key", "‖a‖ 'quoted' -free 😀");
    expect(await findText("key")).toBe("‖a‖ 'quoted' -free 😀");
    expect(await findText("other")).toBeUndefined();
  });

  test("the latest vectors of a place, else those of the place around it", async () => {
    const { keepLatest, findLatest } = await opened();
    await keepLatest("discord:place:g/c", "1,2 3,4");
    await keepLatest("discord:place:g/c/t", "5,6 7,8");
    await keepLatest("discord:place:g/c/t", "9,9 8,8");
    expect(await findLatest(["discord:place:g/c/t", "discord:place:g/c"])).toBe("9,9 8,8");
    expect(await findLatest(["discord:place:g/c/other", "discord:place:g/c"])).toBe("1,2 3,4");
    expect(await findLatest(["discord:place:h"])).toBeUndefined();
  });

  test("which lessons a learner has seen, each once", async () => {
    const { noteSeen, seenBy } = await opened();
    for (const lesson of ["vector", "dot-product", "vector"]) await noteSeen("slack:learner:t/a", lesson);
    expect(await seenBy("slack:learner:t/a")).toEqual(new Set(["vector", "dot-product"]));
    expect(await seenBy("slack:learner:t/b")).toEqual(new Set());
  });

  test("reports: the latest first, one of each reader and version, and none of another workspace", async () => {
    const { report, reportsFrom } = await opened();
    const said = { lesson: "vector", version: "1", clear: false };
    await report("slack:place:t", "slack:learner:t/a", { ...said, text: "too short" });
    await report("slack:place:t", "slack:learner:t/b", { ...said, clear: true });
    await report("slack:place:t", "slack:learner:t/a", { ...said, text: "still too short" });
    await report("slack:place:t", "slack:learner:t/a", { ...said, version: "2", clear: true });
    await report("slack:place:u", "slack:learner:u/a", { ...said, text: "secret" });
    const reports = await reportsFrom("slack:place:t", 10);
    expect(reports.map(({ version, text, clear }) => [version, clear, text])).toEqual([
      ["2", true, undefined],
      ["1", false, "still too short"],
      ["1", true, undefined],
    ]);
    expect(reports[0]!.at).toBeInstanceOf(Date);
    expect(await reportsFrom("slack:place:t", 1)).toHaveLength(1);
  });
});

describe("a database in a folder", () => {
  const path = join(folder, "data");

  test("keeps what was kept over a restart", async () => {
    const first = await openStore(path, now);
    await first.keepText("key", "text");
    await first.noteSeen("web:learner:a", "vector");
    await first.close();
    const second = await openStore(path, now);
    expect(await second.findText("key")).toBe("text");
    expect(await second.seenBy("web:learner:a")).toEqual(new Set(["vector"]));
    await second.close();
  });

  test("forgets a button's text half a year after it was last needed", async () => {
    const first = await openStore(path, () => new Date(Date.UTC(2026, 0, 1)));
    await first.keepText("old", "text");
    await first.close();
    const second = await openStore(path, now);
    expect(await second.findText("old")).toBeUndefined();
    expect(await second.findText("key")).toBe("text");
    await second.close();
  });

  test("belongs to one process: another is refused by name, one that is gone is not waited for", async () => {
    const lock = join(path, "in-use-by");
    writeFileSync(lock, "1");
    await expect(openStore(path, now)).rejects.toThrow(FolderTaken);
    expect(readFileSync(lock, "utf8")).toBe("1");
    writeFileSync(lock, "999999999");
    await (await openStore(path, now)).close();
    expect(existsSync(lock)).toBe(false);
  });
});

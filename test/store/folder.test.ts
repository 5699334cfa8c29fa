import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { FolderTaken } from "../../src/store/lock-folder.ts";
import { openPglite } from "../../src/store/open-pglite.ts";

const folder = mkdtempSync(join(tmpdir(), "store-"));
afterAll(() => rmSync(folder, { recursive: true }));

const now = () => new Date(Date.UTC(2026, 10, 24));
const open = async () => (await openPglite(join(folder, "data"), now)).store;

describe("a database in a folder", () => {
  test("keeps what was kept over a restart", async () => {
    const first = await open();
    await first.replies.keepText("key", "text");
    await first.lessons.noteSeen("web:learner:a", "vector");
    await first.close();
    const second = await open();
    expect(await second.replies.findText("key")).toBe("text");
    expect(await second.lessons.seenBy("web:learner:a")).toEqual(new Set(["vector"]));
    await second.close();
  }, 30_000);

  test("belongs to one process: another is refused by name, one that is gone is not waited for", async () => {
    const lock = join(folder, "data", "in-use-by");
    writeFileSync(lock, "1");
    await expect(open()).rejects.toThrow(FolderTaken);
    expect(readFileSync(lock, "utf8")).toBe("1");
    writeFileSync(lock, "999999999");
    await (await open()).close();
    expect(existsSync(lock)).toBe(false);
  }, 30_000);
});

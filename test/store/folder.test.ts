import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
    await first.replies.keepTexts("web:place:page", new Map([["key", "text"]]));
    await first.lessons.noteSeen("web:learner:a", "vector");
    await first.close();
    const second = await open();
    expect(await second.replies.findText("key")).toBe("text");
    expect(await second.lessons.seenBy("web:learner:a")).toEqual(new Set(["vector"]));
    await second.close();
  }, 30_000);

  test("belongs to one process: another is refused by name, one that is gone is not waited for", async () => {
    const turns = join(folder, "data", "lock");
    const take = (holder: string) => writeFileSync(join(turns, "50"), holder);
    take("1");
    await expect(open()).rejects.toThrow(FolderTaken);
    expect(readFileSync(join(turns, "50"), "utf8")).toBe("1");
    for (const gone of ["999999999", `${process.pid} 1`, ""]) {
      take(gone);
      await (await open()).close();
      expect(readFileSync(join(turns, "51"), "utf8")).toBe("");
      rmSync(join(turns, "51"));
    }
  }, 30_000);

  test("is taken once within a process, too", async () => {
    const { close } = await open();
    await expect(open()).rejects.toThrow(FolderTaken);
    await close();
  }, 30_000);

  test("of many that find the same holder gone at the same moment, one takes it", async () => {
    const program = join(import.meta.dirname, "../support/hold-folder.ts");
    for (let round = 0; round < 5; round += 1) {
      const contested = join(folder, `contested-${round}`);
      mkdirSync(join(contested, "lock"), { recursive: true });
      writeFileSync(join(contested, "lock", "7"), "999999999");
      const moment = String(Date.now() + 1_500);
      const children = Array.from({ length: 8 }, () => spawn(process.execPath, [program, contested, moment]));
      const said = await Promise.all(
        children.map(async ({ stdout }) => String((await once(stdout, "data"))[0]).trim()),
      );
      for (const child of children) child.kill("SIGKILL");
      expect(said.filter((word) => word === "held")).toHaveLength(1);
      expect(said.filter((word) => word === "taken")).toHaveLength(7);
    }
  }, 60_000);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPglite } from "../../src/store/open-pglite.ts";
import { openSmallDisk, type SmallDisk } from "../soak/mixed/small-disk.ts";
import { run } from "../support/running.ts";

const now = () => new Date();

// Whoever may not mount a file system has no disk to fill.
const disk: SmallDisk | undefined = openSmallDisk(160);

describe.skipIf(disk === undefined)("a full disk", () => {
  const { fill, makeRoom } = disk ?? ({} as SmallDisk);
  const folder = `${disk?.folder}/data`;
  beforeAll(async () => {
    const { store } = await openPglite(folder, now);
    await store.close();
  }, 60_000);
  afterAll(() => disk?.close());

  test("what is kept is refused or kept, never between; the database ends, and nothing acknowledged is lost", async () => {
    const { store, database, ended } = await openPglite(folder, now);
    const client = (database as { client: { exec: (sql: string) => Promise<unknown> } }).client;
    await client.exec("create table page (n integer, text text)");
    await client.exec("insert into page select 0, repeat('x', 1000) from generate_series(1, 300)");
    let acknowledged = 0;
    const write = async (n: number) => {
      await client.exec(`update page set n = ${n}`);
      acknowledged = n;
      await client.exec("vacuum page");
    };
    // As much room within the table as its changes need.
    for (let n = -3; n < 0; n += 1) await write(n);
    fill();
    let isOver = false;
    void ended.then(() => (isOver = true));
    // Each change makes the log of changes longer, until it wants another file.
    for (let n = 0; n < 2_000 && !isOver; n += 1) {
      try {
        await write(n);
      } catch {
        // Refused, or the end.
      }
    }
    expect((await ended).code).toBe("53100");
    expect(acknowledged).toBeGreaterThan(0);
    // Refused at once, where the process would hang.
    await expect(store.lessons.seenBy("web:learner:a")).rejects.toThrow();
    await store.close();
    await expect(openPglite(folder, now)).rejects.toThrow("There is no room left on the disk");

    makeRoom();
    const again = await openPglite(folder, now);
    const { rows } = await (
      again.database as { client: { query: (sql: string) => Promise<{ rows: object[] }> } }
    ).client.query("select distinct n from page");
    expect(rows).toEqual([{ n: acknowledged }]);
    await again.store.close();
  }, 120_000);

  test("the program that finds no room says so, and ends", async () => {
    fill();
    const { ends, said } = run("main.ts", { DATA_DIR: folder });
    expect(await ends()).toBe(1);
    expect(said()).toMatch(/There is no room left on the disk of .*Make room there, and start me again/);
    makeRoom();
    const { says } = run("main.ts", { DATA_DIR: folder });
    await says(/The tutor is open at/);
  }, 120_000);
});

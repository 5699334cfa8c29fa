import { afterAll, describe, expect, test } from "vitest";
import { openSqlite } from "../../src/store/sqlite/open.ts";
import { openSmallDisk, type SmallDisk } from "../soak/mixed/small-disk.ts";
import { run } from "../support/running.ts";

const now = () => new Date();

// Where no file system may be mounted, there is no disk to fill.
const disk: SmallDisk | undefined = openSmallDisk(16);

describe.skipIf(disk === undefined)("a full disk", () => {
  const { fill, makeRoom } = disk ?? ({} as SmallDisk);
  const folder = `${disk?.folder}/data`;
  afterAll(() => disk?.close());

  test("what cannot be kept is refused, what was acknowledged is kept, and it goes on when there is room", async () => {
    const { store } = await openSqlite(folder, { now });
    const acknowledged: number[] = [];
    let refused = 0;
    const write = async (n: number) => {
      try {
        await store.lessons.report("slack:place:t", `slack:learner:t/${n}`, {
          ...{ lesson: "vector", version: "1", clear: false, text: "unclear ".repeat(400) },
        });
        acknowledged.push(n);
      } catch {
        refused += 1;
      }
    };
    for (let n = 0; n < 10; n += 1) await write(n);
    fill();
    // Several at one moment share one transaction: each is refused that is not on the disk.
    for (let n = 10; n < 4_010 && refused < 50; n += 10)
      await Promise.all(Array.from({ length: 10 }, (_, i) => write(n + i)));
    expect(refused).toBeGreaterThanOrEqual(50);
    expect(await store.lessons.reportsFrom("slack:place:t", 10_000)).toHaveLength(acknowledged.length);
    makeRoom();
    await write(100_000);
    expect(acknowledged).toContain(100_000);
    await store.close();

    const again = await openSqlite(folder, { now });
    expect(await again.store.lessons.reportsFrom("slack:place:t", 10_000)).toHaveLength(acknowledged.length);
    await again.store.close();
  });

  test("the program that finds no room says so, and ends", async () => {
    fill();
    const { ends, said } = run("main.ts", { DATA_DIR: `${disk?.folder}/new` });
    expect(await ends()).toBe(1);
    expect(said()).toMatch(/There is no room left on the disk of .*Make room there, and start me again/);
    makeRoom();
    const { says } = run("main.ts", { DATA_DIR: folder });
    await says(/The tutor is open at/);
  });
});

import { expect, test } from "vitest";
import { openEmpty } from "../support/store.ts";

test("who waits for something else than the database has a turn while many queries are under way", async () => {
  const { store, database } = await openEmpty();
  if (database.kind !== "pglite") throw new Error("The database is within the process");
  let turns = 0;
  const watch = setInterval(() => {
    turns += 1;
  }, 1);
  const asked = Array.from({ length: 1_000 }, (_, n) =>
    database.client.query<{ n: number }>("select $1::int as n", [n]),
  );
  const answers = await Promise.all(asked);
  clearInterval(watch);
  expect(answers.map(({ rows }) => rows[0]!.n)).toEqual(Array.from({ length: 1_000 }, (_, n) => n));
  expect(turns).toBeGreaterThan(10);
  await store.close();
});

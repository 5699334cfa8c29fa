import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { prepare } from "../../src/store/queries/prepared.ts";
import { createConnection } from "../../src/store/sqlite/connection.ts";
import { createKysely } from "../../src/store/sqlite/kysely.ts";

const file = createConnection(new DatabaseSync(":memory:"));
const database = createKysely(file, true);

interface Wanted {
  readonly place: string;
  readonly since: number;
  readonly [name: string]: string | number;
}

const sample: Wanted = { place: "place", since: 1 };

test("a prepared query is built once, and asks for the values of each time", () => {
  let built = 0;
  const query = prepare(sample, ({ place, since }) => {
    built += 1;
    return database
      .selectFrom("latest_vectors")
      .select("vectors")
      .where("place", "=", place)
      .where("at", ">", since)
      .where("vectors", "!=", "")
      .where("place", "!=", place);
  });
  const [one, other] = [query({ place: "a", since: 5 }), query({ place: "b", since: 6 })];
  expect(one.parameters).toEqual(["a", 5, "", "a"]);
  expect(other.parameters).toEqual(["b", 6, "", "b"]);
  expect(other.sql).toBe(one.sql);
  expect(built).toBe(1);
});

test("samples that are alike are refused", () => {
  expect(() => prepare({ one: "x", other: "x" }, () => database.selectFrom("places").selectAll())).toThrow(
    "Two samples are alike",
  );
});

import { expect, test } from "vitest";
import { createLog } from "../src/log.ts";

const logged = (error: unknown): string => {
  let text = "";
  createLog("info", { write: (line) => (text += line) }).error({ err: error }, "something failed");
  return text;
};

test("an error is told with its message and where it arose", () => {
  expect(logged(new TypeError("no such thing"))).toMatch(/no such thing.*log\.test\.ts/);
});

test("a query that failed is told without what learners typed", () => {
  const error = Object.assign(
    new Error("Failed query: insert … params: my secret", { cause: new Error("invalid byte sequence") }),
    { query: "insert into latest values ($1)", params: ["my secret"] },
  );
  expect(logged(error)).not.toContain("my secret");
  expect(logged(error)).toMatch(/invalid byte sequence.*insert into latest values/);
});

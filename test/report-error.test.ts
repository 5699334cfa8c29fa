import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { createLog } from "../src/log.ts";
import { reportError } from "../src/report-error.ts";

/** What SQLite says when it may not make its file longer. */
const full = (): unknown => {
  const file = new DatabaseSync(":memory:");
  file.exec("create table notes (text text); pragma max_page_count = 2");
  try {
    file.prepare("insert into notes values (?)").run("x".repeat(100_000));
    return undefined;
  } catch (error) {
    return error;
  }
};

const loggedFor = (error: unknown): string => {
  const lines: string[] = [];
  reportError(createLog("info", { write: (line) => lines.push(line) }), error, {
    where: "answer",
    what: "x",
  });
  return lines.join("");
};

test.each([
  ["a full disk, by SQLite", full(), true],
  ["the same as the cause of another", new Error("not kept", { cause: full() }), true],
  ["by PostgreSQL", Object.assign(new Error("no room"), { code: "53100" }), true],
  ["by the file system", Object.assign(new Error("no room"), { code: "ENOSPC" }), true],
  ["another fault of SQLite’s", Object.assign(new Error("busy"), { errcode: 5 }), false],
  ["any other fault", new Error("x"), false],
])("%s is told with what mends it, where that is known", (_, error, isFull) => {
  expect(loggedFor(error).includes("The disk is full: make room")).toBe(isFull);
});

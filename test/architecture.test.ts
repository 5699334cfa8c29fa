import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { breachesOf, type SourceFile } from "./support/boundaries.ts";

const source = join(import.meta.dirname, "../src");

const files: readonly SourceFile[] = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => relative(source, join(entry.parentPath, entry.name)))
  .map((path) => ({ path, text: readFileSync(join(source, path), "utf8") }));

describe("the house", () => {
  test("has files to look at", () => expect(files.length).toBeGreaterThan(500));

  test.each(files)("$path imports only what it may, and holds what belongs there", (file) =>
    expect(breachesOf(file)).toEqual([]),
  );

  test("no folder or file is named for nothing in particular", () => {
    for (const { path } of files)
      expect(path).not.toMatch(/(^|\/)(utils?|helpers?|common|shared|lib)(\/|\.ts$)/);
  });
});

describe("a breach is found", () => {
  test.each([
    ["an import from a folder above", "math/a.ts", 'import { b } from "../present/b.ts";'],
    ["an import for its side effects", "math/a.ts", 'import "../present/b.ts";'],
    ["an import at a later time", "tutor/a.ts", 'const { b } = await import("../commands/b.ts");'],
    ["an import by require", "tutor/a.ts", 'const { b } = require("../commands/b.ts");'],
    ["something handed on", "store/a.ts", 'export { b } from "../present/b.ts";'],
    ["a type", "math/a.ts", 'import type { B } from "../tutor/b.ts";'],
    ["words in the maths", "math/a.ts", 'import { say } from "../say.ts";'],
    ["a detour through the root", "tutor/a.ts", 'import { b } from "../app.ts";'],
    ["a root file that reaches into a folder", "identity.ts", 'import { b } from "./store/b.ts";'],
    ["a root file that imports the program", "log.ts", 'import { b } from "./app.ts";'],
    ["an import that only running it tells", "tutor/a.ts", "await import(name);"],
    ["a folder that nobody has placed", "things/a.ts", 'import { b } from "../math/b.ts";'],
    ["one platform in another", "platforms/slack/a.ts", 'import { b } from "../discord/b.ts";'],
    ["a package where it does not belong", "platforms/slack/a.ts", 'import { Client } from "discord.js";'],
    ["a package, at a later time", "commands/a.ts", 'await import("kysely");'],
    ["the environment", "commands/a.ts", "process.env.HOME;"],
    ["the clock", "tutor/a.ts", "const now = Date.now();"],
    ["the time of day", "jobs/a.ts", "const now = new Date();"],
    ["a stopwatch", "tutor/a.ts", "performance.now();"],
    ["chance", "tutor/a.ts", "Math.random();"],
    ["a timer", "commands/a.ts", "setTimeout(act, 10);"],
    ["a timer as a signal", "commands/a.ts", "AbortSignal.timeout(10);"],
    ["a timer as a promise", "tutor/a.ts", 'import { setTimeout as sleep } from "node:timers/promises";'],
  ])("%s", (_, path, text) => expect(breachesOf({ path, text })).toHaveLength(1));

  test("what a comment says is none", () =>
    expect(breachesOf({ path: "math/a.ts", text: '// from "../say.ts"\n/* Math.random() */' })).toEqual([]));
});

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const source = join(import.meta.dirname, "../src");

/** Which folder may import which; root files may import any, and be imported by any. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  base: [],
  config: [],
  messages: [],
  math: [],
  reply: [],
  words: ["math"],
  pictures: ["reply"],
  store: [],
  tutor: ["math", "words"],
  understanding: ["tutor"],
  present: ["math", "words", "tutor", "reply"],
  jobs: ["store", "tutor", "present", "reply"],
  commands: ["math", "words", "tutor", "understanding", "reply", "present", "store", "jobs"],
  platforms: ["commands", "reply", "config"],
  programs: ["config", "store"],
};

/** What may stand only in certain places: a pattern in the text, and where it may stand. */
const confined: readonly (readonly [string, RegExp, RegExp])[] = [
  ["discord.js", /from "discord\.js"/, /^platforms\/discord\//],
  ["@slack/bolt", /from "@slack\/bolt"/, /^platforms\/slack\//],
  ["prom-client", /from "prom-client"/, /^metrics\.ts$/],
  ["process.env", /process\.env/, /^config\/config\.ts$/],
  ["the clock", /Date\.now\(|new Date\(\)|Math\.random\(/, /^(clock|app)\.ts$/],
  ["Kysely", /from "kysely"/, /^(store\/|jobs\/local\.ts)/],
  ["SQLite", /from "node:sqlite"/, /^store\/((sqlite\/)|examine\.ts|move\.ts)/],
  ["PostgreSQL's client", /from "pg"/, /^store\/(postgres\/|examine\.ts)/],
  ["pg-boss", /from "pg-boss"/, /^jobs\/pg-boss\.ts$/],
  [
    "timers",
    /\bset(Interval|Timeout)\(/,
    /^(app\.ts|base\/within\.ts|jobs\/|platforms\/|store\/postgres\/(patient|until-there)\.ts|pictures\/thread\.ts)/,
  ],
];

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => relative(source, join(entry.parentPath, entry.name)))
  .map((path) => ({ path, text: readFileSync(join(source, path), "utf8") }));

const folderOf = (path: string): string => (path.includes("/") ? path.slice(0, path.indexOf("/")) : "");

const importsOf = ({ path, text }: { path: string; text: string }): string[] =>
  [...text.matchAll(/from "(\.[^"]+)"/g)].map((match) =>
    relative(source, join(source, path, "..", match[1]!)),
  );

describe("the house", () => {
  test("has files to look at", () => expect(files.length).toBeGreaterThan(5));

  test.each(files)("$path imports only what its folder may", (file) => {
    const folder = folderOf(file.path);
    if (folder === "") return;
    expect(Object.keys(allowed)).toContain(folder);
    for (const imported of importsOf(file)) {
      const target = folderOf(imported);
      if (target === "" || target === "base" || target === folder) continue;
      expect(allowed[folder], `${file.path} imports ${imported}`).toContain(target);
    }
  });

  test.each(files)("$path keeps to the confinements", ({ path, text }) => {
    for (const [what, pattern, where] of confined) {
      if (!where.test(path)) expect(text, `${what} in ${path}`).not.toMatch(pattern);
    }
  });

  test("one platform never imports another", () => {
    for (const file of files.filter(({ path }) => /^platforms\/[^/]+\//.test(path))) {
      const own = file.path.split("/")[1];
      for (const imported of importsOf(file).filter((path) => /^platforms\/[^/]+\//.test(path))) {
        expect(imported.split("/")[1], `${file.path} imports ${imported}`).toBe(own);
      }
    }
  });

  test("no folder or file is named for nothing in particular", () => {
    for (const { path } of files)
      expect(path).not.toMatch(/(^|\/)(utils?|helpers?|common|shared|lib)(\/|\.ts$)/);
  });
});

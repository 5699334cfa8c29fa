import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { catalogue } from "../src/commands/catalogue.ts";
import { usageOf } from "../src/commands/usage.ts";
import { explained } from "../src/config/variables.ts";
import { inviteUrl, permissions } from "../src/platforms/discord/permissions.ts";
import { botScopes } from "../src/platforms/slack/scopes.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

/** What stands between `<!-- name -->` and `<!-- /name -->`. */
const section = (name: string): string =>
  new RegExp(`<!-- ${name} -->\n([\\s\\S]*?)\n?<!-- /${name} -->`).exec(readme)?.[1] ?? "";

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

const code = (text: string): string => `\`${text.replaceAll("|", "\\|")}\``;

describe("the README", () => {
  test("lists every command", () =>
    expect(section("commands")).toBe(
      table(
        ["command", "what it does", "for example"],
        catalogue.map((command) => [
          [
            code(`/${command.name} ${usageOf(command)}`.trimEnd()),
            ...command.aliases.map((alias) => `(also ${code(`/${alias}`)})`),
          ].join(" "),
          command.summary,
          code(`/${command.name} ${command.examples[0]}`.trimEnd()),
        ]),
      ),
    ));

  test("explains every scope that the Slack app asks for", () =>
    expect(section("scopes")).toBe(
      table(
        ["scope", "needed for"],
        botScopes.map(({ scope, because }) => [code(scope), because]),
      ),
    ));

  test("explains every permission that the bot asks for on Discord, and counts them up", () => {
    expect(section("permissions")).toBe(
      table(
        ["permission", "needed for"],
        permissions.map(({ permission, because }) => [permission, because]),
      ),
    );
    expect(readme).toContain(inviteUrl("YOUR-APPLICATION-ID"));
  });

  test("lists every variable of the environment", () =>
    expect(section("configuration")).toBe(
      table(
        ["variable", "what it is", "default", "for example"],
        explained.map(({ name, about, otherwise, example }) => [
          code(name),
          about,
          otherwise === undefined ? "" : code(otherwise),
          code(example),
        ]),
      ),
    ));

  test("names no variable of the environment that there is not", () => {
    const known = explained.map(({ name }) => name);
    const named = [...readme.matchAll(/`([A-Z]+(?:_[A-Z]+)+)(?:=[^`]*)?`/g)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(known.length);
    for (const name of named) expect(known).toContain(name);
  });

  test("names only scripts that there are", () => {
    const { scripts } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
      scripts: Record<string, string>;
    };
    const named = [...readme.matchAll(/npm run (?:--silent )?([a-z:]+)/g)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });
});

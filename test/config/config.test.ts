import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/config/config.ts";
import { explained } from "../../src/config/variables.ts";

const discordToken = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs";

describe("the configuration", () => {
  test("nothing is needed: the local page on port 3000 of this machine", () =>
    expect(readConfig({})).toEqual({
      ok: true,
      value: {
        roles: ["web", "worker", "gateway"],
        port: 3000,
        host: "127.0.0.1",
        pageHosts: [],
        pageProxies: expect.anything(),
        dataDir: "./data",
        databaseWait: 60,
        logLevel: "info",
      },
    }));

  test("what is empty in .env counts as absent, and spaces around a value do not count", () => {
    const config = readConfig({ DISCORD_TOKEN: "", SLACK_BOT_TOKEN: "  ", PORT: " 4000 " });
    expect(config).toMatchObject({ ok: true, value: { port: 4000 } });
    expect(config.ok && config.value).not.toHaveProperty("discord");
  });

  test("Discord and Slack", () =>
    expect(
      readConfig({
        DISCORD_TOKEN: discordToken,
        DISCORD_GUILD_ID: "613425648685547541",
        SLACK_BOT_TOKEN: "xoxb-1",
        SLACK_APP_TOKEN: "xapp-1",
        PAGE_HOSTS: "tutor.example.org, other.example.org",
      }),
    ).toMatchObject({
      ok: true,
      value: {
        discord: { token: discordToken, guildId: "613425648685547541" },
        slack: { botToken: "xoxb-1", appToken: "xapp-1" },
        pageHosts: ["tutor.example.org", "other.example.org"],
      },
    }));

  test.each<[string, readonly string[]]>([
    ["web", ["web"]],
    ["gateway , worker", ["worker", "gateway"]],
    ["worker,worker", ["worker"]],
    ["web,worker,gateway", ["web", "worker", "gateway"]],
  ])("ROLE=%s beside a PostgreSQL server", (ROLE, roles) =>
    expect(readConfig({ ROLE, DATABASE_URL: "postgres://x:y@localhost/tutor" })).toMatchObject({
      ok: true,
      value: { roles },
    }),
  );

  test("a part of the roles needs a database that processes can share", () => {
    const config = readConfig({ ROLE: "web" });
    expect(!config.ok && config.problem).toEqual([expect.stringMatching(/^ROLE needs DATABASE_URL/)]);
    expect(readConfig({ ROLE: "web,gateway,worker" }).ok).toBe(true);
  });

  test.each<[string, unknown]>([
    ["auto", "auto"],
    ["1", { ids: [0], count: 1 }],
    ["3", { ids: [0, 1, 2], count: 3 }],
    ["2-4/16", { ids: [2, 3, 4], count: 16 }],
    ["15/16", { ids: [15], count: 16 }],
  ])("DISCORD_SHARDS=%s", (DISCORD_SHARDS, shards) => {
    const DISCORD_PUBLIC_KEY = "0123456789abcdef".repeat(4);
    expect(readConfig({ DISCORD_TOKEN: discordToken, DISCORD_SHARDS, DISCORD_PUBLIC_KEY })).toMatchObject({
      ok: true,
      value: { discord: { shards, publicKey: DISCORD_PUBLIC_KEY } },
    });
  });

  test.each(["0", "-1", "4/4", "3-2/8", "0-8/8", "1.5", "0-3", "automatic", "1/0"])(
    "DISCORD_SHARDS=%s is refused",
    (DISCORD_SHARDS) => {
      const config = readConfig({ DISCORD_TOKEN: discordToken, DISCORD_SHARDS });
      expect(!config.ok && config.problem).toEqual([expect.stringMatching(/^DISCORD_SHARDS must be auto/)]);
    },
  );
  test("metrics are off until they have a port, and then this machine's alone until they have an address", () => {
    expect(readConfig({ METRICS_PORT: "9464" })).toMatchObject({
      ok: true,
      value: { metrics: { port: 9464, host: "127.0.0.1" } },
    });
    expect(readConfig({ METRICS_PORT: "0", METRICS_HOST: "10.0.0.7", PORT: "0" })).toMatchObject({
      ok: true,
      value: { metrics: { port: 0, host: "10.0.0.7" } },
    });
  });

  test.each([
    ["an address without a port", { METRICS_HOST: "0.0.0.0" }, "METRICS_PORT is missing"],
    ["the port of the web server", { METRICS_PORT: "3000" }, "METRICS_PORT must be another port than PORT"],
  ])("metrics with %s are refused", (_, environment, complaint) => {
    const config = readConfig(environment);
    expect(!config.ok && config.problem).toEqual([expect.stringContaining(complaint)]);
  });

  test("WORDS_FILE names other vectors of words", () =>
    expect(readConfig({ WORDS_FILE: " glove.txt " })).toMatchObject({
      ok: true,
      value: { wordsFile: "glove.txt" },
    }));

  test.each([
    ["ROLE", "server", "web, worker and gateway"],
    ["ROLE", "web;worker", "web, worker and gateway"],
    ["DISCORD_PUBLIC_KEY", "abc", "General Information"],
    ["DISCORD_SHARDS", "lots", "0-3/16"],
    ["PORT", "http", "whole number"],
    ["PORT", "70000", "65535"],
    ["HOST", "a b", "0.0.0.0"],
    ["PAGE_HOSTS", "https://x", "host names"],
    ["ADMIN_TOKEN", "short", 'node -p "crypto.randomBytes(16)'],
    ["PAGE_PROXIES", "10.0.0.0/33", "addresses or nets"],
    ["PAGE_PROXIES", "proxy.example.org", "addresses or nets"],
    ["PAGE_TOKEN", "short", 'node -p "crypto.randomBytes(16)'],
    ["PUBLIC_URL", "nowhere", "https://"],
    ["LOG_LEVEL", "loud", "debug"],
    ["DATABASE_WAIT", "a minute", "seconds"],
    ["METRICS_PORT", "66000", "9464"],
    ["METRICS_HOST", "every where", "0.0.0.0"],
    ["DISCORD_TOKEN", "Bot secret", "discord.com/developers"],
    ["DISCORD_GUILD_ID", "my server", "Copy Server ID"],
    ["DISCORD_API_URL", "ftp://x", "https://"],
    ["SLACK_BOT_TOKEN", "secret", "xoxb-"],
    ["SLACK_APP_TOKEN", "secret", "xapp-"],
    ["SLACK_SIGNING_SECRET", "short", "Basic Information"],
    ["SLACK_API_URL", "nowhere", "https://"],
  ])("%s=%s is refused with its name and the remedy", (name, value, remedy) => {
    const config = readConfig({ [name]: value });
    const complaint = config.ok ? "" : (config.problem.find((line) => line.startsWith(name)) ?? "");
    expect(complaint).toContain(remedy);
    expect(complaint).not.toContain(value);
  });

  test("all that is wrong is told at once", () => {
    const config = readConfig({ PORT: "x", LOG_LEVEL: "x", DISCORD_TOKEN: "x" });
    expect(!config.ok && config.problem).toHaveLength(3);
  });

  test.each([{ DISCORD_PUBLIC_KEY: "0123456789abcdef".repeat(4) }, { DISCORD_SHARDS: "2" }])(
    "Discord without its token is told: %j",
    (environment) => {
      const config = readConfig(environment);
      expect(!config.ok && config.problem).toEqual([expect.stringMatching(/^DISCORD_TOKEN is missing/)]);
    },
  );

  test.each([
    ["SLACK_APP_TOKEN", { SLACK_BOT_TOKEN: "xoxb-1" }],
    ["SLACK_BOT_TOKEN", { SLACK_APP_TOKEN: "xapp-1" }],
    ["SLACK_BOT_TOKEN", { SLACK_SIGNING_SECRET: "0123456789abcdef" }],
  ])("Slack without %s is told", (name, environment) => {
    const config = readConfig(environment);
    expect(!config.ok && config.problem).toEqual([expect.stringMatching(`^${name} is missing`)]);
  });

  const shared = {
    SLACK_CLIENT_ID: "12345.67890",
    SLACK_CLIENT_SECRET: "0123456789abcdef0123456789abcdef",
    SECRET_KEY: Buffer.alloc(32, 7).toString("base64"),
    PUBLIC_URL: "https://tutor.example.org",
    SLACK_SIGNING_SECRET: "0123456789abcdef",
  };

  test.each([{}, { SLACK_SIGNING_SECRET: "", SLACK_APP_TOKEN: "xapp-1" }])(
    "Slack in many workspaces %j",
    (ways) => {
      const config = readConfig({ ...shared, ...ways });
      expect(config).toMatchObject({
        ok: true,
        value: { slack: { installing: { clientId: "12345.67890", secretKeys: [Buffer.alloc(32, 7)] } } },
      });
      expect(config.ok && config.value.slack).not.toHaveProperty("botToken");
    },
  );

  test.each([
    ["SLACK_CLIENT_ID", { SLACK_CLIENT_ID: "" }, "is missing"],
    ["SLACK_CLIENT_SECRET", { SLACK_CLIENT_SECRET: "" }, "is missing"],
    ["SECRET_KEY", { SECRET_KEY: "" }, 'node -p "crypto.randomBytes(32)'],
    ["PUBLIC_URL", { PUBLIC_URL: "" }, "/slack/install"],
    ["PUBLIC_URL", { PUBLIC_URL: "http://tutor.example.org" }, "https://"],
    ["SLACK_APP_TOKEN", { SLACK_SIGNING_SECRET: "" }, "signed HTTP"],
    ["SLACK_BOT_TOKEN", { SLACK_BOT_TOKEN: "xoxb-1" }, "the one or the other"],
    ["SECRET_KEY", { SECRET_KEY: "bG9uZw==" }, "32 random bytes"],
    ["SLACK_CLIENT_ID", { SLACK_CLIENT_ID: "my-app" }, "Basic Information"],
    ["SLACK_CLIENT_SECRET", { SLACK_CLIENT_SECRET: "my secret" }, "Basic Information"],
  ])("many workspaces: %s with %j is told, and nothing else", (name, change, remedy) => {
    const config = readConfig({ ...shared, ...change });
    expect(!config.ok && config.problem).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
    expect(!config.ok && config.problem[0]).toContain(remedy);
    for (const value of Object.values(change).filter((one) => one !== "" && !one.startsWith("http")))
      expect(!config.ok && config.problem[0]).not.toContain(value);
  });

  test("the keys are read in base64 and hexadecimal, in their order", () => {
    const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const config = readConfig({
      ...shared,
      SECRET_KEY: `${one.toString("hex")} , ${other.toString("base64")}`,
    });
    expect(config.ok && config.value.slack?.installing?.secretKeys).toEqual([one, other]);
  });

  test(".env.example explains every variable, and no other, in the words of the README", () => {
    const lines = readFileSync(new URL("../../.env.example", import.meta.url), "utf8").split("\n");
    let words: string[] = [];
    const found = lines.flatMap((line) => {
      const name = /^([A-Z_]+)=$/.exec(line)?.[1];
      if (name === undefined) words = line.startsWith("# ") ? [...words, line.slice(2)] : [];
      else return [[name, words.splice(0).join(" ")]];
      return [];
    });
    expect(found).toEqual(
      explained.map(({ name, about, otherwise, example }) => [
        name,
        `${about} ${otherwise === undefined ? "" : `Default: ${otherwise} · `}Example: ${example}`,
      ]),
    );
  });

  test.each(explained)("$name takes the example and the default that are told of it", (variable) => {
    const { example, otherwise, takes } = variable;
    if (!example.includes("…")) expect(takes(example), example).toBe(true);
    if (otherwise !== undefined) expect(takes(otherwise), otherwise).toBe(true);
    expect(example).not.toBe(otherwise);
  });

  test("of a secret, only the beginning is told", () => {
    const secrets = explained.filter(({ name }) => /TOKEN|SECRET|_KEY$/.test(name));
    expect(secrets.length).toBeGreaterThan(6);
    for (const { name, example } of secrets) expect(example, name).toContain("…");
  });
});

import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { catalogue } from "../src/commands/catalogue.ts";
import { compareClocks, type Finding } from "../src/finding.ts";
import { examineDiscord } from "../src/platforms/discord/examine.ts";
import { registerByHand } from "../src/platforms/discord/register.ts";
import { examineSlack } from "../src/platforms/slack/examine.ts";
import { examineDatabase } from "../src/store/examine.ts";
import { openStore } from "../src/store/open-store.ts";
import { createPool } from "../src/store/postgres/open.ts";
import { databaseIn } from "../src/store/sqlite/folder.ts";
import { botToken as discordToken } from "./support/discord/payloads.ts";
import { type DiscordServer, openDiscord } from "./support/discord/server.ts";
import { runProgram } from "./support/program.ts";
import { createSharedDatabase } from "./support/shared-postgres.ts";
import { signingSecret } from "./support/slack/deliver.ts";
import { appToken, openSlack, type SlackServer, botToken as slackToken } from "./support/slack/server.ts";

const now = () => new Date();
const later = () => new Date(Date.now() + 10_000);
const told = (findings: readonly Finding[]) => findings.map(({ verdict, says }) => `${verdict}: ${says}`);

const doctor = (settings: Readonly<Record<string, string>>) =>
  runProgram("doctor.ts", [], { DATA_DIR: "memory://", ...settings });

const folder = mkdtempSync(join(tmpdir(), "doctor-"));
let discord: DiscordServer;
let slack: SlackServer;
beforeEach(async () => {
  [discord, slack] = await Promise.all([openDiscord(), openSlack()]);
});
afterEach(async () => {
  expect([...discord.violations, ...slack.workspace.violations]).toEqual([]);
  await Promise.all([discord.close(), slack.close()]);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("npm run doctor", () => {
  test("without settings says what there is and what there is not, and that nothing is wrong", async () => {
    const { code, said } = await doctor({});
    expect(said.trim().split("\n")).toEqual([
      "ok    settings: All can be read.",
      expect.stringMatching(/^note {2}database: DATA_DIR is memory/),
      expect.stringMatching(/^note {2}Discord: Without DISCORD_TOKEN/),
      expect.stringMatching(/^note {2}Slack: Without SLACK_BOT_TOKEN/),
      expect.stringMatching(/^ok {4}words: GloVe.*100,000 words/),
      "ok    pictures: A picture can be drawn.",
    ]);
    expect(code).toBe(0);
  });

  test("says all that is wrong, each with its remedy, ends with 78, and repeats no secret", async () => {
    slack.workspace.scopes = ["commands"];
    const { code, said } = await doctor({
      DISCORD_TOKEN: "not.the.token",
      DISCORD_API_URL: discord.apiUrl,
      SLACK_BOT_TOKEN: slackToken,
      SLACK_APP_TOKEN: "xapp-not-the-token",
      SLACK_API_URL: slack.apiUrl,
      WORDS_FILE: "/nowhere.txt",
    });
    expect(code).toBe(78);
    const mend = said.split("\n").filter((line) => line.startsWith("MEND"));
    expect(mend).toEqual([
      expect.stringContaining("Discord refuses DISCORD_TOKEN. Copy it again"),
      expect.stringContaining("lacks scopes: chat:write (answering mentions"),
      expect.stringContaining("Slack refuses SLACK_APP_TOKEN (invalid_auth). Copy an “App-Level Token”"),
      expect.stringContaining("Set WORDS_FILE to a file that is there"),
    ]);
    expect(said).not.toMatch(/not\.the\.token|xapp-|xoxb-/);
  });

  test("what is no matter of settings ends it with 1", async () => {
    const { code, said } = await doctor({ DISCORD_TOKEN: discordToken, DISCORD_API_URL: discord.apiUrl });
    expect(said).toMatch(/^MEND {2}Discord: Not all commands .*missing: .*dot, .*npm run register/m);
    expect(said).toMatch(/^ok {4}clock: It agrees with Discord’s\.$/m);
    expect(code).toBe(1);
  });

  test("settings that cannot be read are all told, and nothing is looked at with them", async () => {
    const { code, said } = await doctor({ PORT: "http", METRICS_HOST: "x", DISCORD_TOKEN: "my-secret" });
    expect(code).toBe(78);
    expect(said.match(/^MEND {2}settings: (PORT|METRICS_PORT|DISCORD_TOKEN) /gm)).toHaveLength(
      said.trim().split("\n").length,
    );
    expect(said).not.toContain("my-secret");
  });
});

describe("pictures, examined", () => {
  test("a part of the drawing that cannot be loaded is told, and what mends it", async () => {
    const missing = `
      import { registerHooks } from "node:module";
      registerHooks({
        resolve: (name, context, next) => {
          if (name === "@resvg/resvg-js") throw new Error("librt.so.1: cannot open shared object file");
          return next(name, context);
        },
      });`;
    const preload = `data:text/javascript,${encodeURIComponent(missing)}`;
    const { code, said } = await doctor({ NODE_OPTIONS: `--import ${preload}` });
    expect(said).toContain(
      "MEND  pictures: No picture can be drawn (librt.so.1: cannot open shared object file).",
    );
    expect(said).toContain("Run `npm ci` on this machine");
    expect(code).toBe(1);
  });
});

describe("Discord, examined", () => {
  const examine = (more: Partial<Parameters<typeof examineDiscord>[0]> = {}) =>
    examineDiscord({ token: discordToken, apiUrl: discord.apiUrl, commands: catalogue, now, ...more });

  test("is well when the commands are registered", async () => {
    await registerByHand(catalogue, { token: discordToken, apiUrl: discord.apiUrl });
    expect(told(await examine())).toEqual([
      `ok: DISCORD_TOKEN is that of “tutor” (application ${discord.world.ids.app}). To add it to a server, open https://discord.com/oauth2/authorize?client_id=${discord.world.ids.app}&scope=bot+applications.commands&permissions=274878008320`,
      expect.stringMatching(/^ok: All \d+ commands are registered/),
      "ok: The bot may connect; it needs no privileged intent, and has none.",
      "ok: It agrees with Discord’s.",
    ]);
  });

  test("commands that are missing, changed or strange are named", async () => {
    await registerByHand(catalogue, { token: discordToken, apiUrl: discord.apiUrl });
    const { world } = discord;
    world.registered = world.registered
      .filter(({ name }) => name !== "norm")
      .map((each) => (each.name === "dot" ? { ...each, description: "Something else" } : each))
      .concat({ name: "ancient", type: 1, description: "From long ago" });
    const [, commands] = told(await examine());
    expect(commands).toBe(
      "failed: Not all commands are registered as they should be (missing: norm; registered otherwise: dot; registered, but no longer known: ancient). A start mends that, and so does `npm run register`.",
    );
  });

  test.each([
    ["a needless intent is named", { flags: 1 << 19 }, /^note: .*switch off: Message Content/],
    ["a bot that has connected too often must wait", { connectionsLeft: 0 }, /^failed: .*240 minutes/],
  ])("%s", async (_, world, expected) => {
    Object.assign(discord.world, world);
    expect(told(await examine())[2]).toMatch(expected);
  });

  test.each([
    ["another key", { verify_key: "ff" }, /^misconfigured: DISCORD_PUBLIC_KEY is not that/],
    ["no address", { verify_key: "AB" }, /^note: DISCORD_PUBLIC_KEY fits, but .*Interactions Endpoint URL/],
    [
      "an address",
      { verify_key: "ab", interactions_endpoint_url: "https://tutor.example.org/discord/interactions" },
      /^ok: .*delivers interactions to https:\/\/tutor\.example\.org/,
    ],
  ])("interactions by HTTP with %s", async (_, delivery, expected) => {
    discord.world.delivery = delivery;
    expect(told(await examine({ publicKey: "ab" }))[3]).toMatch(expected);
  });

  test("a clock that is off is told, whatever else is wrong", async () => {
    const findings = await examine({ token: "not.the.token", now: later });
    expect(told(findings)).toEqual([
      expect.stringMatching(/^misconfigured: Discord refuses DISCORD_TOKEN/),
      expect.stringMatching(/^failed: This machine’s clock is (9|10) seconds ahead of Discord’s/),
    ]);
  });

  test("a fault of its own says nothing of the token", async () => {
    discord.failNext(1);
    expect(told(await examine())[0]).toMatch(/^failed: Discord cannot tell .*HTTP 500.*later/);
  });

  test("where nobody answers, the address and the reason are told", async () => {
    expect(told(await examine({ apiUrl: "http://127.0.0.1:1/api" }))).toEqual([
      expect.stringMatching(
        /^failed: Nobody answers at http:\/\/127\.0\.0\.1:1\/api \(.+\)\. .*DISCORD_API_URL/,
      ),
    ]);
  });
});

describe("Slack, examined", () => {
  const examine = (more: Partial<Parameters<typeof examineSlack>[0]> = {}) =>
    examineSlack({ botToken: slackToken, appToken, apiUrl: slack.apiUrl, now, ...more });

  test("is well in Socket Mode, and no socket is taken from a tutor that is at work", async () => {
    expect(told(await examine())).toEqual([
      "ok: SLACK_BOT_TOKEN is that of tutor in study.",
      expect.stringMatching(/^ok: The app has the \d+ scopes/),
      "ok: SLACK_APP_TOKEN opens a socket (Socket Mode).",
      "ok: It agrees with Slack’s.",
    ]);
    expect(slack.workspace.calls).toEqual(["auth.test", "apps.connections.open"]);
    expect(slack.connections()).toBe(0);
  });

  test.each([
    [
      "with an address",
      "https://tutor.example.org/",
      /^ok: .*https:\/\/tutor\.example\.org\/slack\/events\.$/,
    ],
    ["without one", undefined, /^note: .*Set PUBLIC_URL/],
  ])("by signed HTTP %s", async (_, publicUrl, expected) =>
    expect(told(await examine({ appToken: undefined, signingSecret, publicUrl }))[2]).toMatch(expected),
  );

  test("a refused token is told, and the clock", async () =>
    expect(told(await examine({ botToken: "xoxb-wrong", now: later }))).toEqual([
      expect.stringMatching(
        /^misconfigured: Slack refuses SLACK_BOT_TOKEN \(invalid_auth\)\. Copy the “Bot User/,
      ),
      expect.stringMatching(/^ok: SLACK_APP_TOKEN/),
      expect.stringMatching(/^failed: This machine’s clock is (9|10) seconds ahead of Slack’s/),
    ]));

  test("where nobody answers, the address and the reason are told", async () =>
    expect(told(await examine({ apiUrl: "http://127.0.0.1:1/api/" }))).toEqual([
      expect.stringMatching(
        /^failed: Nobody answers at http:\/\/127\.0\.0\.1:1\/api\/ \(.+\)\. .*SLACK_API_URL/,
      ),
    ]));
});

describe("a database in a folder, examined", () => {
  test("that is not there is not made", async () => {
    const dataDir = join(folder, "none");
    expect(told(await examineDatabase({ dataDir }, now))).toEqual([
      expect.stringMatching(/^note: There is no/),
    ]);
    expect(readdirSync(folder)).not.toContain("none");
  });

  test("is sound and up to date, also while a tutor works with it, which is told", async () => {
    const where = { dataDir: join(folder, "there") };
    const { store } = await openStore(where, now);
    const sound = [
      expect.stringMatching(/^ok: The database in .*there is sound\.$/),
      expect.stringMatching(/^ok: It is up to date \(step \d+\)\.$/),
    ];
    expect(told(await examineDatabase(where, now))).toEqual([
      ...sound,
      expect.stringMatching(new RegExp(`^note: Process ${process.pid} on `)),
    ]);
    await store.close();
    expect(told(await examineDatabase(where, now))).toEqual(sound);
  });

  test("that others can look into, and one that is damaged, is told", async () => {
    const where = { dataDir: join(folder, "open") };
    await (await openStore(where, now)).store.close();
    chmodSync(where.dataDir, 0o755);
    expect(told(await examineDatabase(where, now))[2]).toMatch(/^note: Others on this machine .*chmod 700/);
    writeFileSync(
      databaseIn(where.dataDir),
      readFileSync(databaseIn(where.dataDir)).fill(0xff, 8_192, 16_384),
    );
    const { code, said } = await doctor({ DATA_DIR: where.dataDir });
    expect(said).toMatch(/^MEND {2}database: The database in .* is damaged.*npm run restore/m);
    expect(code).toBe(1);
  });
});

describe("a database on a server, examined", () => {
  test("before its first start, up to date, and of a newer version", async () => {
    const databaseUrl = await createSharedDatabase();
    const examine = async (at = now) => told(await examineDatabase({ dataDir: "", databaseUrl }, at));
    expect(await examine()).toEqual([
      expect.stringMatching(/^ok: PostgreSQL 18\S* at 127\.0\.0\.1:\d+ answers\.$/),
      expect.stringMatching(/^note: It is at step 0 of \d/),
      "ok: It agrees with the database server’s.",
    ]);
    await (await openStore({ dataDir: "", databaseUrl }, now)).store.close();
    expect((await examine())[1]).toMatch(/^ok: It is up to date/);
    expect((await examine(later))[2]).toMatch(
      /^failed: This machine’s clock is 10 seconds ahead of the database/,
    );
    const pool = createPool(databaseUrl, 1);
    await pool.query("insert into migrations (version, made_at) values (99, 0)");
    await pool.end();
    expect((await examine())[1]).toMatch(/^failed: A newer version of the tutor/);
  });

  test("that refuses the password is told by the program with 78, without it", async () => {
    const databaseUrl = (await createSharedDatabase()).replace(":loopback@", ":wrong-secret@");
    const { code, said } = await doctor({ DATABASE_URL: databaseUrl });
    expect(said).toMatch(/^MEND {2}database: .*refuses the name or the password in DATABASE_URL/m);
    expect(said).not.toContain("wrong-secret");
    expect(code).toBe(78);
  });
});

test.each([
  [1_500, "ok"],
  [-1_500, "ok"],
  [2_500, "failed"],
  [-2_500, "failed"],
])("a clock that is %s ms off is %s", (off, verdict) => {
  const finding = compareClocks("Slack’s", 1_000_000, 1_000_000 + off);
  expect(finding.verdict).toBe(verdict);
  if (verdict === "failed") expect(finding.says).toContain(off > 0 ? "ahead of Slack’s" : "behind Slack’s");
});

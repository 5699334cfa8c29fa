import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createLearner as discordLearner } from "./support/discord/learner.ts";
import { botToken as discordToken } from "./support/discord/payloads.ts";
import { openDiscord } from "./support/discord/server.ts";
import { runProgram } from "./support/program.ts";
import { type Running, run } from "./support/running.ts";
import { createBrowser } from "./support/slack/browser.ts";
import { sendSigned, signingSecret } from "./support/slack/deliver.ts";
import { clientId, clientSecret } from "./support/slack/oauth.ts";
import { createPayloads } from "./support/slack/payloads.ts";
import { appToken, openSlack, botToken as slackToken } from "./support/slack/server.ts";

describe("npm start", () => {
  test("without a token it opens the page, says so, and says what Discord and Slack need", async () => {
    const { child, says, said, ends } = run("main.ts", {});
    const [, url] = await says(/The tutor is open at (http:\/\/localhost:\d+)\n/);
    await says(/DISCORD_TOKEN.*\n.*SLACK_BOT_TOKEN/);
    const answer = await fetch(`${url}/ask`, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
      body: "text=/dot 2,3,4 1,0,2",
    });
    expect(((await answer.json()) as { html: string }).html).toContain("Dot product: 10");
    child.kill("SIGTERM");
    expect(await ends()).toBe(0);
    expect(said().trim().split("\n")).toHaveLength(3);
  }, 60_000);

  test("it reads the operator's own vectors of words", async () => {
    const folder = mkdtempSync(join(tmpdir(), "words-"));
    const file = join(folder, "own.txt");
    writeFileSync(file, "sun 1 0 0\nmoon 0.9 0.1 0\nfork 0 0 1\n");
    const { says } = run("main.ts", { WORDS_FILE: file });
    const [, url] = await says(/The tutor is open at (http:\/\/localhost:\d+)\n/);
    const answer = await fetch(`${url}/ask`, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
      body: "text=/similar sun moon",
    });
    expect(((await answer.json()) as { html: string }).html).toContain("sun and moon: cosine 0.994");
    rmSync(folder, { recursive: true });
  }, 60_000);

  test("with tokens it connects Discord and Slack, too", async () => {
    const [discord, slack] = await Promise.all([openDiscord(), openSlack()]);
    const { child, says, said, ends } = run("main.ts", {
      DISCORD_TOKEN: discordToken,
      DISCORD_API_URL: discord.apiUrl,
      SLACK_BOT_TOKEN: slackToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_API_URL: slack.apiUrl,
    });
    await says(/The tutor is open at/);
    const [seen] = await discordLearner(discord).slash("dot", "2,3,4 1,0,2");
    expect(seen!.text).toContain("= 10");
    await expect.poll(() => slack.connections(), { timeout: 50_000 }).toBe(1);
    const payload = createPayloads(slack, "U01ADA").slash("/dot", "2,3,4 1,0,2", "C01MATHS");
    expect((await slack.envelope("slash_commands", payload)).text).toContain("= 10");
    child.kill("SIGTERM");
    expect(await ends()).toBe(0);
    for (const token of [discordToken, slackToken, appToken]) expect(said()).not.toContain(token);
    expect([...discord.violations, ...slack.workspace.violations]).toEqual([]);
    await Promise.all([discord.close(), slack.close()]);
  }, 30_000);

  test("a token that is reset while it runs ends it with 78 and a sentence", async () => {
    const discord = await openDiscord();
    const { says, said, ends } = run("main.ts", {
      DISCORD_TOKEN: discordToken,
      DISCORD_API_URL: discord.apiUrl,
    });
    await says(/The tutor is open at/);
    discord.gateway.closeWith(4004);
    expect(await ends()).toBe(78);
    expect(said()).toContain("Discord no longer takes DISCORD_TOKEN");
    await discord.close();
  }, 60_000);

  test("Slack's signed requests come to the same web server as the page", async () => {
    const slack = await openSlack();
    const { says } = run("main.ts", {
      SLACK_BOT_TOKEN: slackToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
    });
    const [, url] = await says(/The tutor is open at (http:\/\/localhost:\d+)\n/);
    const payload = createPayloads(slack, "U01ADA").slash("/dot", "2,3,4 1,0,2", "C01MATHS");
    const answer = await sendSigned(`${url}/slack/events`, "slash_commands", payload);
    expect(await answer.text()).toContain("= 10");
    await slack.close();
  }, 60_000);

  test("where others can reach it, the page is closed without a token, and Slack comes through", async () => {
    const slack = await openSlack();
    const settings = {
      HOST: "0.0.0.0",
      SLACK_BOT_TOKEN: slackToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
    };
    const { says } = run("main.ts", settings);
    const [, port] = await says(/The tutor is open at http:\/\/0\.0\.0\.0:(\d+)\n/);
    await says(/The page is closed, as others can reach 0\.0\.0\.0.*PAGE_TOKEN/);
    expect((await fetch(`http://localhost:${port}/`)).status).toBe(403);
    const payload = createPayloads(slack, "U01ADA").slash("/dot", "2,3,4 1,0,2", "C01MATHS");
    const answer = await sendSigned(`http://localhost:${port}/slack/events`, "slash_commands", payload);
    expect(await answer.text()).toContain("= 10");
    await slack.close();
  }, 60_000);

  test("whoever gives the page a public name and no token is told that anyone may use it", async () => {
    const { says } = run("main.ts", { PAGE_HOSTS: "tutor.example.org" });
    await says(/Anyone who reaches tutor\.example\.org may use the page.*PAGE_TOKEN/);
  }, 60_000);

  test("a wrong setting ends it with 78 and every remedy, and no secret", async () => {
    const { said, ends } = run("main.ts", {
      PORT: "http",
      DISCORD_TOKEN: "my-secret",
      SLACK_APP_TOKEN: "xapp-my",
    });
    expect(await ends()).toBe(78);
    expect(said()).toMatch(/3 settings are wrong/);
    expect(said()).not.toMatch(/my-secret|xapp-my/);
  });

  test("a token that is refused is told in a sentence", async () => {
    const discord = await openDiscord();
    const { said, ends } = run("main.ts", {
      DISCORD_TOKEN: "not.the.token",
      DISCORD_API_URL: discord.apiUrl,
    });
    expect(await ends()).toBe(78);
    expect(said()).toContain("Discord refuses DISCORD_TOKEN");
    await discord.close();
    const slack = await openSlack();
    const other = run("main.ts", {
      SLACK_BOT_TOKEN: "xoxb-wrong",
      SLACK_APP_TOKEN: appToken,
      SLACK_API_URL: slack.apiUrl,
    });
    expect(await other.ends()).toBe(78);
    expect(other.said()).toContain("Slack refuses");
    await slack.close();
  }, 60_000);

  test("people install the app in their workspaces; what is kept opens with the same key alone", async () => {
    const slack = await openSlack();
    slack.oauth.tokens.clear();
    const folder = mkdtempSync(join(tmpdir(), "many-"));
    const secretKey = randomBytes(32).toString("base64");
    const settings = {
      DATA_DIR: join(folder, "data"),
      LOG_LEVEL: "trace",
      SLACK_CLIENT_ID: clientId,
      SLACK_CLIENT_SECRET: clientSecret,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
      PUBLIC_URL: "https://tutor.example.org",
      SECRET_KEY: secretKey,
    };
    const first = run("main.ts", settings);
    const [, url] = await first.says(/The tutor is open at (http:\/\/localhost:\d+)\n/);
    await first.says(/to their Slack at https:\/\/tutor.example.org\/slack\/install\n/);
    const browser = createBrowser(url!);
    const page = await browser.open(slack.oauth.allow(await browser.begin(), slack.workspace));
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining("It is ready") });
    const payload = createPayloads(slack, "U01ADA").slash("/dot", "2,3,4 1,0,2", "C01MATHS");
    const answer = await sendSigned(`${url}/slack/events`, "slash_commands", payload);
    expect(await answer.text()).toContain("= 10");
    first.child.kill("SIGTERM");
    expect(await first.ends()).toBe(0);

    const wrong = run("main.ts", { ...settings, SECRET_KEY: randomBytes(32).toString("hex") });
    expect(await wrong.ends()).toBe(78);
    expect(wrong.said()).toContain("opens with SECRET_KEY");
    const file = join(folder, "tutor.backup");
    expect(await runProgram("programs/backup.ts", [file], settings)).toMatchObject({ code: 0 });
    const token = slack.oauth.tokenIn(slack.workspace)!;
    const backup = readFileSync(file).toString("latin1");
    expect(backup).toContain("s1.");
    for (const secret of [token, secretKey, clientSecret])
      for (const text of [backup, first.said(), wrong.said()]) expect(text).not.toContain(secret);
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  test("a port that is taken is told in a sentence", async () => {
    const first = run("main.ts", {});
    const [, port] = await first.says(/http:\/\/localhost:(\d+)\n/);
    const second = run("main.ts", { PORT: port! });
    expect(await second.ends()).toBe(1);
    expect(second.said()).toContain(`Port ${port} is taken`);
  }, 60_000);
});

describe("SIGTERM", () => {
  /** Two vectors long enough for a thread of their own, which is started for the first of them. */
  const long = [2, 3]
    .map((n) => Array.from({ length: 300 }, (_, i) => `${i}/${n * 7 + i}`).join(","))
    .join(" ");

  /** Signals while an answer is under way; resolves to the answer and to how the program ended. */
  const duringAn = async <T>(answering: Promise<T>, { child, ends }: Running) => {
    let isAnswered = false;
    const answered = answering.then((value) => {
      isAnswered = true;
      return value;
    });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(isAnswered, "the answer was not slow enough to be under way").toBe(false);
    child.kill("SIGTERM");
    const [value, code] = await Promise.all([answered, ends()]);
    return { value, code };
  };

  test("what is under way on Discord is answered first", async () => {
    const discord = await openDiscord();
    const running = run("main.ts", { DISCORD_TOKEN: discordToken, DISCORD_API_URL: discord.apiUrl });
    await running.says(/The tutor is open at/);
    const { value, code } = await duringAn(
      discordLearner(discord).slash("dot", long.slice(0, 5_900)),
      running,
    );
    expect(value[0]!.text).toMatch(/Dot product|dimensions differ/);
    expect(code).toBe(0);
    expect(discord.violations).toEqual([]);
    await discord.close();
  }, 60_000);

  test("what is under way on Slack is answered first", async () => {
    const slack = await openSlack();
    const running = run("main.ts", {
      SLACK_BOT_TOKEN: slackToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_API_URL: slack.apiUrl,
    });
    await running.says(/The tutor is open at/);
    const payload = createPayloads(slack, "U01ADA").slash("/dot", long, "C01MATHS");
    const posted = () => slack.workspace.messages.filter(({ by }) => by === slack.workspace.ids.botUser);
    const answered = slack.envelope("slash_commands", payload).then(async (acknowledged) => {
      if (acknowledged.text !== undefined) return String(acknowledged.text);
      await expect.poll(() => posted().length).toBeGreaterThan(0);
      return posted()[0]!.text;
    });
    const { value, code } = await duringAn(answered, running);
    expect(value).toContain("Dot product");
    expect(code).toBe(0);
    await slack.close();
  }, 60_000);

  test("what is under way on the page is answered first, and nothing new is begun", async () => {
    const running = run("main.ts", {});
    const [, url] = await running.says(/The tutor is open at (http:\/\/localhost:\d+)\n/);
    const asked = fetch(`${url}/ask`, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ text: `/dot ${long}` }),
    }).then((answer) => answer.json() as Promise<{ html: string }>);
    const { value, code } = await duringAn(asked, running);
    expect(value.html).toContain("Dot product");
    expect(code).toBe(0);
    await expect(fetch(`${url}/`)).rejects.toThrow();
  }, 60_000);

  test("a second one ends it at once", async () => {
    const running = run("main.ts", {});
    const [, url] = await running.says(/The tutor is open at (http:\/\/localhost:\d+)\n/);
    // A request that does not end keeps the first one waiting.
    const unended = connect(Number(new URL(url!).port), "127.0.0.1");
    unended.on("error", () => undefined);
    unended.write("POST /ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\ntext=");
    await fetch(`${url}/healthz`);
    running.child.kill("SIGTERM");
    running.child.kill("SIGINT");
    expect(await running.ends()).toBe(1);
    unended.destroy();
  });
});

describe("the other programs", () => {
  test("npm run register registers once", async () => {
    const discord = await openDiscord();
    const settings = { DISCORD_TOKEN: discordToken, DISCORD_API_URL: discord.apiUrl };
    const first = run("register.ts", settings);
    expect(await first.ends()).toBe(0);
    expect(first.said()).toContain("are registered everywhere");
    const again = run("register.ts", settings);
    expect(await again.ends()).toBe(0);
    expect(again.said()).toContain("already");
    expect(discord.world.registered.length).toBeGreaterThan(10);
    await discord.close();
  }, 60_000);

  test("npm run register without a token says what is missing", async () => {
    const { said, ends } = run("register.ts", {});
    expect(await ends()).toBe(78);
    expect(said()).toContain("DISCORD_TOKEN is missing");
  });

  test("npm run slack:manifest prints the manifest, for signed HTTP where there is an address", async () => {
    const socket = run("slack-manifest.ts", {});
    expect(await socket.ends()).toBe(0);
    expect(JSON.parse(socket.said())).toMatchObject({ settings: { socket_mode_enabled: true } });
    const http = run("slack-manifest.ts", { PUBLIC_URL: "https://tutor.example.org" });
    expect(await http.ends()).toBe(0);
    expect(JSON.parse(http.said())).toMatchObject({
      settings: {
        socket_mode_enabled: false,
        interactivity: { request_url: "https://tutor.example.org/slack/events" },
      },
      oauth_config: { redirect_urls: ["https://tutor.example.org/slack/oauth_redirect"] },
    });
    const both = run("slack-manifest.ts", {
      PUBLIC_URL: "https://tutor.example.org",
      SLACK_BOT_TOKEN: "xoxb-1",
      SLACK_APP_TOKEN: "xapp-1",
    });
    expect(await both.ends()).toBe(0);
    expect(JSON.parse(both.said())).toMatchObject({
      settings: { socket_mode_enabled: true },
      oauth_config: { redirect_urls: ["https://tutor.example.org/slack/oauth_redirect"] },
    });
  });
});

import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createLearner as discordLearner } from "./support/discord/learner.ts";
import { botToken as discordToken } from "./support/discord/payloads.ts";
import { openDiscord } from "./support/discord/server.ts";
import { runProgram } from "./support/program.ts";
import { run } from "./support/running.ts";
import { createBrowser } from "./support/slack/browser.ts";
import { bySocket, sendSigned, signingSecret } from "./support/slack/deliver.ts";
import { createLearner as slackLearner } from "./support/slack/learner.ts";
import { clientId, clientSecret } from "./support/slack/oauth.ts";
import { createPayloads } from "./support/slack/payloads.ts";
import { see } from "./support/slack/see.ts";
import { appToken, openSlack, type SlackServer, botToken as slackToken } from "./support/slack/server.ts";
import { until } from "./support/until.ts";

/** What comes of a signed command: with its acknowledgement, or by its response_url. */
const toldBy = async ({ workspace }: SlackServer, acknowledged: Response): Promise<string> => {
  const said = await acknowledged.text();
  if (said !== "") return said;
  const find = () => workspace.shown.find(({ through }) => through !== undefined);
  await until(() => find() !== undefined);
  return see(find()!).text;
};

describe("npm start", () => {
  test("without a token it opens the page, says so, and says what Discord and Slack need; its port is taken", async () => {
    const { child, says, said, ends } = run("main.ts", {});
    const [, url] = await says(/The tutor is open at (http:\/\/localhost:\d+)\n/);
    await says(/DISCORD_TOKEN.*\n.*SLACK_BOT_TOKEN/);
    const answer = await fetch(`${url}/ask`, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
      body: "text=/dot 2,3,4 1,0,2",
    });
    expect(((await answer.json()) as { html: string }).html).toContain("Dot product: 10");
    const { port } = new URL(url!);
    const second = run("main.ts", { PORT: port });
    expect(await second.ends()).toBe(1);
    expect(second.said()).toContain(`Port ${port} is taken`);
    child.kill("SIGTERM");
    expect(await ends()).toBe(0);
    expect(said().trim().split("\n")).toHaveLength(3);
  });

  test("on one web server: the operator's own vectors of words, a public name without a token, Slack's signed requests", async () => {
    const folder = mkdtempSync(join(tmpdir(), "words-"));
    const file = join(folder, "own.txt");
    writeFileSync(file, "sun 1 0 0\nmoon 0.9 0.1 0\nfork 0 0 1\n");
    const slack = await openSlack();
    const { says } = run("main.ts", {
      WORDS_FILE: file,
      PAGE_HOSTS: "tutor.example.org",
      SLACK_BOT_TOKEN: slackToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
    });
    const [, url] = await says(/The tutor is open at (http:\/\/localhost:\d+)\n/);
    await says(/Anyone who reaches tutor\.example\.org may use the page.*PAGE_TOKEN/);
    const answer = await fetch(`${url}/ask`, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
      body: "text=/similar sun moon",
    });
    expect(((await answer.json()) as { html: string }).html).toContain("sun and moon: cosine 0.994");
    const payload = createPayloads(slack, "U01ADA").slash("/dot", "2,3,4 1,0,2", "C01MATHS");
    const acknowledged = await sendSigned(`${url}/slack/events`, "slash_commands", payload);
    expect(await toldBy(slack, acknowledged)).toContain("= 10");
    await slack.close();
    rmSync(folder, { recursive: true });
  });

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
    expect(await toldBy(slack, answer)).toContain("= 10");
    await slack.close();
  });

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
  });

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
  });

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
    expect(await toldBy(slack, answer)).toContain("= 10");
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
  });
});

describe("SIGTERM", () => {
  /** A request to the page that the server has taken in, and whose text is still on its way. */
  const beginAsking = async (url: string, text: string) => {
    const body = `text=${encodeURIComponent(text)}`;
    const asking = request(`${url}/ask`, {
      method: "POST",
      headers: {
        accept: "application/json",
        "content-type": "application/x-www-form-urlencoded",
        "content-length": body.length,
      },
    });
    const answered = once(asking, "response") as Promise<[IncomingMessage]>;
    asking.write(body.slice(0, 5));
    // What comes on another connection afterwards is answered afterwards.
    await fetch(`${url}/healthz`);
    return {
      finish: async (): Promise<string> => {
        asking.end(body.slice(5));
        const [response] = await answered;
        return Buffer.concat(await response.toArray()).toString();
      },
    };
  };

  test("what is under way on Discord, Slack and the page is answered first, and nothing new is begun", async () => {
    const [discord, slack] = await Promise.all([openDiscord(), openSlack()]);
    const { child, says, said, ends } = run("main.ts", {
      DISCORD_TOKEN: discordToken,
      DISCORD_API_URL: discord.apiUrl,
      SLACK_BOT_TOKEN: slackToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_API_URL: slack.apiUrl,
    });
    const [, url] = await says(/The tutor is open at (http:\/\/localhost:\d+)\n/);
    const onDiscord = discordLearner(discord);
    const onSlack = slackLearner(slack, bySocket(slack));
    expect((await onDiscord.slash("dot", "2,3,4 1,0,2"))[0]!.text).toContain("= 10");
    await expect.poll(() => slack.connections(), { timeout: 60_000 }).toBe(1);
    expect((await onSlack.slash("dot", "2,3,4 1,0,2"))[0]!.text).toContain("= 10");

    // What a platform does not take at first is under way until it is sent again.
    discord.failNext(1, "before", /callback$/);
    slack.workspace.refuse("chat.postMessage", 1, { status: 500 });
    const asking = await beginAsking(url!, "/norm 8,15");
    const answers = Promise.all([onDiscord.slash("norm", "3,4"), onSlack.mention("norm 5,12")]);
    expect(await until(() => discord.faultsLeft() + slack.workspace.refusalsLeft() === 0)).toBe(true);
    child.kill("SIGTERM");
    const isOpen = () =>
      fetch(url!).then(
        () => true,
        () => false,
      );
    await expect.poll(isOpen).toBe(false);
    expect(await asking.finish()).toContain("Norm: 17");
    const [[fromDiscord], [fromSlack]] = await answers;
    expect(fromDiscord!.text).toContain("= 5");
    expect(fromSlack!.text).toContain("= 13");
    expect(await ends()).toBe(0);
    for (const token of [discordToken, slackToken, appToken]) expect(said()).not.toContain(token);
    expect([...discord.violations, ...slack.workspace.violations]).toEqual([]);
    await Promise.all([discord.close(), slack.close()]);
  });

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
  });

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

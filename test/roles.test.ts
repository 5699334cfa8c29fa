import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { discordRoom } from "./support/class/discord-room.ts";
import { does, type Post, pause, soon } from "./support/class/room.ts";
import { createLearner } from "./support/discord/learner.ts";
import { botToken } from "./support/discord/payloads.ts";
import { type DiscordServer, openDiscord } from "./support/discord/server.ts";
import { createSigner } from "./support/discord/signer.ts";
import { asText, idOf, pressableOn } from "./support/page/read.ts";
import { openTab, type Pushed, type Tab } from "./support/page/tab.ts";
import { openPostgresServer, type PostgresServer } from "./support/postgres.ts";
import { type Running, startProgram } from "./support/program.ts";
import { appToken, openSlack, botToken as slackToken } from "./support/slack/server.ts";

const patience = 20_000;
const person = "200000000000000001";

describe("processes with roles, on one PostgreSQL server", () => {
  let postgres: PostgresServer;
  let discord: DiscordServer;
  const signer = createSigner();
  const running: Running[] = [];
  let settings: Readonly<Record<string, string>>;

  beforeAll(async () => {
    postgres = await openPostgresServer();
  }, 60_000);
  afterAll(() => postgres.close());
  afterEach(async () => {
    expect(await Promise.all(running.splice(0).map(({ stop }) => stop()))).not.toContain(1);
    await discord.close();
  });

  const openWeb = async () => {
    discord = await openDiscord();
    settings = {
      DATABASE_URL: await postgres.createDatabase(),
      DISCORD_TOKEN: botToken,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_PUBLIC_KEY: signer.publicKey,
    };
    const web = await startProgram({ ...settings, ROLE: "web" }, /open at (http:\/\/localhost:\d+)\n/);
    running.push(web);
    await discord.setEndpoint(`${web.found[1]}/discord/interactions`, signer);
    return discordRoom(discord);
  };
  const startOther = async (ROLE: string, more: Readonly<Record<string, string>> = {}) => {
    running.push(await startProgram({ ...settings, ...more, ROLE }, new RegExp(`The tutor runs as ${ROLE}`)));
  };

  test("a quiz that is started by HTTP is moved on by a worker, and by nobody else", async () => {
    const room = await openWeb();
    const question = (number: number): Promise<Post | undefined> =>
      soon(() => room.posts().findLast(({ text }) => text.includes(`Question ${number} of 5`)), patience);

    const [begun] = await does(room.slash(person, "quiz", "start topic:norm rounds:5 seconds:10"), patience);
    expect(begun).toMatchObject({ text: expect.stringContaining("Your quiz has begun"), onlyFor: person });
    const first = await question(1);
    expect(first).toBeDefined();
    const press = room.press(person, first!.buttons[0]!, first!);
    const [taken] = await does(press, patience);
    expect(taken).toMatchObject({ text: expect.stringContaining("Your answer is in"), onlyFor: person });

    // The bell is due, and the process that serves the web leaves it to a worker.
    await pause(13_000);
    expect(room.posts()).toHaveLength(1);
    expect(discord.gateway.connections()).toBe(0);

    await startOther("worker");
    const second = await question(2);
    expect(second).toBeDefined();
    expect(room.posts().some(({ text }) => text.includes("Solution 1"))).toBe(true);
    const [also] = await does(room.press(person, second!.buttons[0]!, second!), patience);
    expect(also!.text).toContain("Your answer is in");
    expect(discord.violations).toEqual([]);
  }, 90_000);

  test("the process of the role “gateway” hears mentions, and keeps Slack's socket", async () => {
    await openWeb();
    const slack = await openSlack();
    const tokens = { SLACK_BOT_TOKEN: slackToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slack.apiUrl };
    await startOther("worker", tokens);
    expect([discord.gateway.connections(), slack.connections()]).toEqual([0, 0]);
    await startOther("gateway", tokens);
    expect(discord.gateway.connections()).toBe(1);
    await expect.poll(() => slack.connections(), { timeout: patience }).toBe(1);
    const learner = createLearner(discord);
    expect((await learner.slash("dot", "2,3,4 1,0,2"))[0]!.text).toContain("= 10");
    expect((await learner.mention("why is this similar?"))[0]!.text).toContain("(1, 0, 2)");
    await Promise.all(running.splice(0).map(({ stop }) => stop()));
    expect(slack.connections()).toBe(0);
    expect([...discord.violations, ...slack.workspace.violations]).toEqual([]);
    await slack.close();
  }, 90_000);
});

describe("the page, with processes on one PostgreSQL server", () => {
  let postgres: PostgresServer;
  const running: Running[] = [];
  beforeAll(async () => {
    postgres = await openPostgresServer();
  }, 60_000);
  afterAll(async () => {
    await Promise.all(running.map(({ stop }) => stop()));
    await postgres.close();
  });

  const isOpen = /open at (http:\/\/localhost:\d+)\n/;
  const start = async (ROLE: string, settings: Readonly<Record<string, string>>, fits: RegExp) => {
    const started = await startProgram({ ...settings, ROLE }, fits);
    running.push(started);
    return started;
  };
  const numbersOf = (tab: Tab): readonly number[] =>
    tab.pushed().flatMap(({ html }) => {
      const found = /Question (\d) of 5/.exec(asText(html));
      return found === null ? [] : [Number(found[1])];
    });

  test("a quiz goes to its end: a worker moves it on, open tabs of two processes show it, a restart keeps it", async () => {
    const settings = { DATABASE_URL: await postgres.createDatabase() };
    const [web, other] = await Promise.all([start("web", settings, isOpen), start("web", settings, isOpen)]);
    const [url, elsewhere] = [web.found[1]!, other.found[1]!];
    const cookie = (await fetch(url)).headers.getSetCookie()[0]!.split(";")[0]!;
    const tabs = await Promise.all([url, elsewhere].map((each) => openTab(each, cookie)));
    const post = async (path: string, fields: Readonly<Record<string, string>>) => {
      const headers = { accept: "application/json", cookie };
      const sent = await fetch(url + path, { method: "POST", headers, body: new URLSearchParams(fields) });
      return asText(((await sent.json()) as Pushed).html);
    };
    expect(await post("/ask", { text: "/quiz start topic:norm rounds:5" })).toContain("Your quiz has begun");

    const shown = (tab: Tab, what: (each: Pushed) => boolean) =>
      soon(() => tab.pushed().findLast(what), patience);
    const isQuestion = (number: number) => (each: Pushed) =>
      asText(each.html).includes(`Question ${number} of 5`) && each.html.includes(">Hint<");
    const answer = async (number: number): Promise<void> => {
      const question = await shown(tabs[0]!, isQuestion(number));
      expect(question, `question ${number}`).toBeDefined();
      const { code } = pressableOn(question!.html)[0]!;
      expect(await post("/press", { code, on: idOf(question!.html) })).toMatch(/Right|Not quite/);
    };

    await answer(1);
    // The next question is due, and the processes that serve the page leave it to a worker.
    await pause(4_000);
    expect(new Set(tabs.flatMap(numbersOf))).toEqual(new Set([1]));
    await start("worker", settings, /The tutor runs as worker/);
    for (const number of [2, 3, 4, 5]) await answer(number);
    for (const tab of tabs)
      expect(await shown(tab, ({ html }) => asText(html).includes("The quiz is over"))).toBeDefined();
    expect(new Set(numbersOf(tabs[1]!))).toEqual(new Set([1, 2, 3, 4, 5]));

    const document = await (await fetch(url, { headers: { cookie } })).text();
    expect(document).toContain("The quiz is over");
    expect(document).toContain("Your quiz has begun");
    await Promise.all(tabs.map((tab) => tab.end()));
    expect(await web.stop()).toBe(0);
    const again = await start("web", settings, isOpen);
    expect(await (await fetch(again.found[1]!, { headers: { cookie } })).text()).toBe(document);
  }, 120_000);
});

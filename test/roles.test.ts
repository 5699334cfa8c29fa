import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { discordRoom } from "./support/class/discord-room.ts";
import { does, type Post, soon } from "./support/class/room.ts";
import { createLearner } from "./support/discord/learner.ts";
import { botToken } from "./support/discord/payloads.ts";
import { type DiscordServer, openDiscord } from "./support/discord/server.ts";
import { createSigner } from "./support/discord/signer.ts";
import { asText, idOf, pressableOn } from "./support/page/read.ts";
import { openTab, type Pushed, type Tab } from "./support/page/tab.ts";
import { type Running, startProgram } from "./support/program.ts";
import { createSharedDatabase } from "./support/shared-postgres.ts";
import { appToken, openSlack, type SlackServer, botToken as slackToken } from "./support/slack/server.ts";

const patience = 60_000;
const person = "200000000000000001";
const isOpen = /open at (http:\/\/localhost:\d+)\n/;

type Started = Running & { readonly found: RegExpExecArray };

const numbersOf = (tab: Tab): readonly number[] =>
  tab.pushed().flatMap(({ html }) => {
    const found = /Question (\d) of 5/.exec(asText(html));
    return found === null ? [] : [Number(found[1])];
  });

const shown = (tab: Tab, what: (each: Pushed) => boolean) =>
  soon(() => tab.pushed().findLast(what), patience);

describe("processes with roles, on one PostgreSQL server", () => {
  let discord: DiscordServer;
  let slack: SlackServer;
  let client: pg.Client;
  let settings: Readonly<Record<string, string>>;
  let [web, other]: Started[] = [];
  const running = new Set<Running>();

  const start = async (ROLE: string, more: Readonly<Record<string, string>> = {}): Promise<Started> => {
    const fits = ROLE === "web" ? isOpen : new RegExp(`The tutor runs as ${ROLE}`);
    const started = await startProgram({ ...settings, ...more, ROLE }, fits);
    running.add(started);
    return started;
  };
  const stop = (one: Running): Promise<number | null> => {
    running.delete(one);
    return one.stop();
  };

  beforeAll(async () => {
    [discord, slack] = await Promise.all([openDiscord(), openSlack()]);
    const signer = createSigner();
    settings = {
      DATABASE_URL: await createSharedDatabase(),
      DISCORD_TOKEN: botToken,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_PUBLIC_KEY: signer.publicKey,
    };
    client = new pg.Client(settings.DATABASE_URL);
    await client.connect();
    [web, other] = await Promise.all([start("web"), start("web")]);
    await discord.setEndpoint(`${web.found[1]}/discord/interactions`, signer);
  });
  afterAll(async () => {
    const codes = await Promise.all([...running].map(stop));
    await client.end();
    await Promise.all([discord.close(), slack.close()]);
    expect(codes).not.toContain(1);
  });

  /** How many quizzes have been due for two seconds, in which a process that moves quizzes on looks four times. */
  const leftAlone = async (): Promise<number> => {
    const found = await client.query<{ count: string }>(
      "select count(*) from pgboss.job where name = 'quiz' and state = 'created' and start_after < now() - interval '2 seconds'",
    );
    return Number(found.rows[0]!.count);
  };
  const slackTokens = () => ({
    SLACK_BOT_TOKEN: slackToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: slack.apiUrl,
  });

  let cookie = "";
  const documentAt = async ({ found }: Started): Promise<string> =>
    (await fetch(found[1]!, { headers: { cookie } })).text();

  test("quizzes on Discord and on the page are moved on by a worker alone, and open tabs of two processes show it", async () => {
    const room = discordRoom(discord);
    const inRoom = (number: number): Promise<Post | undefined> =>
      soon(() => room.posts().findLast(({ text }) => text.includes(`Question ${number} of 5`)), patience);
    const quiz = room.slash(person, "quiz", "start topic:norm rounds:5 seconds:10");
    const [begun] = await does(quiz, patience);
    expect(begun).toMatchObject({ text: expect.stringContaining("Your quiz has begun"), onlyFor: person });
    const first = await inRoom(1);
    expect(first).toBeDefined();
    const [taken] = await does(room.press(person, first!.buttons[0]!, first!), patience);
    expect(taken).toMatchObject({ text: expect.stringContaining("Your answer is in"), onlyFor: person });

    const urls = [web!, other!].map(({ found }) => found[1]!);
    cookie = (await fetch(urls[0]!)).headers.getSetCookie()[0]!.split(";")[0]!;
    const tabs = await Promise.all(urls.map((each) => openTab(each, cookie)));
    const post = async (path: string, fields: Readonly<Record<string, string>>) => {
      const headers = { accept: "application/json", cookie };
      const body = new URLSearchParams(fields);
      const sent = await fetch(urls[0] + path, { method: "POST", headers, body });
      return asText(((await sent.json()) as Pushed).html);
    };
    const answer = async (number: number): Promise<void> => {
      const question = await shown(
        tabs[0]!,
        ({ html }) => asText(html).includes(`Question ${number} of 5`) && html.includes(">Hint<"),
      );
      expect(question, `question ${number}`).toBeDefined();
      const { code } = pressableOn(question!.html)[0]!;
      expect(await post("/press", { code, on: idOf(question!.html) })).toMatch(/Right|Not quite/);
    };
    expect(await post("/ask", { text: "/quiz start topic:norm rounds:5" })).toContain("Your quiz has begun");
    await answer(1);

    // A bell and a next question are due, and the processes that serve the web leave them to a worker.
    await expect.poll(leftAlone, { timeout: patience, interval: 200 }).toBe(2);
    expect(room.posts()).toHaveLength(1);
    expect(new Set(tabs.flatMap(numbersOf))).toEqual(new Set([1]));
    expect(discord.gateway.connections()).toBe(0);

    await start("worker", slackTokens());
    const second = await inRoom(2);
    expect(second).toBeDefined();
    expect(room.posts().some(({ text }) => text.includes("Solution 1"))).toBe(true);
    const [also] = await does(room.press(person, second!.buttons[0]!, second!), patience);
    expect(also!.text).toContain("Your answer is in");

    for (const number of [2, 3, 4, 5]) await answer(number);
    for (const tab of tabs)
      expect(await shown(tab, ({ html }) => asText(html).includes("The quiz is over"))).toBeDefined();
    expect(new Set(numbersOf(tabs[1]!))).toEqual(new Set([1, 2, 3, 4, 5]));
    await Promise.all(tabs.map((tab) => tab.end()));
    expect(discord.violations).toEqual([]);
  });

  test("a process that starts anew shows on the page what was there before", async () => {
    const document = await documentAt(other!);
    expect(document).toContain("The quiz is over");
    expect(document).toContain("Your quiz has begun");
    expect(await stop(other!)).toBe(0);
    expect(await documentAt(await start("web"))).toBe(document);
  });

  test("the process of the role “gateway” hears mentions, and keeps Slack's socket", async () => {
    expect([discord.gateway.connections(), slack.connections()]).toEqual([0, 0]);
    const gateway = await start("gateway", slackTokens());
    expect(discord.gateway.connections()).toBe(1);
    await expect.poll(() => slack.connections(), { timeout: patience }).toBe(1);
    const learner = createLearner(discord);
    expect((await learner.slash("dot", "2,3,4 1,0,2"))[0]!.text).toContain("= 10");
    expect((await learner.mention("why is this similar?"))[0]!.text).toContain("(1, 0, 2)");
    expect(await stop(gateway)).toBe(0);
    await expect.poll(() => slack.connections(), { timeout: patience }).toBe(0);
    expect([...discord.violations, ...slack.workspace.violations]).toEqual([]);
  });
});

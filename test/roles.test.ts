import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { discordRoom } from "./support/class/discord-room.ts";
import { does, type Post, pause, soon } from "./support/class/room.ts";
import { createLearner } from "./support/discord/learner.ts";
import { botToken } from "./support/discord/payloads.ts";
import { type DiscordServer, openDiscord } from "./support/discord/server.ts";
import { createSigner } from "./support/discord/signer.ts";
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

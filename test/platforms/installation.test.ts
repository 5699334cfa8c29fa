import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PlaceId } from "../../src/identity.ts";
import type { Store } from "../../src/store/store.ts";
import { guildOf } from "../support/discord/payloads.ts";
import { see } from "../support/discord/see.ts";
import { openStage as openDiscordStage } from "../support/discord/stage.ts";
import { openStage as openSlackStage } from "../support/slack/stage.ts";
import { shortStore } from "../support/store.ts";
import { quietTutor } from "../support/tutor.ts";

const startQuiz = (store: Store, workspace: PlaceId) =>
  store.quizzes.start({
    workspace,
    place: `${workspace}/c`,
    starter: "slack:learner:T01TEAM/U01ADA",
    settings: {},
    startedAt: new Date(Date.UTC(2026, 10, 25)),
  });

const isUnderWay = async ({ quizzes }: Store, workspace: PlaceId): Promise<boolean> =>
  (await quizzes.in(`${workspace}/c`)) !== undefined;

describe("on Slack", () => {
  const workspace = "slack:place:T01TEAM";

  test.each([
    [{ type: "app_uninstalled" }, true],
    [{ type: "tokens_revoked", tokens: { bot: ["U0BOT"] } }, true],
    [{ type: "tokens_revoked", tokens: { oauth: ["U01ADA"] } }, false],
  ])("where the bot is is kept; %j ends what is under way: %s", async (event, isGone) => {
    const store = shortStore();
    const stage = await openSlackStage("socket", quietTutor({ store }));
    expect(await store.installations.find(workspace)).toMatchObject({ workspace, bot: "U0BOT" });
    await startQuiz(store, workspace);
    await stage.delivery.deliver("events_api", stage.learner.payloads.event(event));
    await stage.stopTutor();
    expect((await store.installations.find(workspace)) === undefined).toBe(isGone);
    expect(await isUnderWay(store, workspace)).toBe(!isGone);
    await stage.close();
    await store.close();
  });
});

describe("on Discord", () => {
  const store = shortStore();
  let stage: Awaited<ReturnType<typeof openDiscordStage>>;
  beforeAll(async () => {
    stage = await openDiscordStage(quietTutor({ store }));
  });
  afterAll(async () => {
    await stage.close();
    await store.close();
  });

  test("a server that takes the bot out ends its quiz; one that is away for a while does not", async () => {
    const { world, gateway } = stage.server;
    const workspace: PlaceId = `discord:place:${world.ids.guild}`;
    await startQuiz(store, workspace);
    gateway.dispatch("GUILD_DELETE", { id: world.ids.guild, unavailable: true });
    // What comes after it is dealt with after it.
    await stage.learner.mention("dot 1,2 3,4");
    expect(await isUnderWay(store, workspace)).toBe(true);
    gateway.dispatch("GUILD_DELETE", { id: world.ids.guild });
    await expect.poll(() => isUnderWay(store, workspace)).toBe(false);
  });

  test("a server that it joins is greeted once, where it may write; one that it is in already is not", async () => {
    const { world, gateway } = stage.server;
    const greetings = () => world.messages.map(see).filter(({ text }) => text.includes("Hello, I work out"));
    expect(greetings()).toEqual([]);
    const joined = "100000000000000998";
    const mute = guildOf(world).roles as readonly object[];
    gateway.dispatch("GUILD_CREATE", {
      ...guildOf(world),
      id: "100000000000000999",
      roles: mute.map((role) => ({ ...role, id: "100000000000000999", permissions: "0" })),
    });
    gateway.dispatch("GUILD_CREATE", {
      ...guildOf(world),
      id: joined,
      roles: mute.map((role) => ({ ...role, id: joined })),
    });
    await expect.poll(() => greetings().length).toBe(1);
    expect(greetings()[0]!.buttons).toEqual(["Try it", "Start a quiz", "Settings"]);
    expect(await store.installations.find(`discord:place:${joined}`)).toBeDefined();
    const [answer] = await stage.learner.press("Try it", greetings()[0]!);
    expect(answer!.text).toContain("Dot product: 10");
    expect(world.violations).toEqual([]);
  });
});

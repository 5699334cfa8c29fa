import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { createDiscord } from "../../src/platforms/discord/discord.ts";
import { botToken, interactionOf } from "../support/discord/payloads.ts";
import { openDiscord } from "../support/discord/server.ts";
import { modes, openStage, type Stage } from "../support/discord/stage.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor();

/** Told as errors, or with a stack. */
const alarms = ({ logged }: Stage) => logged.filter((line) => /"level":(50|60)|"stack"/.test(line));

describe.each(modes)("a registration that fails, by %s", (mode) => {
  const pauses = { first: 5, longest: 20 };

  // The client asks four times before it takes a fault for one.
  test.each([
    ["Discord is out of order", 8, 0],
    ["the creations of a day are used up", 0, 2],
  ])("ends nothing, and is tried again: %s", async (_, faults, refusals) => {
    const stage = await openStage(tutor, {
      mode,
      registrationPauses: pauses,
      prepare: ({ failNext, world }) => {
        world.registrationsToRefuse = refusals;
        if (faults > 0) failNext(faults, "before", /\/commands$/);
      },
    });
    await expect.poll(() => stage.server.world.registered.length).toBeGreaterThan(0);
    expect((await stage.learner.slash("dot", "2,3,4 1,0,2"))[0]!.text).toContain("= 10");
    const told = stage.logged.filter((line) => line.includes("could not be registered"));
    expect(told.map((line) => JSON.parse(line).secondsToNextTry)).toEqual([0.005, 0.01]);
    expect(alarms(stage)).toEqual([]);
    await stage.close();
  });
});

describe("a connection that Discord closes for good", () => {
  test.each([
    [4004, true, "DISCORD_TOKEN"],
    [4010, true, "DISCORD_SHARDS"],
    [4011, true, "DISCORD_SHARDS=auto"],
    [4012, false, "newer tutor"],
    [4013, false, "newer tutor"],
    [4014, true, "intents"],
  ])("with %i is told in a sentence", async (code, isConfiguration, sentence) => {
    const stage = await openStage(tutor);
    stage.server.gateway.closeWith(code);
    expect(await stage.platform.ended).toMatchObject({
      isConfiguration,
      message: expect.stringContaining(sentence),
    });
    await stage.close();
  });

  test("is none with 4000: it comes back", async () => {
    const stage = await openStage(tutor);
    stage.server.gateway.closeWith(4000);
    await expect.poll(() => stage.server.gateway.resumed()).toBe(1);
    expect(await Promise.race([stage.platform.ended, "goes on"])).toBe("goes on");
    await stage.close();
  });

  test("stops a start that waits to be greeted", async () => {
    const server = await openDiscord();
    server.gateway.refuse(4014);
    const discord = createDiscord({ token: botToken, apiUrl: server.apiUrl, log: createLog("silent") });
    await expect(discord.start(tutor)).rejects.toThrow("intents");
    await discord.stop();
    await server.close();
  });
});

describe("an answer that Discord does not take", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(tutor);
  });
  afterAll(() => stage.close());

  const toldOf = (code: number) => stage.logged.filter((line) => line.includes(`"code":${code}`));

  test("because the interaction is over, is no error", async () => {
    const { world, deliver } = stage.server;
    const data = { id: "1", name: "dot", type: 1, options: [{ name: "vectors", type: 3, value: "1,2 3,4" }] };
    deliver({
      ...interactionOf(world, { person: "200000000000000001", where: "channel", type: 2, data }),
      token: "of-another-time",
    });
    await expect.poll(() => toldOf(10062)).toHaveLength(1);
    expect(alarms(stage)).toEqual([]);
  });

  test("because the bot may not write there, is no error", async () => {
    const { world } = stage.server;
    world.closed.add(world.ids.channel);
    const answered = stage.learner.mention("dot 1,2 3,4").catch(() => undefined);
    await expect.poll(() => toldOf(50013)).toHaveLength(1);
    expect(alarms(stage)).toEqual([]);
    world.closed.delete(world.ids.channel);
    void answered;
  });
});

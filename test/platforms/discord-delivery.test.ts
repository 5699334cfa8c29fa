import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Invocation } from "../../src/commands/command.ts";
import type { Tutor } from "../../src/commands/tutor.ts";
import { createLog } from "../../src/log.ts";
import { createDiscord } from "../../src/platforms/discord/discord.ts";
import { registerByHand } from "../../src/platforms/discord/register.ts";
import { botToken } from "../support/discord/payloads.ts";
import { openDiscord } from "../support/discord/server.ts";
import { modes, openStage, type Stage } from "../support/discord/stage.ts";
import { quietTutor } from "../support/tutor.ts";
import { until } from "../support/until.ts";

const tutor = quietTutor();

/** Waits until Discord has had the first sign of an answer to an interaction. */
const firstSign = ({ server: { world } }: Stage, interaction: string): Promise<boolean> =>
  until(() => world.interactions.isAnswered(`token-${interaction}`));

/** The tutor when its answers take so long that they have to be announced first. */
const slow = (stage: () => Stage): Tutor => ({
  ...tutor,
  answer: async (invocation: Invocation) => {
    await firstSign(stage(), invocation.id);
    return tutor.answer(invocation);
  },
});

describe("Discord", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(tutor);
  });
  afterAll(async () => {
    expect(stage.server.violations).toEqual([]);
    await stage.close();
  });

  test("asks for no privileged intent, and for no more than it needs", () => {
    const [guilds, guildMessages, directMessages] = [1 << 0, 1 << 9, 1 << 12];
    expect(stage.server.gateway.identified.map(({ intents }) => intents)).toEqual([
      guilds! | guildMessages! | directMessages!,
    ]);
  });

  test("an answer is the callback itself, one request", async () => {
    const { requests } = stage.server.world;
    const before = requests.length;
    await stage.learner.slash("dot", "2,3,4 1,0,2");
    expect(requests.slice(before)).toEqual([expect.stringMatching(/^POST .*\/callback$/)]);
  });

  test("a slash command delivered twice is answered once", async () =>
    expect(await stage.learner.twice("dot", "1,2 3,4")).toHaveLength(1));

  test("a mention delivered twice is answered once", async () =>
    expect(await stage.learner.mentionTwice("dot 1,2 3,4")).toHaveLength(1));

  test("an answer in place that takes longer than Discord waits is acknowledged in time, and comes", async () => {
    let isSlow = false;
    const answer = async (invocation: Invocation) => {
      if (isSlow) await firstSign(opened, invocation.id);
      return tutor.answer(invocation);
    };
    const opened = await openStage({ ...tutor, answer });
    const { server, learner, close } = opened;
    const [question] = await learner.slash("practice", "");
    isSlow = true;
    expect(await learner.press(question!.buttons[0]!, question!)).toHaveLength(1);
    expect(server.violations).toEqual([]);
    await close();
  });

  test("a press whose meaning the database is slow to tell is acknowledged in time, and answered", async () => {
    let pressed = "";
    const late = async <T>(work: () => Promise<T>): Promise<T> => {
      if (pressed !== "") await firstSign(opened, pressed);
      return work();
    };
    const opened = await openStage({
      ...tutor,
      form: (code) => late(() => tutor.form(code)),
      codes: { ...tutor.codes, decode: (code) => late(() => tutor.codes.decode(code)) },
    });
    const { server, learner, close } = opened;
    const [dot] = await learner.slash("dot", "2,3,4 1,0,2");
    const answered = learner.press(dot!.buttons[0]!, dot!);
    pressed = server.world.interactions.latest();
    expect(await answered).toHaveLength(1);
    expect(server.violations).toEqual([]);
    await close();
  });

  test("an answer to a mention that Discord has posted though it says that it failed is posted once", async () => {
    const { server, learner } = stage;
    const before = server.messages.length;
    const postings = () => server.world.requests.filter((each) => /^POST .*\/messages$/.test(each)).length;
    const asked = postings();
    server.failNext(1, "after", /\/messages$/);
    await learner.mention("dot 1,2 3,4");
    await expect.poll(postings).toBeGreaterThan(asked + 1);
    expect(server.faultsLeft()).toBe(0);
    expect(server.messages.slice(before).filter(({ by }) => by === server.world.ids.bot)).toHaveLength(1);
  });

  test.each(["thread", "direct", "privately"] as const)(
    "a command in a place of the kind “%s”",
    async (where) => {
      const learner = stage.anotherLearner("200000000000000007", where);
      const [answer] = await learner.slash("dot", "2,3,4 1,0,2");
      expect(answer!.text).toContain("= 10");
      const [why] = await learner.press("Why is this similar?", answer!);
      expect(why!.text).toContain("0.8305");
    },
  );

  test("“this” in a thread is the thread's latest answer, and else the channel's", async () => {
    const inThread = stage.anotherLearner("200000000000000007", "thread");
    await stage.learner.slash("dot", "7,1 1,7");
    await inThread.slash("dot", "5,1 1,5");
    expect((await inThread.mention("why is this similar?"))[0]!.text).toContain("(5, 1)");
    expect((await stage.learner.mention("why is this similar?"))[0]!.text).toContain("(7, 1)");
  });

  test("many learners at once each get their own answer", async () => {
    const before = stage.server.messages.length;
    await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        stage.anotherLearner(`2000000000000001${String(i).padStart(2, "0")}`).slash("dot", `${i},1 1,1`),
      ),
    );
    await expect.poll(() => stage.server.messages.length).toBe(before + 30);
    const answers = stage.server.messages.slice(before).map(({ components }) => JSON.stringify(components));
    for (let i = 0; i < 30; i += 1)
      expect(answers.filter((text) => text.includes(`\\n= ${i + 1}\\n`))).toHaveLength(1);
  });

  test("a request that Discord holds back is made again", async () => {
    stage.server.refuseNext(1);
    const [seen] = await stage.learner.slash("dot", "2,3,4 1,0,2");
    expect(seen!.text).toContain("= 10");
  });

  test("where the bot may not write, nothing breaks", async () => {
    stage.server.world.closed.add(stage.server.world.ids.channel);
    try {
      const before = stage.server.messages.length;
      void stage.learner.mention("dot 1,2 3,4");
      await expect.poll(() => stage.logged.join("")).toContain("50013");
      expect(stage.server.messages.length).toBe(before + 1);
    } finally {
      stage.server.world.closed.clear();
    }
    expect((await stage.learner.slash("dot", "2,3,4 1,0,2"))[0]!.text).toContain("= 10");
  });

  test("neither the token nor learners' words are in the log", async () => {
    const log = stage.logged.join("");
    expect(log).toContain("50013");
    expect(log).not.toContain(botToken);
    expect(log).not.toMatch(/2,3,4|1,2 3,4/);
  });
});

describe("a connection to Discord", () => {
  test("what happens while it is cut is answered when it is back", async () => {
    const stage = await openStage(tutor);
    const { gateway } = stage.server;
    gateway.cut();
    await expect.poll(() => gateway.connections()).toBe(0);
    const [seen] = await stage.learner.slash("dot", "2,3,4 1,0,2");
    expect(seen!.text).toContain("= 10");
    expect(gateway.resumed()).toBe(1);
    expect(stage.server.violations).toEqual([]);
    await stage.close();
  });

  test("Discord may ask for a new one", async () => {
    const stage = await openStage(tutor);
    stage.server.gateway.askToReconnect();
    await expect.poll(() => stage.server.gateway.resumed()).toBe(1);
    expect((await stage.learner.slash("dot", "2,3,4 1,0,2"))[0]!.text).toContain("= 10");
    await stage.close();
  });

  test("a stop finishes what has come in, then closes it", async () => {
    const [begun, mayGoOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const stage = await openStage({
      ...tutor,
      answer: async (invocation) => {
        begun.resolve();
        await mayGoOn.promise;
        return tutor.answer(invocation);
      },
    });
    const asked = stage.learner.slash("dot", "2,3,4 1,0,2");
    await begun.promise;
    const stopped = stage.stopTutor();
    mayGoOn.resolve();
    await stopped;
    expect((await asked)[0]!.text).toContain("= 10");
    await expect.poll(() => stage.server.gateway.connections()).toBe(0);
    await stage.close();
  });

  test("a wrong token stops the start", async () => {
    const server = await openDiscord();
    const discord = createDiscord({
      token: "not.the.token",
      apiUrl: server.apiUrl,
      log: createLog("silent"),
    });
    await expect(discord.start(tutor)).rejects.toMatchObject({ code: "TokenInvalid" });
    await discord.stop();
    await server.close();
  });
});

describe.each(modes)("an answer that takes long, by %s", (mode) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(
      slow(() => stage),
      { mode },
    );
  });
  afterAll(async () => {
    expect(stage.server.violations).toEqual([]);
    await stage.close();
  });

  test.each([
    ["dot", "2,3,4 1,0,2", false, "= 10"],
    ["help", "dot", true, "/dot"],
    ["dot", "2,3,4", true, "2 vectors"],
  ])("/%s %s is deferred, and seen by whom it is for", async (name, typed, privately, text) => {
    const [seen] = await stage.learner.slash(name, typed);
    expect(seen!.ephemeral).toBe(privately);
    expect(seen!.text).toContain(text);
  });
});

describe("registration", () => {
  const puts = (requests: readonly string[]) => requests.filter((each) => each.startsWith("PUT"));

  test("happens once, and again only when something changed", async () => {
    const server = await openDiscord();
    const settings = { token: botToken, apiUrl: server.apiUrl };
    expect(await registerByHand(tutor.commands, settings)).toBe(true);
    expect(await registerByHand(tutor.commands, settings)).toBe(false);
    expect(puts(server.world.requests)).toHaveLength(1);
    const [first, ...others] = tutor.commands;
    expect(await registerByHand([{ ...first!, summary: "Another summary" }, ...others], settings)).toBe(true);
    expect(await registerByHand(others, settings)).toBe(true);
    expect(server.violations).toEqual([]);
    await server.close();
  });

  test("in one server only, for development", async () => {
    const stage = await openStage(tutor, { guildId: "100000000000000002" });
    expect(puts(stage.server.world.requests)).toEqual([
      expect.stringMatching(/\/guilds\/100000000000000002\/commands$/),
    ]);
    await stage.close();
  });

  test("names every command and alias, for servers and for persons, everywhere", async () => {
    const server = await openDiscord();
    await registerByHand(tutor.commands, { token: botToken, apiUrl: server.apiUrl });
    const names = tutor.commands.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(server.world.registered.map(({ name }) => name)).toEqual([...names, "Why is this similar?"]);
    for (const { contexts, integration_types } of server.world.registered) {
      expect(contexts).toEqual([0, 1, 2]);
      expect(integration_types).toEqual([0, 1]);
    }
    await server.close();
  });
});

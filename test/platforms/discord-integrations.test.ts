import { PermissionsBitField } from "discord.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mayUseCommand } from "../../src/platforms/discord/command-permissions.ts";
import { administrator } from "../support/discord/payloads.ts";
import { modes, openStage, type Stage } from "../support/discord/stage.ts";
import { openStudy, type Study } from "../support/tutor.ts";

/** Kinds of what is set. */
const [role, user, channel] = [1, 2, 3] as const;

describe("what a server sets under Integrations, by Discord's rules", () => {
  const guild = "100";
  const wanting = {
    guild,
    channel: "20",
    user: "30",
    roles: ["40", "41", guild],
    permissions: new PermissionsBitField(0n),
  };
  const set = (id: string, ...permissions: readonly (readonly [string, 1 | 2 | 3, boolean])[]) => ({
    id,
    application_id: "1",
    guild_id: guild,
    permissions: permissions.map(([of, type, permission]) => ({ id: of, type, permission })),
  });
  type Set = readonly ReturnType<typeof set>[];

  test.each<[string, Set, boolean]>([
    ["nothing", [], true],
    ["everyone may not", [set("7", [guild, role, false])], false],
    ["everyone may not, one role may", [set("7", [guild, role, false], ["41", role, true])], true],
    ["one role may not, another may", [set("7", ["40", role, false], ["41", role, true])], true],
    ["their roles may, they may not", [set("7", ["40", role, true], ["30", user, false])], false],
    ["not in this channel", [set("7", ["20", channel, false])], false],
    ["in no channel but this", [set("7", ["99", channel, false], ["20", channel, true])], true],
    ["in no channel", [set("7", ["99", channel, false])], false],
    ["nobody may use the application", [set("1", [guild, role, false])], false],
    [
      "nobody the application, all this command",
      [set("1", [guild, role, false]), set("7", [guild, role, true])],
      true,
    ],
    ["another command", [set("8", [guild, role, false])], true],
  ])("%s", (_, settings, may) => {
    expect(mayUseCommand(wanting, { id: "7" }, "1", settings)).toBe(may);
    const all = { ...wanting, permissions: new PermissionsBitField(PermissionsBitField.Flags.Administrator) };
    expect(mayUseCommand(all, { id: "7" }, "1", settings)).toBe(true);
  });

  test("a command for managers is for them, unless the server says otherwise", () => {
    const command = { id: "7", default_member_permissions: "32" };
    const manager = { ...wanting, permissions: new PermissionsBitField(32n) };
    expect(mayUseCommand(wanting, command, "1", [])).toBe(false);
    expect(mayUseCommand(manager, command, "1", [])).toBe(true);
    expect(mayUseCommand(wanting, command, "1", [set("7", ["40", role, true])])).toBe(true);
  });
});

describe.each(modes)("a command that is switched off in a server, by %s", (mode) => {
  let study: Study;
  let stage: Stage;
  beforeAll(async () => {
    study = await openStudy();
    stage = await openStage(study.tutor, {
      mode,
      prepare: ({ world }) => {
        world.integrations = { quiz: [{ id: world.ids.guild, type: role, permission: false }] };
      },
    });
    study.platforms.push(stage.platform);
  });
  afterAll(async () => {
    expect(stage.server.violations).toEqual([]);
    await stage.close();
    await study.close();
  });

  const off = "switched that command off";

  test("is off for /tutor, for buttons and in threads, and other commands are not", async () => {
    const [through] = await stage.learner.slash("tutor", "quiz start");
    expect(through!.text).toContain(off);
    const [answer] = await stage.learner.slash("dot", "2,3,4 1,0,2");
    expect((await stage.learner.press("Show each step", answer!))[0]!.text).toContain("= 10");
    const start = '1["quiz",{"action":"start"}]';
    expect((await stage.learner.pressCode(start, answer!))[0]!.text).toContain(off);
    const inThread = stage.anotherLearner("200000000000000002", "thread");
    expect((await inThread.pressCode(start, answer!))[0]!.text).toContain(off);
    expect(
      stage.server.messages.filter(
        ({ by, interaction }) => by === stage.server.world.ids.bot && !interaction,
      ),
    ).toEqual([]);
  });

  test.runIf(mode === "gateway")(
    "is off for free words, until Discord tells that it is on again",
    async () => {
      const { world, gateway } = stage.server;
      // The usual learner owns the server, and owners may do everything.
      const member = stage.anotherLearner("200000000000000002");
      expect((await member.mention("start a quiz"))[0]!.text).toContain(off);
      world.integrations = {};
      gateway.dispatch("APPLICATION_COMMAND_PERMISSIONS_UPDATE", {
        id: "1",
        application_id: world.ids.app,
        guild_id: world.ids.guild,
        permissions: [],
      });
      const [started] = await member.mention("start a quiz");
      expect(started!.text).toContain("Your quiz has begun");
      await member.slash("quiz", "stop confirm:yes");
    },
  );

  test("asks Discord once for many presses", async () => {
    const [answer] = await stage.learner.slash("dot", "2,3,4 1,0,2");
    const asked = () => stage.server.world.requests.filter((each) => each.endsWith("/permissions")).length;
    const before = asked();
    for (let i = 0; i < 5; i++) await stage.learner.press("Show each step", answer!);
    expect(asked() - before).toBeLessThanOrEqual(1);
  });
});

describe("where Discord does not tell what is set", () => {
  test("commands are for all, and /feedback is offered to managers alone", async () => {
    const study = await openStudy();
    const stage = await openStage(study.tutor, {
      prepare: ({ world }) => {
        world.integrations = undefined;
      },
    });
    const [answer] = await stage.learner.slash("dot", "2,3,4 1,0,2");
    expect((await stage.learner.press("Show each step", answer!))[0]!.text).toContain("= 10");
    const feedback = stage.server.world.registered.find(({ name }) => name === "feedback");
    expect(feedback?.default_member_permissions).toBe("32");
    const [seen] = await stage.anotherLearner(administrator).slash("feedback", "");
    expect(seen!.text).not.toContain("not for everyone");
    await stage.close();
    await study.close();
  });
});

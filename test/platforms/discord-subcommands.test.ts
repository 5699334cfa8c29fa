import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { type Command, defineCommand, type Input } from "../../src/commands/command.ts";
import { registerByHand } from "../../src/platforms/discord/register.ts";
import { registrationOf } from "../../src/platforms/discord/registration.ts";
import { paragraph } from "../../src/reply/reply.ts";
import type { Json } from "../support/discord/check-message.ts";
import { checkRegistration } from "../support/discord/check-registration.ts";
import { botToken } from "../support/discord/payloads.ts";
import { openDiscord } from "../support/discord/server.ts";
import { openStage, type Stage } from "../support/discord/stage.ts";
import { surfaces } from "../support/surfaces.ts";
import { quietTutor } from "../support/tutor.ts";

const actions = {
  start: { summary: "Start a round in this channel", takes: ["rounds", "topic"] },
  stop: { summary: "Stop the round", takes: [] },
};

const contest = defineCommand({
  name: "contest",
  aliases: ["match"],
  summary: "Ask questions to all in a channel",
  audience: "everyone",
  options: z.object({
    action: z.enum(["start", "stop"]).meta({ description: "What to do", actions }),
    topic: z.string().optional().meta({ description: "What it is about" }),
    rounds: z.int().min(1).max(20).optional().meta({ description: "How many questions" }),
    hard: z.boolean().optional().meta({ description: "Taken by no action" }),
  }),
  examples: ["start rounds:5"],
  run: () => ({ ok: true, value: { tone: "plain", blocks: [paragraph("Begun")] } }),
});

/** The tutor with a command that has actions, and what it was asked. */
const withContest = () => {
  const asked: Input[] = [];
  const tutor = quietTutor();
  return {
    asked,
    tutor: {
      ...tutor,
      commands: [...tutor.commands, contest],
      answer: async ({ input }: { input: Input }) => {
        asked.push(input);
        return { reply: { tone: "plain", blocks: [paragraph("Begun")] } as const, command: contest.name };
      },
      complete: async (_asker: unknown, command: string, option: string, typed: string) => [
        { label: `${command} ${option}`, value: typed },
      ],
    },
  };
};

const registered = (command: Command, name = command.name) =>
  registrationOf([command]).find((each) => each.name === name) as unknown as Json;

describe("a command with actions", () => {
  const { asked, tutor } = withContest();
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(tutor);
  });
  afterAll(async () => {
    expect(stage.server.violations).toEqual([]);
    await stage.close();
  });
  const latest = () => asked.at(-1);

  test("is registered with a subcommand for each, and what it takes in the command's order", () => {
    for (const name of ["contest", "match"]) {
      const options = registered(contest, name).options as Json[];
      expect(options).toMatchObject([
        {
          type: 1,
          name: "start",
          description: "Start a round in this channel",
          options: [
            { type: 3, name: "topic" },
            { type: 4, name: "rounds", min_value: 1, max_value: 20 },
          ],
        },
        { type: 1, name: "stop", description: "Stop the round", options: [] },
      ]);
      expect(options).toHaveLength(2);
    }
    expect(checkRegistration([registered(contest)])).toEqual([]);
  });

  test("arrives with the action as its first option", async () => {
    await stage.learner.slash("contest", "start", { rounds: 5 });
    expect(latest()).toEqual({ kind: "call", command: "contest", options: { action: "start", rounds: 5 } });
    await stage.learner.slash("match", "stop");
    expect(latest()).toEqual({ kind: "call", command: "match", options: { action: "stop" } });
  });

  test("is typed as on a line", async () => {
    await stage.learner.slash("contest", "start topic:dot product rounds:5");
    expect(latest()).toMatchObject({ options: { action: "start", topic: "dot product", rounds: 5 } });
  });

  test("is typed on the surface as on others", async () => {
    const surface = await surfaces.discord!(tutor);
    expect((await surface.type("contest", "start rounds:7")).text).toBe("Begun");
    expect(latest()).toMatchObject({ options: { action: "start", rounds: 7 } });
    await surface.close();
  });

  test("completes an option within an action", async () => {
    const choices = await stage.learner.complete("contest", "topic", "dot", "start");
    expect(choices).toEqual([{ name: "contest topic", value: "dot" }]);
  });

  test.each([
    ["pause", {}],
    ["", {}],
    ["stop", { rounds: 5 }],
    ["start", { rounds: "many" }],
  ])("Discord does not let one type “%s” with %j", (action, more) =>
    expect(() => stage.learner.slash("contest", action, more)).toThrow("Discord"),
  );

  test("is registered anew when something within an action changed, and only then", async () => {
    const server = await openDiscord();
    const settings = { token: botToken, apiUrl: server.apiUrl };
    const changed = defineCommand({
      ...contest,
      options: z.object({
        ...contest.options.shape,
        rounds: z.int().min(1).max(30).optional().meta({ description: "How many questions" }),
      }),
    });
    expect(await registerByHand([contest], settings)).toBe(true);
    expect(await registerByHand([contest], settings)).toBe(false);
    expect(await registerByHand([changed], settings)).toBe(true);
    await server.close();
  });
});

describe("the loopback Discord refuses subcommands that Discord refuses", () => {
  const sub = (more: Json = {}): Json => ({ type: 1, name: "start", description: "Starts", ...more });
  const option = (more: Json = {}): Json => ({ type: 3, name: "topic", description: "What", ...more });
  test.each<[string, Json[]]>([
    ["beside other options", [sub(), option()]],
    ["a name with a space", [sub({ name: "start now" })]],
    ["a name in capitals", [sub({ name: "Start" })]],
    ["a name of 33 characters", [sub({ name: "s".repeat(33) })]],
    ["no description", [sub({ description: "" })]],
    ["a description of 101 characters", [sub({ description: "d".repeat(101) })]],
    ["one twice", [sub(), sub()]],
    ["26 of them", Array.from({ length: 26 }, (_, i) => sub({ name: `s${i}` }))],
    ["one within another", [sub({ options: [sub()] })]],
    ["one that must be given", [sub({ required: true })]],
    [
      "a required option after one that is not",
      [sub({ options: [option(), option({ name: "other", required: true })] })],
    ],
    [
      "an option's description of 101 characters",
      [sub({ options: [option({ description: "d".repeat(101) })] })],
    ],
  ])("%s", (_, options) =>
    expect(checkRegistration([{ type: 1, name: "contest", description: "Asks", options }])).not.toEqual([]),
  );
});

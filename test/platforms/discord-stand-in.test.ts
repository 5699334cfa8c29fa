import { Client, Events, GatewayIntentBits } from "discord.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  checkCompletions,
  checkMessage,
  checkModal,
  flag,
  type Json,
} from "../support/discord/check-message.ts";
import { checkRegistration } from "../support/discord/check-registration.ts";
import { createLearner } from "../support/discord/learner.ts";
import { botToken, interactionOf } from "../support/discord/payloads.ts";
import { type DiscordServer, openDiscord } from "../support/discord/server.ts";

const v2 = (...components: Json[]): Json => ({
  flags: flag.componentsV2,
  allowed_mentions: { parse: [] },
  components,
});
const text = (content: string): Json => ({ type: 10, content });
const row = (...components: Json[]): Json => ({ type: 1, components });
const button = (custom_id: string, label = "Go"): Json => ({ type: 2, style: 2, custom_id, label });
const option = (value: string, label = "Go"): Json => ({ label, value });
const menu = (...options: Json[]): Json => ({ type: 3, custom_id: "menu", options });
const many = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

describe("the loopback Discord refuses what Discord refuses", () => {
  test.each<[string, Json]>([
    ["no allowed_mentions", { ...v2(text("a")), allowed_mentions: undefined }],
    ["mentions allowed", { ...v2(text("a")), allowed_mentions: { parse: ["users"] } }],
    ["content beside components v2", { ...v2(text("a")), content: "b" }],
    ["no components", v2()],
    ["41 components", v2(...many(41, () => text("a")))],
    ["4,001 characters", v2(text("a".repeat(2000)), text("b".repeat(2001)))],
    ["an empty text", v2(text(""))],
    ["an unknown component", v2({ type: 99 })],
    ["a container in a container", v2({ type: 17, components: [{ type: 17, components: [text("a")] }] })],
    ["six buttons in a row", v2(row(...many(6, (i) => button(`b${i}`))))],
    ["a custom id of 101 characters", v2(row(button("x".repeat(101))))],
    ["a custom id twice", v2(row(button("x"), button("x")))],
    ["a label of 81 characters", v2(row(button("x", "l".repeat(81))))],
    ["a menu of 26", v2(row(menu(...many(26, (i) => option(`o${i}`)))))],
    ["a menu's value twice", v2(row(menu(option("x"), option("x"))))],
    ["a menu beside a button", v2(row(menu(option("x")), button("y")))],
    ["content of 2,001 characters", { content: "a".repeat(2001), allowed_mentions: { parse: [] } }],
  ])("%s", (_, message) => expect(checkMessage(message)).not.toEqual([]));

  const field = (more: Json = {}, input: Json = {}): Json => ({
    type: 18,
    label: "Vectors",
    component: { type: 4, custom_id: "typed", style: 2, ...input },
    ...more,
  });
  const modal = (...components: Json[]): Json => ({ custom_id: "x", title: "Change", components });
  test.each<[string, Json]>([
    ["a title of 46 characters", { ...modal(field()), title: "t".repeat(46) }],
    ["a custom id of 101 characters", { ...modal(field()), custom_id: "x".repeat(101) }],
    ["a label of 46 characters", modal(field({ label: "l".repeat(46) }))],
    ["a description of 101 characters", modal(field({ description: "l".repeat(101) }))],
    ["a value of 4,001 characters", modal(field({}, { value: "1".repeat(4001) }))],
    ["six fields", modal(...many(6, () => field()))],
    ["no fields", modal()],
  ])("a form with %s", (_, form) => expect(checkModal(form)).not.toEqual([]));

  test.each<[string, unknown]>([
    ["26", many(26, () => ({ name: "a", value: "a" }))],
    ["one of 101 characters", [{ name: "a".repeat(101), value: "a" }]],
    ["one without a value", [{ name: "a", value: "" }]],
  ])("suggestions: %s", (_, choices) => expect(checkCompletions(choices)).not.toEqual([]));

  const command = (more: Json): Json => ({ type: 1, name: "dot", description: "Works out", ...more });
  test.each<[string, Json[]]>([
    ["a name in capitals", [command({ name: "Dot" })]],
    ["a description of 101 characters", [command({ description: "d".repeat(101) })]],
    ["a name twice", [command({}), command({})]],
    [
      "a required option after one that is not",
      [
        command({
          options: [
            { type: 3, name: "a", description: "a" },
            { type: 3, name: "b", description: "b", required: true },
          ],
        }),
      ],
    ],
    [
      "choices beside autocomplete",
      [
        command({
          options: [
            {
              type: 3,
              name: "a",
              description: "a",
              autocomplete: true,
              choices: [{ name: "x", value: "x" }],
            },
          ],
        }),
      ],
    ],
    ["a context menu with a description", [{ type: 3, name: "Why?", description: "Because" }]],
    ["101 commands", many(101, (i) => command({ name: `c${i}` }))],
  ])("registration: %s", (_, commands) => expect(checkRegistration(commands)).not.toEqual([]));

  test("and takes what is within them", () => {
    expect(checkMessage(v2({ type: 17, components: [text("a".repeat(4000)), row(button("x"))] }))).toEqual(
      [],
    );
    expect(checkModal(modal(field({}, { value: "1".repeat(4000) })))).toEqual([]);
    expect(checkRegistration([command({})])).toEqual([]);
  });
});

describe("a bare bot on the loopback Discord", () => {
  let server: DiscordServer;
  let client: Client;
  beforeAll(async () => {
    server = await openDiscord();
    client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: server.apiUrl } });
    client.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply({ content: "10", allowedMentions: { parse: [] } });
      if (interaction.commandName === "twice") {
        interaction.replied = false;
        await interaction.reply({ content: "11", allowedMentions: { parse: [] } }).catch(() => undefined);
      }
    });
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(botToken);
    await ready;
    server.world.registered = [
      { id: "1", name: "dot", type: 1, options: [] },
      { id: "2", name: "twice", type: 1, options: [] },
    ];
  });
  afterAll(async () => {
    await client.destroy();
    await server.close();
  });

  test("is answered to", async () => {
    const [seen] = await createLearner(server).slash("dot", "");
    expect(seen).toMatchObject({ text: "10", ephemeral: false });
  });

  test("is told when it answers twice", async () => {
    await createLearner(server).slash("twice", "");
    await expect.poll(() => server.violations).toEqual([expect.stringContaining("acknowledged already")]);
  });

  test("cannot answer what it was never asked", async () => {
    const { id } = interactionOf(server.world, { person: "2", where: "channel", type: 2, data: {} });
    const response = await fetch(`${server.apiUrl}/v10/interactions/${id}/token-0/callback`, {
      method: "POST",
      body: JSON.stringify({ type: 4, data: { content: "10" } }),
    });
    expect(response.status).toBe(404);
  });

  test("does not let a learner type what is not registered", () =>
    expect(() => createLearner(server).slash("cosine", "")).toThrow("not registered"));
});

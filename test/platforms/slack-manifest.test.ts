import { describe, expect, test } from "vitest";
import * as z from "zod";
import { defineCommand } from "../../src/commands/command.ts";
import { slackManifest } from "../../src/platforms/slack/manifest.ts";
import { botEvents, botScopes } from "../../src/platforms/slack/scopes.ts";
import { paragraph } from "../../src/reply/reply.ts";

const described = (name: string, summary: string, examples: readonly [string, ...string[]], more = {}) =>
  defineCommand({
    name,
    summary,
    examples,
    audience: "everyone",
    options: z.object({}),
    run: () => ({ ok: true, value: { tone: "plain", blocks: [paragraph("hello")] } }),
    ...more,
  });

const commands = [
  described("dot", "Work out a dot product", ["2,3,4 1,0,2", "a,b c,d"]),
  described("normalise", "Make a unit vector", ["3,4"], { aliases: ["normalize"] }),
  described("help", "Say what there is", ["", "dot"]),
  described("hello", "Needs nothing", [""]),
  described("tutor", "Every command, by one name", ["dot 2,3,4 1,0,2"]),
];

/** A command whose first option has so many actions. */
const withActions = (names: readonly string[], more = {}) =>
  described("quiz", "A quiz for everyone", ["start"], {
    options: z.object({
      action: z.enum(names).meta({
        description: "what to do",
        actions: Object.fromEntries(names.map((name) => [name, { summary: name, takes: [] }])),
      }),
      rounds: z.int().min(5).max(50).default(5).meta({ description: "how many" }),
      ...more,
    }),
  });

const slashNames = (manifest: ReturnType<typeof slackManifest>) =>
  manifest.features!.slash_commands!.map(({ command }) => command);

describe("the manifest", () => {
  test("has each command and alias, except the names that Slack keeps", () =>
    expect(slashNames(slackManifest(commands))).toEqual([
      "/dot",
      "/normalise",
      "/normalize",
      "/hello",
      "/tutor",
    ]));

  test("shows the first example as the hint", () =>
    expect(slackManifest(commands).features!.slash_commands![0]).toEqual({
      command: "/dot",
      description: "Work out a dot product",
      usage_hint: "2,3,4 1,0,2",
      should_escape: false,
    }));

  test("shows no hint where nothing need be typed", () =>
    expect(slackManifest(commands).features!.slash_commands!.at(-2)).not.toHaveProperty("usage_hint"));

  describe("the hint of a command with actions", () => {
    const hintOf = (...given: Parameters<typeof withActions>) =>
      slackManifest([withActions(...given)]).features!.slash_commands![0]!.usage_hint!;

    test("lists them", () => expect(hintOf(["start", "stop"])).toBe("start|stop [rounds:5–50]"));

    test("lists as many as there is room for", () => {
      const hint = hintOf(["start", ...Array.from({ length: 20 }, (_, i) => `action${i}`)]);
      expect(hint).toMatch(/^start\|action0\|.*\|… \[rounds:5–50\]$/);
      expect(hint.length).toBeLessThanOrEqual(100);
      expect(hint.length).toBeGreaterThan(85);
    });

    test("leaves out the options where they alone fill the line", () => {
      const long = z
        .enum(["x".repeat(50), "y".repeat(50)])
        .optional()
        .meta({ description: "which" });
      expect(hintOf(["start", "stop"], { long })).toBe("start|stop|…");
    });
  });

  test("without an address it is for Socket Mode, and names none", () => {
    const manifest = slackManifest(commands);
    expect(manifest.settings!.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(manifest)).not.toContain("http");
  });

  test("with an address every request goes there", () => {
    const request = "https://tutor.example.org/slack/events";
    const manifest = slackManifest(commands, { url: "https://tutor.example.org/" });
    expect(manifest.settings!.socket_mode_enabled).toBe(false);
    expect(manifest.settings!.event_subscriptions!.request_url).toBe(request);
    expect(manifest.settings!.interactivity!.request_url).toBe(request);
    for (const { url } of manifest.features!.slash_commands!) expect(url).toBe(request);
  });

  test("asks for the scopes that have a reason, and for those that its events need", () => {
    const { oauth_config, settings } = slackManifest(commands);
    const scopes = oauth_config!.scopes!.bot!;
    expect(scopes).toEqual(botScopes.map(({ scope }) => scope));
    expect(settings!.event_subscriptions!.bot_events).toEqual([...botEvents]);
    for (const scope of ["app_mentions:read", "im:history", "commands", "chat:write"] as const)
      expect(scopes).toContain(scope);
    for (const { because } of botScopes) expect(because.length).toBeGreaterThan(10);
  });

  test("has the agent view that Slack wants of new apps, with its event and its scope", () => {
    const { features, settings, oauth_config } = slackManifest(commands);
    const description = features!.agent_view!.agent_description!;
    expect(description.length).toBeGreaterThan(20);
    expect(description.length).toBeLessThanOrEqual(300);
    expect(features).not.toHaveProperty("assistant_view");
    expect(features!.app_home).toMatchObject({
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    const events = settings!.event_subscriptions!.bot_events!;
    expect(events).toEqual(expect.arrayContaining(["app_home_opened", "message.im"]));
    expect(events).not.toContain("assistant_thread_started");
    expect(oauth_config!.scopes!.bot).toContain("assistant:write");
  });

  test("keeps to the lengths that Slack states", () => {
    const { display_information, features } = slackManifest(commands);
    expect(display_information.name.length).toBeLessThanOrEqual(35);
    expect(display_information.description!.length).toBeLessThanOrEqual(140);
    for (const { name, description, callback_id } of features!.shortcuts!) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
      expect(callback_id).toBe("why");
    }
    expect(features!.bot_user!.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
  });
});

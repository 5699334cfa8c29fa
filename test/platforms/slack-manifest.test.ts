import { describe, expect, test } from "vitest";
import { slackManifest } from "../../src/platforms/slack/manifest.ts";
import { botEvents, botScopes } from "../../src/platforms/slack/scopes.ts";

const commands = [
  { name: "dot", aliases: [], summary: "Work out a dot product", examples: ["2,3,4 1,0,2", "a,b c,d"] },
  { name: "normalise", aliases: ["normalize"], summary: "Make a unit vector", examples: ["3,4"] },
  { name: "help", aliases: [], summary: "Say what there is", examples: ["", "dot"] },
  { name: "hello", aliases: [], summary: "Needs nothing", examples: [""] },
  { name: "tutor", aliases: [], summary: "Every command, by one name", examples: ["dot 2,3,4 1,0,2"] },
] as const;

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

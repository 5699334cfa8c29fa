import { DiscordAPIError } from "discord.js";
import { describe, expect, test } from "vitest";
import { refusalOf } from "../../src/platforms/discord/refusal.ts";

const discordSays = (status: number, code: number) =>
  new DiscordAPIError({ code, message: "" }, code, status, "POST", "https://discord.com", {});

describe("what Discord answers to a post", () => {
  test.each([
    [403, 50001, "forbidden"],
    [403, 50013, "forbidden"],
    [403, 50007, "forbidden"],
    [400, 50083, "forbidden"],
    [400, 160005, "forbidden"],
    [404, 10003, "gone"],
    [404, 10008, "gone"],
    [404, 10013, "gone"],
  ])("%i with the code %i is a refusal: %s", (status, code, refusal) =>
    expect(refusalOf(discordSays(status, code))?.refusal).toBe(refusal),
  );

  test.each([
    ["a mistake of ours", discordSays(400, 50035)],
    ["a wrong token", discordSays(401, 0)],
    ["another error", new Error("ECONNRESET")],
  ])("%s is no refusal", (_, error) => expect(refusalOf(error)).toBeUndefined());
});

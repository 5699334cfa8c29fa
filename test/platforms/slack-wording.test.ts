import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../../src/commands/catalogue.ts";
import { reservedNames } from "../../src/commands/usage.ts";
import { slackManifest } from "../../src/platforms/slack/manifest.ts";
import { openStage, type Stage } from "../support/slack/stage.ts";
import { openStudy, type Study } from "../support/tutor.ts";

const kept = catalogue
  .flatMap(({ name, aliases }) => [name, ...aliases])
  .filter((name) => reservedNames.slack.has(name));

describe("what Slack has other words for", () => {
  let stage: Stage;
  let study: Study;
  beforeAll(async () => {
    study = await openStudy();
    stage = await openStage("socket", study.tutor);
    study.platforms.push(stage.slack);
  });
  afterAll(async () => {
    expect(stage.server.workspace.violations).toEqual([]);
    await stage.close();
    await study.close();
  });
  const shown = async (line: string) =>
    (await stage.learner.slash("tutor", line)).map(({ text }) => text).join("\n");

  test.each([
    ["remind 18:00", "/tutor remind 19:30 zone:Europe/Berlin"],
    ["remind off", "/tutor remind 18:00"],
    ["remind at:noonish", "/tutor remind"],
    ["remnid 18:00", "/tutor remind"],
    ["help remind", "/tutor remind"],
    ["hlep 1", "/tutor help"],
  ])("/tutor %s advises “%s”", async (line, advised) => {
    const text = await shown(line);
    expect(text).toContain(advised);
    for (const name of kept) expect(text).not.toMatch(new RegExp(`(?<![\\w/])/${name}\\b`));
  });

  test("no text names a command that Slack keeps for itself: what to type is asked of the platform", () => {
    expect(kept).toEqual(expect.arrayContaining(["help", "remind", "feedback"]));
    const root = join(import.meta.dirname, "../../src");
    const texts = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|json|md)$/.test(entry.name))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
      // Comments and what is imported are read by nobody; what comes next after an answer is data.
      .map((text) => text.replace(/^(?:\s*(?:\*|\/\*\*|\/\/|import )|next: ).*$/gm, ""));
    const named = texts.flatMap(
      (text) => text.match(new RegExp(`(?<=["'\`“ (])/(?:${kept.join("|")})(?![\\w./-])`, "g")) ?? [],
    );
    expect(named).toEqual([]);
  });

  test("a leaderboard is of a channel or of the workspace, and never of a server", async () => {
    for (const line of ["leaderboard", "leaderboard show of:workspace", "leaderboard show of:server"])
      expect(await shown(line)).not.toMatch(/server/i);
    const [seen] = await stage.learner.slash("leaderboard", "show of:workspace");
    expect(seen!.text).toContain("Leaderboard: this workspace, the last seven days");
    expect(seen!.buttons).toContain("This channel");
    const [channel] = await stage.learner.slash("leaderboard");
    expect(channel!.buttons).toContain("Whole workspace");
    const [wrong] = await stage.learner.slash("leaderboard", "show of:planet");
    expect(wrong!.text).toContain("channel or workspace");
    expect(wrong!.text).not.toContain("server");
    expect(await shown("help leaderboard")).toContain("of:workspace");
    expect(JSON.stringify(slackManifest(catalogue))).not.toMatch(/\bservers?\b/i);
    expect(await stage.learner.openHome()).not.toMatch(/\bservers?\b/i);
  });
});

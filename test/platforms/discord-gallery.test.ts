import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../../src/commands/catalogue.ts";
import { optionsOf } from "../../src/commands/usage.ts";
import type { Draw } from "../../src/reply/picture.ts";
import type { Seen } from "../support/discord/see.ts";
import { openStage, type Stage } from "../support/discord/stage.ts";
import { codeIn, linesOnPhone } from "../support/phone.ts";
import { openStudy, type Study } from "../support/tutor.ts";

/** Answers whose whole is long: everyone sees half a screen of them. */
const long: ReadonlySet<string> = new Set(["why", "explain", "attention", "help"]);

const mostFor = (command: string): number => (long.has(command) ? 15 : 24);

const examples = catalogue.flatMap((command) =>
  command.examples.map((typed) => [command.name, typed] as const),
);

/** Into an option with choices nobody can type an example of several options; /tutor takes it. */
const takesLine = (name: string): boolean =>
  optionsOf(catalogue.find((command) => command.name === name)!)[0]?.values === undefined;

const drawings: readonly (readonly [string, Draw])[] = [
  ["drawn", async () => ({ png: new Uint8Array(1), width: 1, height: 1 })],
  ["not drawn", async () => undefined],
];

describe.each(drawings)("every command's examples on a phone, with pictures %s", (_, drawPicture) => {
  let study: Study;
  let stage: Stage;
  beforeAll(async () => {
    study = await openStudy({ drawPicture });
    stage = await openStage(study.tutor);
    study.platforms.push(stage.platform);
  });
  afterAll(async () => {
    expect(stage.server.violations).toEqual([]);
    await stage.close();
    await study.close();
  });

  const tablesIn = (seen: readonly Seen[]) =>
    seen.flatMap(codeIn).filter((lines) => lines.some((line) => /^─+( {2}─+)*$/.test(line)));

  const expectTablesToFit = (seen: readonly Seen[]) => {
    for (const line of tablesIn(seen).flat()) expect([...line].length, line).toBeLessThanOrEqual(34);
  };

  test.each(examples)("/%s %s", async (name, typed) => {
    const seen = takesLine(name)
      ? await stage.learner.slash(name, typed)
      : await stage.learner.slash("tutor", `${name} ${typed}`);
    expectTablesToFit(seen);
    if (seen.every(({ ephemeral }) => ephemeral)) return;
    expect(linesOnPhone(seen)).toBeLessThanOrEqual(mostFor(name));
    const [last] = seen.slice(-1);
    if (!last!.buttons.includes("All of it")) return;
    const before = stage.server.messages.length;
    const whole = await stage.learner.press("All of it", last!);
    expect(whole.every(({ ephemeral }) => ephemeral)).toBe(true);
    expect(linesOnPhone(whole)).toBeGreaterThan(linesOnPhone(seen));
    expect(stage.server.messages.length).toBe(before + whole.length);
    expectTablesToFit(whole);
  });

  test.each([
    ["help", "help"],
    ["why", "why are 2,3,4 and 1,0,2 similar?"],
    ["explain", "explain cosine similarity"],
    ["attention", "attention"],
    ["help", "explain"],
  ])("what everyone sees of /%s, asked for in words: %s", async (name, words) => {
    const seen = await stage.learner.mention(words);
    expect(linesOnPhone(seen)).toBeLessThanOrEqual(mostFor(name));
    const whole = await stage.learner.press("All of it", seen.at(-1)!);
    expect(whole.every(({ ephemeral }) => ephemeral)).toBe(true);
    expect(linesOnPhone(whole)).toBeGreaterThan(linesOnPhone(seen));
  });

  test.each([
    ["dot", "2,3,4 1,0,2", "10"],
    ["cosine", "2,3,4 1,0,2", "0.8305"],
    ["norm", "3,4", "5"],
  ])("/%s %s says its result once", async (name, typed, result) => {
    const [seen] = await stage.learner.slash(name, typed);
    const typeset = seen!.pictures.filter(({ file }) => file.name.startsWith("formula")).length;
    const written = seen!.text.split(new RegExp(`[=≈] ${result.replace(".", "\\.")}(?![\\d.])`)).length - 1;
    expect(typeset + written).toBe(1);
    expect(seen!.text.split("\n")[0]).not.toContain(result);
  });
});

import { afterEach, expect, test } from "vitest";
import type { Draw, Picture } from "../../src/reply/picture.ts";
import { openStage as openDiscordStage } from "../support/discord/stage.ts";
import { drawingOf } from "../support/drawing.ts";
import { openPage } from "../support/page/stage.ts";
import { textOfBlocks } from "../support/slack/check-blocks.ts";
import { see as seeOnSlack } from "../support/slack/see.ts";
import { openStage as openSlackStage } from "../support/slack/stage.ts";
import { latestPosed } from "../support/study.ts";
import { openStudy, type Study } from "../support/tutor.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const drawn = drawingOf(60);

/** A tutor that draws at once, and what it was to draw. */
const openDrawing = async () => {
  const asked: Picture[] = [];
  const drawPicture: Draw = async (picture) => {
    asked.push(picture);
    return drawn;
  };
  const study = await openStudy({ drawPicture });
  closing.push(study.close);
  return { study, progressDrawn: () => asked.filter(({ kind }) => kind === "progress") };
};

type Slash = (command: string, line: string) => Promise<unknown>;

/** One answer that is right, and one in another skill that is not. */
const practise = async (slash: Slash, { store }: Study): Promise<void> => {
  await slash("practice", "norm");
  await slash("answer", (await latestPosed(store)).right);
  await slash("practice", "dot product");
  await slash("answer", (await latestPosed(store)).wrong);
};

/** What the table beside the picture says of each skill: “Norm 34%”. */
const masteryIn = (text: string): readonly string[] =>
  [...text.matchAll(/(Norm|Dot product)\s+[■□]+ (\d+%)/g)].map(([, skill, share]) => `${skill} ${share}`);

const describes = (alt: string | undefined, text: string): void => {
  const [one, other, ...more] = masteryIn(text);
  expect([one, other].map((each) => each?.split(/ (?=\d)/)[0]).toSorted()).toEqual(["Dot product", "Norm"]);
  expect(more).toEqual([]);
  expect(alt).toContain("Mastery by skill, as bars: ");
  expect(alt).toContain(one);
  expect(alt).toContain(other);
};

test("on Discord /progress comes with its picture, which is read aloud by skill and percentage", async () => {
  const { study, progressDrawn } = await openDrawing();
  const { learner, server, close } = await openDiscordStage(study.tutor);
  closing.push(close);
  const [nothing] = await learner.slash("progress", "");
  expect(nothing!.text).toContain("Nothing yet");
  expect(nothing!.pictures).toEqual([]);
  await practise(learner.slash, study);
  const [seen] = await learner.slash("progress", "");
  expect(seen!.ephemeral).toBe(true);
  expect(seen!.pictures).toHaveLength(1);
  const [picture] = seen!.pictures;
  describes(picture!.alt, seen!.text);
  expect(new Uint8Array(picture!.file.bytes)).toEqual(drawn.png);
  expect(progressDrawn()).toHaveLength(1);
  expect(server.violations).toEqual([]);
});

test("on Slack /progress and the app's home show it, the home above what can be typed", async () => {
  const { study } = await openDrawing();
  const { learner, server, close } = await openSlackStage("socket", study.tutor);
  closing.push(close);
  const { workspace } = server;
  const home = () => (workspace.homes.get(learner.person)?.blocks ?? []) as Record<string, unknown>[];
  const images = () => home().filter(({ type }) => type === "image");
  expect(await learner.openHome()).toContain("Nothing yet");
  expect(images()).toEqual([]);

  await practise(learner.slash, study);
  await learner.openHome();
  await expect.poll(() => images().length).toBe(1);
  const [image] = images();
  describes(String(image!.alt_text), textOfBlocks(home()));
  const { id } = image!.slack_file as { id: string };
  expect(new Uint8Array(workspace.files.uploaded().get(id)!.bytes)).toEqual(drawn.png);
  expect(home().indexOf(image!)).toBeLessThan(home().findIndex(({ type }) => type === "divider"));

  const before = workspace.messages.length;
  const [seen] = await learner.slash("progress");
  const below = () => workspace.messages.slice(before).map(seeOnSlack);
  const pictures = () => below().flatMap((message) => message.pictures);
  await expect.poll(() => pictures().length).toBe(1);
  describes(pictures()[0]!.alt, seen!.shown);
  expect(below().every(({ ephemeral }) => ephemeral)).toBe(true);
  expect(workspace.violations).toEqual([]);
});

test("on the page it stands in the answer, and its address gives the drawing", async () => {
  const { study } = await openDrawing();
  const page = await openPage(study.tutor);
  closing.push(page.close);
  const visit = await page.visit();
  const slash = (command: string, line: string) => visit.send("/ask", { text: `/${command} ${line}` });
  await practise(slash, study);
  const { html } = await slash("progress", "");
  const [image] = [...html.matchAll(/<img\s+src="([^" ]+)"\s+alt="([^"]*)"/g)];
  describes(image![2], html.replace(/<[^>]+>/g, " "));
  const response = await fetch(page.url + image![1], { headers: { cookie: visit.cookie } });
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(drawn.png);
});

import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Tutor } from "../../src/commands/tutor.ts";
import { createLog } from "../../src/log.ts";
import { createPictures, type Pictures } from "../../src/pictures/draw.ts";
import { see as seeOnDiscord } from "../support/discord/see.ts";
import { openStage as openDiscordStage } from "../support/discord/stage.ts";
import { openPage } from "../support/page/stage.ts";
import { see as seeOnSlack } from "../support/slack/see.ts";
import { openStage as openSlackStage } from "../support/slack/stage.ts";
import { quietTutor, storeOpened } from "../support/tutor.ts";

/** What is typed, and a piece of each picture's words, in their order. */
const asked = [
  ["dot", "2,3,4 1,0,2", ["Typeset: (2, 3, 4)·(1, 0, 2)", "Bars: 2×1 = 2"]],
  ["cosine", "2,3,4 1,0,2", ["Typeset:", "Between them are 33.9°"]],
  ["project", "3,4 5,1", ["Typeset:", "The projection of the first"]],
  ["compare", "1,1 1,0.9 9,1", ["The cosine scale"]],
  ["why", "2,3,4 1,0,2", ["Bars:", "Arrows from the origin"]],
  ["plot", "3,4 4,-1", ["Arrows from the origin"]],
  ["attention", "the cat sat on the mat", ["A heat map"]],
  ["similar", "king queen", ["The cosine scale"]],
  ["similar", "king", ["A map of words"]],
  ["similar", "king - man + woman", ["A map of words"]],
  ["explain", "vector", ["Typeset:", "As a picture"]],
  ["prove", "law of cosines step:2 show:step", ["Typeset: ‖c‖²"]],
] as const;

/** Whoever asks for these alone is shown the same, and a picture that was shown before comes with the words. */
const shownOnPage = (alts: readonly string[]) => alts.filter((alt) => !alt.startsWith("Typeset:"));

let pictures: Pictures;
beforeAll(() => {
  // However slow the machine is, no picture is given up.
  const limits = { drawing: 100_000, before: 100_000 };
  pictures = createPictures({ log: createLog("silent"), limits });
});
afterAll(() => pictures.close());

/** Until the pictures are there, on a machine however busy. */
const patience = { timeout: 100_000, interval: 50 };

const isPicture = (bytes: Uint8Array): boolean => {
  const { width, height } = PNG.sync.read(Buffer.from(bytes));
  return width >= 600 && width <= 2_000 && height >= 40 && height <= 2_000 && bytes.length <= 1_000_000;
};

const fits = (alts: readonly string[], wanted: readonly string[]): boolean =>
  alts.length === wanted.length && wanted.every((part, i) => alts[i]!.includes(part));

/** Answers as to one who is alone, so that all of each is shown. */
const openTutor = async (): Promise<Tutor> => {
  const tutor = quietTutor({ drawPicture: pictures.draw });
  await storeOpened(tutor);
  return { ...tutor, answer: (invocation) => tutor.answer({ ...invocation, isAlone: true }) };
};

describe("each command that draws, with the real pictures", () => {
  test("on Discord, in the message and described", async () => {
    const { learner, server, close } = await openDiscordStage(await openTutor());
    for (const [name, rest, alts] of asked) {
      const before = server.messages.length;
      await learner.slash(name, rest);
      // Not only in what was seen until now: a later part of an answer may still be on its way.
      const now = () =>
        server.messages
          .slice(before)
          .map(seeOnDiscord)
          .flatMap((message) => message.pictures);
      await expect
        .poll(
          () =>
            fits(
              now().map(({ alt }) => alt ?? ""),
              alts,
            ),
          { message: `${name} ${rest}`, ...patience },
        )
        .toBe(true);
      for (const { file } of now()) expect(isPicture(file.bytes)).toBe(true);
    }
    expect(server.violations).toEqual([]);
    await close();
  }, 400_000);

  test("on Slack, in the message or below it", async () => {
    const { learner, server, close } = await openSlackStage("socket", await openTutor());
    const { workspace } = server;
    for (const [name, rest, alts] of asked) {
      const before = workspace.messages.length;
      await learner.slash(name, rest);
      const now = () =>
        workspace.messages
          .slice(before)
          .map(seeOnSlack)
          .flatMap((message) => message.pictures);
      await expect
        .poll(
          () =>
            fits(
              now().map(({ alt }) => alt),
              alts,
            ),
          { message: `${name} ${rest}`, ...patience },
        )
        .toBe(true);
      for (const { file } of now()) expect(isPicture(workspace.files.uploaded().get(file)!.bytes)).toBe(true);
    }
    expect(workspace.violations).toEqual([]);
    await close();
  }, 400_000);

  test("on the page, where working is typeset already", async () => {
    const page = await openPage(await openTutor());
    const visit = await page.visit();
    for (const [name, rest, alts] of asked) {
      const { html } = await visit.send("/ask", { text: `/${name} ${rest}` });
      const images = [...html.matchAll(/<img\s+src="([^" ]+)"\s+alt="([^"]*)"/g)];
      expect(
        fits(
          images.map((image) => image[2]!),
          shownOnPage(alts),
        ),
        `${name} ${rest}`,
      ).toBe(true);
      for (const image of images) {
        const response = await fetch(page.url + image[1]!, { headers: { cookie: visit.cookie } });
        expect(isPicture(new Uint8Array(await response.arrayBuffer())), `${name} ${rest}`).toBe(true);
      }
    }
    await page.close();
  }, 400_000);
});

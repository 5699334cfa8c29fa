import { afterEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { defineCommand } from "../../src/commands/command.ts";
import { placeId } from "../../src/identity.ts";
import type { Posting } from "../../src/posting.ts";
import type { Draw, Drawn, Picture } from "../../src/reply/picture.ts";
import type { Choice, Reply } from "../../src/reply/reply.ts";
import { drawingOf, pictureBlock, picturedTutor, pictureOf, withPicture } from "../support/drawing.ts";
import { see } from "../support/slack/see.ts";
import { modes, openStage, type Stage } from "../support/slack/stage.ts";

const choice: Choice = {
  label: "Go on",
  does: { command: "dot", options: { vectors: "2,3,4 1,0,2" } },
  inPlace: true,
};
const form: Choice = { ...choice, label: "Mine…", asks: "vectors" };

const forAsker = (words: string, ...pictures: string[]): Reply => ({
  ...withPicture(words, ...pictures.map((label) => pictureBlock(label, { alsoSaid: true })), {
    kind: "choices",
    prompt: "Go on",
    choices: [choice, form],
  }),
  audience: "asker",
});

const progress = defineCommand({
  name: "progress",
  summary: "See how far you are",
  audience: "asker",
  options: z.object({}),
  examples: [""],
  run: () => ({ ok: true, value: forAsker("Progress") }),
});

const labelOf = (what: Picture): string => (what.kind === "scale" ? what.marks[0]!.label : "");

/** Draws when it is told to, each picture by its name. */
const drawingByHand = () => {
  const drawings = new Map<string, PromiseWithResolvers<Drawn>>();
  const of = (label: string) => {
    const known = drawings.get(label) ?? Promise.withResolvers<Drawn>();
    drawings.set(label, known);
    return known;
  };
  const draw: Draw = (what) => of(labelOf(what)).promise;
  return {
    draw,
    finish: (name: string) => of(labelOf(pictureOf(name))).resolve(drawingOf(40)),
  };
};

describe.each(modes)("where pictures come late on Slack, over %s", (mode) => {
  let stage: Stage;
  afterEach(async () => {
    expect(stage.server.workspace.violations).toEqual([]);
    await stage.close();
  });

  const open = async (draw: Draw, ...replies: Reply[]) => {
    stage = await openStage(mode, picturedTutor(draw, replies, [progress]));
    return stage.learner;
  };
  const workspace = () => stage.server.workspace;
  const messages = () =>
    workspace()
      .messages.filter(({ by }) => by === "U0BOT")
      .map(see);
  const uploads = () => workspace().files.uploaded().size;

  test("an answer in place gets its picture in place, by a press or by a form", async () => {
    const hand = drawingByHand();
    const learner = await open(hand.draw, forAsker("One"), forAsker("Two", "2"), forAsker("Three", "3"));
    const [one] = await learner.slash("dot", "1,2 3,4");
    await learner.press("Go on", one!);
    hand.finish("2");
    await expect.poll(() => messages()[0]!.pictures.length).toBe(1);
    expect(messages()).toHaveLength(1);
    expect(messages()[0]).toMatchObject({ shown: "Two", ephemeral: true });

    await learner.open("Mine…", messages()[0]!);
    await learner.submit("2,2 1,1");
    expect(messages()[0]).toMatchObject({ shown: "Three", pictures: [] });
    hand.finish("3");
    await expect.poll(() => messages()[0]!.pictures.length).toBe(1);
    expect(messages()).toHaveLength(1);
  });

  test("a picture that comes when its answer has been replaced is dropped", async () => {
    const hand = drawingByHand();
    const replies = [forAsker("One"), forAsker("Two", "2"), forAsker("Three"), forAsker("Four", "2")];
    const learner = await open(hand.draw, ...replies);
    const [one] = await learner.slash("dot", "1,2 3,4");
    await learner.press("Go on", one!);
    await learner.press("Go on", messages()[0]!);
    expect(messages()[0]!.shown).toBe("Three");
    hand.finish("2");
    await expect.poll(uploads).toBe(1);
    // The next answer comes behind whatever the upload led to.
    await stage.stopTutor();
    expect(messages()).toHaveLength(1);
    expect(messages()[0]).toMatchObject({ shown: "Three", pictures: [] });
  });

  test("the app's home is published again with its picture; the next time at once", async () => {
    const hand = drawingByHand();
    const learner = await open(hand.draw, forAsker("Progress", "me"));
    const images = () =>
      (workspace().homes.get("U01ADA")!.blocks as { type: string; alt_text?: string }[]).filter(
        ({ type }) => type === "image",
      );
    expect(await learner.openHome()).toContain("Progress");
    expect(images()).toEqual([]);
    hand.finish("me");
    await expect.poll(() => images().map(({ alt_text }) => alt_text)).toEqual(["What picture me shows"]);
    const published = () => workspace().calls.filter((call) => call === "views.publish").length;
    expect(published()).toBe(2);
    await learner.openHome();
    expect(images()).toHaveLength(1);
    await stage.stopTutor();
    expect(published()).toBe(3);
  });

  test("a picture of an older home is dropped", async () => {
    const hand = drawingByHand();
    const learner = await open(hand.draw, forAsker("Older", "old"), forAsker("Newer"));
    await learner.openHome();
    expect(await learner.openHome()).toContain("Newer");
    hand.finish("old");
    await expect.poll(uploads).toBe(1);
    await stage.stopTutor();
    const { blocks } = workspace().homes.get("U01ADA")!;
    expect(JSON.stringify(blocks)).toContain("Newer");
    expect(JSON.stringify(blocks)).not.toContain("image");
  });

  test("what is pressed on the home is answered with its picture, by direct message", async () => {
    const hand = drawingByHand();
    hand.finish("7");
    const learner = await open(hand.draw, forAsker("Progress"), withPicture("Seven", pictureBlock("7")));
    await learner.openHome();
    await learner.pressAtHome("Go on");
    await expect.poll(() => messages()[0]!.pictures.length).toBe(1);
    expect(messages()).toHaveLength(1);
    expect(messages()[0]!.message.channel).toBe("D01ADA");
  });

  describe("a post of the bot", () => {
    const channel = placeId("slack", "T01TEAM", "C01MATHS");
    const posting = () => stage.slack as Posting;

    test("is there before its picture, which comes into it", async () => {
      const hand = drawingByHand();
      await open(hand.draw, withPicture("unused"));
      await posting().post(channel, withPicture("Round one", pictureBlock("q", { alsoSaid: true })));
      expect(messages()).toMatchObject([{ shown: "Round one", pictures: [] }]);
      hand.finish("q");
      await expect.poll(() => messages()[0]!.pictures.length).toBe(1);
      await posting().post(channel, withPicture("Round two", pictureBlock("q", { alsoSaid: true })));
      // What was uploaded before is shown again.
      await expect.poll(() => messages()[1]!.pictures).toEqual(messages()[0]!.pictures);
      expect(uploads()).toBe(1);
    });

    test("that was edited meanwhile keeps what is newer, and its picture", async () => {
      const hand = drawingByHand();
      await open(hand.draw, withPicture("unused"));
      const id = await posting().post(channel, withPicture("Before", pictureBlock("old")));
      await posting().edit(id, withPicture("After", pictureBlock("new")));
      hand.finish("new");
      await expect
        .poll(() => messages()[0]!.pictures.map(({ alt }) => alt), { timeout: 60_000 })
        .toEqual(["What picture new shows"]);
      hand.finish("old");
      await expect.poll(uploads).toBe(2);
      await stage.stopTutor();
      expect(messages()).toMatchObject([{ shown: "After" }]);
      expect(workspace().edits.map(({ text }) => text.split("\n")[0])).toEqual(["After", "After"]);
    });

    test("whose picture was deleted is edited all the same", async () => {
      const hand = drawingByHand();
      hand.finish("q");
      await open(hand.draw, withPicture("unused"));
      const id = await posting().post(channel, withPicture("Before", pictureBlock("q")));
      await expect.poll(() => messages()[0]!.pictures.length).toBe(1);
      workspace().files.remove(messages()[0]!.pictures[0]!.file);
      await posting().edit(id, withPicture("After", pictureBlock("q")));
      expect(messages()).toMatchObject([{ text: "After\n\nWhat picture q shows", pictures: [] }]);
      await expect.poll(() => messages()[0]!.pictures.length, { timeout: 60_000 }).toBe(1);
    });
  });
});

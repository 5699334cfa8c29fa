import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type MessageId, partsOf, placeId } from "../../src/identity.ts";
import type { Draw } from "../../src/reply/picture.ts";
import {
  type Block,
  type ChoicesBlock,
  type FileBlock,
  paragraph,
  type Reply,
} from "../../src/reply/reply.ts";
import { type Seen, see } from "../support/discord/see.ts";
import { modes, openStage, type Stage } from "../support/discord/stage.ts";
import { createEasel, drawingOf, type Easel, pictureBlock } from "../support/drawing.ts";
import { quietTutor } from "../support/tutor.ts";

let draw: Draw;
let easel: Easel;
let replies: Reply[];
/** How long an answer takes, in milliseconds. */
let takes = 0;
const tutor = quietTutor({ drawPicture: (...given) => draw(...given) });

const saying = (...blocks: readonly Block[]): Reply => ({
  tone: "plain",
  title: "Here it is",
  blocks: [paragraph("The words."), ...blocks],
});
const file: FileBlock = { kind: "file", name: "kept.json", type: "application/json", text: "{}" };
const inPlace = (label: string): ChoicesBlock => ({
  kind: "choices",
  prompt: "What next?",
  choices: [{ label, does: { command: "dot", options: { vectors: "1,2 3,4" } }, inPlace: true }],
});

describe.each(modes)("by %s", (mode) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(
      {
        ...tutor,
        answer: async () => {
          await new Promise((resolve) => setTimeout(resolve, takes));
          return { reply: replies.length > 1 ? replies.shift()! : replies[0]! };
        },
      },
      { mode },
    );
  });
  beforeEach(() => {
    easel = createEasel();
    draw = easel.draw;
    takes = 0;
  });
  afterAll(async () => {
    expect(stage.server.violations).toEqual([]);
    await stage.close();
  });

  const answered = async (reply: Reply): Promise<Seen[]> => {
    replies = [reply];
    return stage.learner.slash("dot", "1,2 3,4");
  };
  /** How a message looks now. */
  const now = ({ message: { id } }: Seen): Seen => {
    const found = stage.server.messages.find((each) => each.id === id);
    if (found === undefined) throw new Error("The message is no more");
    return see(found);
  };
  const bytesOf = ({ pictures }: Seen) => pictures.map(({ file: { bytes } }) => new Uint8Array(bytes));
  const edits = () => stage.server.world.requests.filter((each) => each.startsWith("PATCH"));
  const warned = () => stage.logged.filter((line) => line.includes("could not be brought")).length;

  describe("a picture that is drawn at once", () => {
    beforeEach(() => {
      draw = async () => drawingOf(40);
    });

    test("comes with the words, byte for byte, and is described", async () => {
      const before = edits().length;
      const [seen] = await answered(saying(pictureBlock(1), file, inPlace("Next")));
      expect(bytesOf(seen!)).toEqual([drawingOf(40).png]);
      expect(seen!.pictures[0]).toMatchObject({
        alt: "What picture 1 shows",
        file: { name: "scale-1.png", type: "image/png", description: "What picture 1 shows" },
      });
      expect(seen!.text).toContain("The words.");
      expect(seen!.text).not.toContain("What picture 1 shows");
      expect(seen!.files.map(({ name }) => name)).toEqual(["scale-1.png", "kept.json"]);
      expect(edits().length).toBe(before);
    });

    test.each([
      [{}, "dark"],
      [{ theme: "light" as const }, "light"],
    ])("in the colours of Discord, or in those that the learner chose: %j is %s", async (chosen, theme) => {
      const themes: string[] = [];
      draw = async (_, given) => {
        themes.push(given);
        return drawingOf(1);
      };
      await answered(saying(pictureBlock(1, chosen)));
      expect(themes).toEqual([theme]);
    });

    test("is for the asker alone where the answer is", async () => {
      const [seen] = await answered({ ...saying(pictureBlock(1)), audience: "asker" });
      expect(seen).toMatchObject({ ephemeral: true, pictures: [{ alt: "What picture 1 shows" }] });
    });

    test("ten and more are several messages", async () => {
      const [seen] = await answered(saying(...Array.from({ length: 23 }, (_, n) => pictureBlock(n))));
      const { interaction } = seen!.message;
      const all = () => stage.server.messages.filter((each) => each.interaction === interaction).map(see);
      await expect.poll(() => all().map(({ pictures }) => pictures.length)).toEqual([10, 10, 3]);
    });
  });

  describe("a picture that is not drawn", () => {
    test.each<[string, Draw]>([
      ["nothing comes", async () => undefined],
      ["drawing fails", () => Promise.reject(new Error("The ink has run out"))],
      [
        "drawing fails at once",
        () => {
          throw new Error("The ink has run out");
        },
      ],
      ["it is larger than a message takes", async () => ({ ...drawingOf(1), png: new Uint8Array(2 ** 21) })],
    ])("leaves its words: %s", async (_, given) => {
      draw = given;
      const [seen] = await answered(saying(pictureBlock(1), pictureBlock(2, { alsoSaid: true })));
      expect(seen!.text).toBe("Here it is\nThe words.\nWhat picture 1 shows");
      expect(seen!.pictures).toEqual([]);
    });

    test("is described where a message would show nothing else", async () => {
      draw = async () => undefined;
      const [seen] = await answered({ tone: "plain", blocks: [pictureBlock(1, { alsoSaid: true })] });
      expect(seen!.text).toBe("What picture 1 shows");
    });
  });

  describe("a picture that comes late", () => {
    test("follows the words into their message, and the rest of it remains", async () => {
      const [seen] = await answered(saying(pictureBlock(1), file, inPlace("Next")));
      expect(seen!.text).toContain("What picture 1 shows");
      expect(seen!.pictures).toEqual([]);
      easel.finish(0, drawingOf(7));
      await expect.poll(() => bytesOf(now(seen!))).toEqual([drawingOf(7).png]);
      expect(now(seen!)).toMatchObject({
        text: "Here it is\nThe words.",
        buttons: ["Next"],
        pictures: [{ alt: "What picture 1 shows" }],
        files: [{ name: "scale-1.png" }, { name: "kept.json", text: "{}" }],
      });
    });

    test("joins one that was there in time", async () => {
      const { draw: slowly } = easel;
      draw = async (picture, theme) =>
        JSON.stringify(picture).includes("mark 1") ? drawingOf(1) : slowly(picture, theme);
      const [seen] = await answered(saying(pictureBlock(1), pictureBlock(2)));
      expect(bytesOf(seen!)).toEqual([drawingOf(1).png]);
      easel.finish(0, drawingOf(2));
      await expect.poll(() => bytesOf(now(seen!))).toEqual([drawingOf(1).png, drawingOf(2).png]);
    });

    test.each<[string, (easel: Easel) => void]>([
      ["is not drawn in the end", ({ finish }) => finish(0, undefined)],
      ["fails in the end", ({ fail }) => fail(0)],
    ])("and %s changes nothing", async (_, end) => {
      const before = edits().length;
      const [seen] = await answered(saying(pictureBlock(1)));
      end(easel);
      draw = async () => drawingOf(1);
      await answered(saying(pictureBlock(1)));
      expect(now(seen!).text).toContain("What picture 1 shows");
      expect(edits().length).toBe(before);
    });

    test("stays for the asker alone", async () => {
      const [seen] = await answered({ ...saying(pictureBlock(1)), audience: "asker" });
      easel.finish(0, drawingOf(7));
      await expect.poll(() => now(seen!).pictures).toHaveLength(1);
      expect(now(seen!).ephemeral).toBe(true);
    });

    test.runIf(mode === "gateway")(
      "follows an answer to a mention, and one in a direct message",
      async () => {
        replies = [saying(pictureBlock(1))];
        const [mentioned] = await stage.learner.mention("dot 1,2 3,4");
        const [direct] = await stage.learner.directMessage("dot 1,2 3,4");
        easel.finish(0, drawingOf(7));
        easel.finish(1, drawingOf(8));
        await expect.poll(() => bytesOf(now(mentioned!))).toEqual([drawingOf(7).png]);
        await expect.poll(() => bytesOf(now(direct!))).toEqual([drawingOf(8).png]);
      },
    );

    test.each<[string, Reply]>([
      ["an answer that was deferred", saying(pictureBlock(1))],
      ["one that gave way to a private one", { ...saying(pictureBlock(1)), audience: "asker" }],
    ])("follows %s", async (_, reply) => {
      takes = 1_600;
      replies = [reply];
      const [seen] = await stage.learner.slash("dot", "1,2 3,4");
      expect(seen!.text).toContain("What picture 1 shows");
      easel.finish(0, drawingOf(7));
      await expect.poll(() => bytesOf(now(seen!))).toEqual([drawingOf(7).png]);
      expect(now(seen!).ephemeral).toBe(reply.audience === "asker");
    });

    test("follows a further message of an answer", async () => {
      const long = paragraph("word ".repeat(700));
      const [first] = await answered(saying(long, long, pictureBlock(1)));
      const { interaction } = first!.message;
      const all = () => stage.server.messages.filter((each) => each.interaction === interaction).map(see);
      await expect.poll(() => all().length).toBe(2);
      easel.finish(0, drawingOf(7));
      await expect.poll(() => all().map(({ pictures }) => pictures.length)).toEqual([0, 1]);
    });

    test("follows where the bot was not invited", async () => {
      replies = [saying(pictureBlock(1))];
      const [seen] = await stage.anotherLearner("200000000000000007", "privately").slash("dot", "1,2 3,4");
      easel.finish(0, drawingOf(7));
      await expect.poll(() => now(seen!).pictures).toHaveLength(1);
    });

    test("changes only its own message of several", async () => {
      const long = (mark: string) => paragraph(`${mark} ${"word ".repeat(650)}`);
      const before = edits().length;
      const seen = await answered(saying(long("a"), long("b"), pictureBlock(1), long("c"), long("d")));
      expect(seen.length).toBe(4);
      easel.finish(0, drawingOf(7));
      await expect.poll(() => seen.map((each) => now(each).pictures.length)).toEqual([0, 1, 0, 0]);
      expect(edits().length).toBe(before + 1);
    });
  });

  describe("an edit that fails", () => {
    test.each<[string, (seen: Seen) => void]>([
      [
        "as the message was deleted",
        ({ message: { id } }) => {
          const { messages } = stage.server.world;
          messages.splice(
            messages.findIndex((each) => each.id === id),
            1,
          );
        },
      ],
      ["as Discord has a fault", () => stage.server.failNext(4)],
    ])("%s is logged, and harms nothing", async (_, arrange) => {
      const before = warned();
      const [seen] = await answered(saying(pictureBlock(1)));
      arrange(seen!);
      easel.finish(0, drawingOf(7));
      await expect.poll(warned, { timeout: 80_000 }).toBe(before + 1);
      draw = async () => undefined;
      expect((await answered(saying()))[0]!.text).toContain("The words.");
    });
  });

  describe("an answer in the place of another", () => {
    const first = (): Reply => ({ ...saying(pictureBlock(1), inPlace("Next")), audience: "asker" });
    const second = (): Reply => ({ ...saying(pictureBlock(2), inPlace("Again")), title: "The second" });
    const third: Reply = { ...saying(inPlace("Once more")), title: "The third" };

    test("brings its picture, at once or late, in the place of the old one", async () => {
      replies = [first(), second(), second()];
      draw = async () => drawingOf(1);
      const [seen] = await stage.learner.slash("dot", "1,2 3,4");
      draw = async () => drawingOf(2);
      await stage.learner.press("Next", seen!);
      expect(bytesOf(now(seen!))).toEqual([drawingOf(2).png]);
      draw = easel.draw;
      await stage.learner.press("Again", now(seen!));
      expect(now(seen!).pictures).toEqual([]);
      easel.finish(0, drawingOf(3));
      await expect.poll(() => bytesOf(now(seen!))).toEqual([drawingOf(3).png]);
    });

    test("is not undone by a picture of the old one", async () => {
      replies = [first(), second(), third];
      const [seen] = await stage.learner.slash("dot", "1,2 3,4");
      await stage.learner.press("Next", seen!);
      await stage.learner.press("Again", now(seen!));
      const before = edits().length;
      easel.finish(0, drawingOf(1));
      easel.finish(1, drawingOf(2));
      // What was asked for later than the old pictures is shown later than they would be.
      draw = createEasel().draw;
      replies = [saying()];
      await stage.learner.slash("dot", "1,2 3,4");
      expect(now(seen!)).toMatchObject({ text: "The third\nThe words.", pictures: [] });
      expect(edits().length).toBe(before);
    });

    test("comes back where a picture of the old one arrives after it", async () => {
      replies = [first(), third];
      const [seen] = await stage.learner.slash("dot", "1,2 3,4");
      const before = edits().length;
      // Discord has the picture wait for a second, in which the button is pressed.
      stage.server.refuseNext(1);
      easel.finish(0, drawingOf(1));
      await expect.poll(() => stage.server.faultsLeft()).toBe(0);
      await stage.learner.press("Next", seen!);
      expect(now(seen!).text).toContain("The third");
      await expect.poll(() => edits().length).toBe(before + 2);
      await expect.poll(() => now(seen!)).toMatchObject({ text: "The third\nThe words.", pictures: [] });
    });
  });

  describe("a picture in what nobody asked for just now", () => {
    const { post, edit } = {
      post: (reply: Reply) =>
        stage.platform.post(
          placeId("discord", stage.server.world.ids.guild, stage.server.world.ids.channel),
          reply,
        ),
      edit: (...given: Parameters<Stage["platform"]["edit"]>) => stage.platform.edit(...given),
    };
    const shown = (message: MessageId) => {
      const id = partsOf(message).at(-1);
      return see(stage.server.messages.find((each) => each.id === id)!);
    };

    test("comes with the post, or follows it", async () => {
      draw = async () => drawingOf(1);
      expect(bytesOf(shown(await post(saying(pictureBlock(1)))))).toEqual([drawingOf(1).png]);
      draw = easel.draw;
      const message = await post(saying(pictureBlock(1)));
      expect(shown(message).text).toContain("What picture 1 shows");
      easel.finish(0, drawingOf(2));
      await expect.poll(() => bytesOf(shown(message))).toEqual([drawingOf(2).png]);
    });

    test("stays away where files are forbidden: the words come, at once and when they change", async () => {
      const { channel } = stage.server.world.ids;
      stage.server.world.withoutFiles.add(channel);
      try {
        draw = async () => drawingOf(1);
        const message = await post(saying(pictureBlock(1)));
        const words = { text: "Here it is\nThe words.\nWhat picture 1 shows", pictures: [] };
        expect(shown(message)).toMatchObject(words);
        await edit(message, saying(pictureBlock(2)));
        expect(shown(message)).toMatchObject({ ...words, text: words.text.replace("1", "2") });
        if (mode === "gateway") {
          replies = [saying(pictureBlock(1))];
          const [seen] = await stage.learner.mention("dot 1,2 3,4");
          expect(seen).toMatchObject(words);
        }
        const before = stage.server.messages.length;
        const long = [paragraph("a".repeat(3_000)), paragraph("b".repeat(3_000))] as const;
        await post(saying(...long, pictureBlock(3)));
        const all = stage.server.messages
          .slice(before)
          .map((each) => see(each).text)
          .join("\n");
        for (const once of [/Here it is/g, /a{3000}/g, /b{3000}/g, /What picture 3 shows/g])
          expect(all.match(once), String(once)).toHaveLength(1);
        await expect(post(saying(file))).rejects.toMatchObject({ refusal: "forbidden" });
      } finally {
        stage.server.world.withoutFiles.delete(channel);
      }
    });

    test("comes with an edit, or follows it", async () => {
      const message = await post(saying());
      await edit(message, saying(pictureBlock(1)));
      easel.finish(0, drawingOf(2));
      await expect.poll(() => bytesOf(shown(message))).toEqual([drawingOf(2).png]);
      await edit(message, saying());
      expect(shown(message).pictures).toEqual([]);
    });

    test("does not undo a later edit", async () => {
      const message = await post(saying(pictureBlock(1)));
      await edit(message, { ...saying(), title: "Closed" });
      easel.finish(0, drawingOf(1));
      await edit(message, { ...saying(), title: "Closed indeed" });
      expect(shown(message)).toMatchObject({ text: "Closed indeed\nThe words.", pictures: [] });
    });
  });

  describe("hostile words for a picture", () => {
    const hostile = `@everyone <@1> **x** [a](http://b.example) ${"😀".repeat(2_480)}`;

    test("stay within Discord's limits and do nothing, with the picture and without", async () => {
      for (const drawn of [drawingOf(1), undefined]) {
        draw = async () => drawn;
        const seen = await answered(saying(pictureBlock(1, { alt: hostile })));
        // None of the words is lost to a description that is too short for them.
        expect(
          seen
            .map(({ text }) => text)
            .join("")
            .replaceAll("\n", ""),
        ).toContain(hostile);
        expect(seen.map(({ markdown }) => markdown).join("")).toContain("\\*\\*x\\*\\*");
        expect(seen.flatMap(({ pictures }) => pictures).map(({ alt }) => alt?.length)).toEqual(
          drawn === undefined ? [] : [expect.any(Number)],
        );
      }
    });

    test("are shortened in a description, and never within a character", async () => {
      draw = async () => drawingOf(1);
      const [seen] = await answered(
        saying(pictureBlock(1, { alt: `x${"😀".repeat(2_500)}`, alsoSaid: true })),
      );
      const alt = seen!.pictures[0]!.alt!;
      expect(alt.length).toBeLessThanOrEqual(1024);
      expect(alt).toMatch(/😀…$/u);
      expect(alt.isWellFormed()).toBe(true);
    });
  });
});

import { afterEach, describe, expect, test } from "vitest";
import type { Draw, Drawn } from "../../src/reply/picture.ts";
import type { Reply } from "../../src/reply/reply.ts";
import { drawingOf, pictureBlock, picturedTutor, withPicture } from "../support/drawing.ts";
import { see } from "../support/slack/see.ts";
import { type Mode, modes, openStage, type Stage } from "../support/slack/stage.ts";

const blue = drawingOf(40);
const asker = { audience: "asker" } as const;

describe.each(modes)("pictures on Slack, over %s", (mode: Mode) => {
  let stage: Stage;
  afterEach(async () => {
    expect(stage.server.workspace.violations).toEqual([]);
    await stage.close();
  });

  const open = async (draw: Draw, ...replies: Reply[]) => {
    stage = await openStage(mode, picturedTutor(draw, replies));
    return stage;
  };
  const workspace = () => stage.server.workspace;
  const messages = () =>
    workspace()
      .messages.filter(({ by }) => by === "U0BOT")
      .map(see);
  const uploads = () => workspace().calls.filter((call) => call === "files.getUploadURLExternal").length;
  const pictures = () => messages().flatMap((message) => message.pictures);
  const pngOf = (file: string) => workspace().files.uploaded().get(file)!.bytes;
  const waited = (count = 1) => expect.poll(() => pictures().length).toBe(count);

  test("a slash command: the words at once, the picture below when it is drawn; the next time both at once", async () => {
    const drawn = Promise.withResolvers<Drawn>();
    const themes: string[] = [];
    const draw: Draw = (_, theme) => {
      themes.push(theme);
      return drawn.promise;
    };
    await open(draw, withPicture("Seven", pictureBlock("7", { alsoSaid: true })));
    const [words] = await stage.learner.slash("dot", "1,2 3,4");
    expect(words).toMatchObject({ shown: "Seven", text: "Seven", pictures: [], ephemeral: false });
    drawn.resolve(blue);
    await waited();
    const [, below] = messages();
    expect(below).toMatchObject({ shown: "", ephemeral: false, pictures: [{ alt: "What picture 7 shows" }] });
    expect(below!.message.channel).toBe("C01MATHS");
    const { file } = below!.pictures[0]!;
    expect(pngOf(file)).toEqual(Buffer.from(blue.png));
    expect(workspace().files.uploaded().get(file)!.alt).toBe("What picture 7 shows");
    expect(workspace().files.shared).toEqual([]);

    const again = await stage.learner.slash("dot", "1,2 3,4");
    expect(again).toHaveLength(1);
    expect(again[0]).toMatchObject({ shown: "Seven", text: "Seven", pictures: [{ file }] });
    await stage.stopTutor();
    expect(messages()).toHaveLength(3);
    expect(uploads()).toBe(1);
    expect(themes).toEqual(["light"]);
  });

  test("what the picture says is in the words until it is there, and in the message's text for good", async () => {
    await open(async () => blue, withPicture("Seven", pictureBlock("7")));
    const [words] = await stage.learner.mention("dot 1,2 3,4");
    expect(words!.text).toBe("Seven\n\nWhat picture 7 shows");
    await waited();
    const [changed] = messages();
    expect(changed).toMatchObject({ text: "Seven\n\nWhat picture 7 shows", shown: "Seven" });
    expect(changed!.message.ts).toBe(words!.message.ts);
  });

  test.each([
    ["a mention in a thread", "C01MATHS"],
    ["a direct message", "D01ADA"],
  ])("%s: the picture comes into the message itself", async (_, channel) => {
    await open(async () => blue, withPicture("Seven", pictureBlock("7", { alsoSaid: true })));
    const { learner } = stage;
    const [said] = await (channel === "D01ADA"
      ? learner.directMessage("dot 1,2 3,4")
      : learner.mention("dot 1,2 3,4", { thread: learner.write("Shall we?").message.ts }));
    await waited();
    expect(messages()).toHaveLength(1);
    expect(messages()[0]!.message).toMatchObject({ ts: said!.message.ts, channel });
    expect(messages()[0]!.thread).toBe(said!.thread);
    expect(pngOf(pictures()[0]!.file)).toEqual(Buffer.from(blue.png));
  });

  test("what only the asker sees: the picture follows for them alone, in the thread", async () => {
    await open(async () => blue, { ...withPicture("Seven", pictureBlock("7")), ...asker });
    const { ts: thread } = stage.learner.write("Shall we?").message;
    await stage.learner.mention("dot 1,2 3,4", { thread });
    await waited();
    const [words, below] = messages();
    expect(words).toMatchObject({ ephemeral: true, thread, pictures: [] });
    expect(below).toMatchObject({ ephemeral: true, thread, shown: "", text: "What picture 7 shows" });
    expect(below!.message.onlyFor).toBe("U01ADA");
  });

  test("the message shortcut: below, for the asker alone", async () => {
    await open(async () => blue, withPicture("Seven", pictureBlock("7")));
    await stage.learner.shortcut(stage.learner.write("1,2 3,4"));
    await waited();
    expect(messages().map(({ ephemeral }) => ephemeral)).toEqual([true, true]);
  });

  test("an answer of several messages: its pictures come together at the end, in order", async () => {
    const long = Array.from({ length: 250 }, (_, i) => `line ${i}: ${"x".repeat(60)}`).join("\n");
    const red = drawingOf(200);
    const draw: Draw = async ({ kind, ...rest }) =>
      JSON.stringify([kind, rest]).includes("red") ? red : blue;
    const reply = withPicture(long, pictureBlock("red"), pictureBlock("blue", { alsoSaid: true }));
    await open(draw, reply);
    const seen = await stage.learner.slash("dot", "1,2 3,4");
    expect(seen.length).toBeGreaterThan(1);
    await waited(2);
    expect(messages().length).toBeGreaterThan(2);
    const last = messages().at(-1)!;
    expect(last.pictures.map(({ file }) => pngOf(file))).toEqual(
      [red, blue].map(({ png }) => Buffer.from(png)),
    );
    expect(last.text).toBe("What picture red shows\n\nWhat picture blue shows");

    const count = messages().length;
    await stage.learner.slash("dot", "1,2 3,4");
    await waited(4);
    await stage.stopTutor();
    // With its pictures at once it is as many messages as without.
    expect(messages()).toHaveLength(2 * count - 1);
    expect(
      messages()
        .slice(count)
        .map(({ text }) => text),
    ).toEqual(
      messages()
        .slice(0, count - 1)
        .map(({ text }) => text),
    );
  });

  test("an answer that takes up the whole response_url: the picture is the bot's own message", async () => {
    const long = "x".repeat(12_000 * 5);
    await open(async () => blue, withPicture(long, pictureBlock("7", { alsoSaid: true })));
    // Some of it goes other ways than answers to a command do.
    void stage.learner.slash("dot", "1,2 3,4");
    await waited();
    expect(messages().at(-1)!.message.through).toBeUndefined();
  });

  test("hostile words beside a picture do nothing, and are as long as Slack allows", async () => {
    const alt = "<!channel> <@U1> *x* & ".repeat(220).slice(0, 5_000);
    await open(async () => blue, withPicture("Seven", pictureBlock("7", { alt })));
    for (const ask of [stage.learner.slash("dot", "1,2 3,4"), stage.learner.mention("dot 1,2 3,4")])
      await ask;
    await waited(2);
    for (const shown of pictures()) {
      expect(shown.alt).toHaveLength(2_000);
      expect(shown.alt).toBe(`${alt.slice(0, 1_999)}…`);
      expect(workspace().files.uploaded().get(shown.file)!.alt).toHaveLength(1_000);
    }
    for (const { message } of messages()) expect(message.text).not.toMatch(/[<>]/);
    await stage.learner.slash("dot", "1,2 3,4");
    await waited(3);
  });

  test("the learner's own colours are another picture", async () => {
    const themes: string[] = [];
    const draw: Draw = async (_, theme) => {
      themes.push(theme);
      return blue;
    };
    await open(
      draw,
      withPicture("1", pictureBlock("7")),
      withPicture("2", pictureBlock("7", { theme: "dark" })),
    );
    await stage.learner.mention("dot 1,2 3,4");
    await waited();
    await stage.learner.mention("dot 1,2 3,4");
    await waited(2);
    expect(themes).toEqual(["light", "dark"]);
    expect(uploads()).toBe(2);
  });

  test("many who ask at once: one upload", async () => {
    await open(async () => blue, withPicture("Seven", pictureBlock("7")));
    await Promise.all(Array.from({ length: 8 }, () => stage.learner.mention("dot 1,2 3,4")));
    await waited(8);
    expect(uploads()).toBe(1);
  });
});

import { afterEach, describe, expect, test } from "vitest";
import type { Draw } from "../../src/reply/picture.ts";
import { drawingOf, pictureBlock, picturedTutor, withPicture } from "../support/drawing.ts";
import { see } from "../support/slack/see.ts";
import { botToken } from "../support/slack/server.ts";
import { openStage, type Stage } from "../support/slack/stage.ts";

const drawn = drawingOf(40);
const draw: Draw = async () => drawn;
const reply = withPicture("Seven", pictureBlock("7"));

const ways = [
  ["a slash command", "socket", ({ learner }: Stage) => learner.slash("dot", "1,2 3,4")],
  ["a mention", "http", ({ learner }: Stage) => learner.mention("dot 1,2 3,4")],
] as const;

describe.each(ways)("pictures that fail on Slack, after %s over %s", (_, mode, ask) => {
  let stage: Stage;
  afterEach(async () => {
    expect(stage.server.workspace.violations).toEqual([]);
    await stage.close();
  });

  const open = async (by: Draw = draw) => {
    stage = await openStage(mode, picturedTutor(by, [reply]));
  };
  const workspace = () => stage.server.workspace;
  const messages = () =>
    workspace()
      .messages.filter(({ by }) => by === "U0BOT")
      .map(see);
  const pictures = () => messages().flatMap((message) => message.pictures);
  const uploads = () => workspace().calls.filter((call) => call === "files.getUploadURLExternal").length;
  const waited = (count = 1) => expect.poll(() => pictures().length, { timeout: 90_000 }).toBe(count);
  const log = () => stage.logged.join("\n");

  /** Nothing more comes; the words are there, once. */
  const wordsAlone = async () => {
    await stage.stopTutor();
    expect(messages()).toHaveLength(1);
    expect(messages()[0]).toMatchObject({ text: "Seven\n\nWhat picture 7 shows", pictures: [] });
    expect(messages()[0]!.shown).toContain("What picture 7 shows");
  };

  test.each<[string, Draw]>([
    ["never drawn", async () => undefined],
    [
      "drawing throws",
      async () => {
        throw new Error("out of ink");
      },
    ],
    [
      "drawing throws at once",
      () => {
        throw new Error("out of ink");
      },
    ],
  ])("%s: the words stay", async (_, by) => {
    await open(by);
    await ask(stage);
    await wordsAlone();
  });

  test.each([
    ["files.getUploadURLExternal", { error: "missing_scope" }],
    ["files.getUploadURLExternal", { status: 429, retryAfter: 30 }],
    ["upload", { status: 500 }],
    ["files.completeUploadExternal", { error: "file_type_not_allowed" }],
  ] as const)(
    "the upload is refused: %s, %j: the words stay, and the next time it is tried again",
    async (method, how) => {
      await open();
      workspace().refuse(method, 10, how);
      await ask(stage);
      await expect.poll(log, { timeout: 90_000 }).toContain("a picture could not be uploaded");
      expect(messages()).toHaveLength(1);
      expect(log()).not.toContain(botToken);
      expect(log()).not.toContain("/upload/");
      expect(log()).not.toContain('"level":50');
      workspace().refuse(method, 0, how);
      await ask(stage);
      await waited();
    },
  );

  test("Slack is busy for a second: the picture comes after that", async () => {
    await open();
    workspace().refuse("files.getUploadURLExternal", 1, { status: 429, retryAfter: 1 });
    await ask(stage);
    await waited();
  });

  test("a file that is not ready is tried again", async () => {
    await open();
    workspace().files.readyAfter(2);
    await ask(stage);
    expect(pictures()).toEqual([]);
    await waited();
    expect(uploads()).toBe(1);
  });

  test("a file that never is ready is given up; the next answer uploads anew", async () => {
    await open();
    workspace().files.readyAfter(100);
    await ask(stage);
    await expect.poll(log).toContain("a picture could not be shown");
    expect(messages()).toHaveLength(1);
    workspace().files.readyAfter(0);
    await ask(stage);
    await waited();
    expect(uploads()).toBe(2);
  });

  test("a file that somebody deleted: the words, then the picture anew", async () => {
    await open();
    await ask(stage);
    await waited();
    const before = messages().length;
    const { file } = pictures()[0]!;
    workspace().files.remove(file);
    await ask(stage);
    await waited(2);
    const [words] = messages().slice(before);
    expect(words!.text).toBe("Seven\n\nWhat picture 7 shows");
    expect(pictures()[1]!.file).not.toBe(file);
    expect(uploads()).toBe(2);
    await ask(stage);
    await waited(3);
    expect(uploads()).toBe(2);
    expect(log()).not.toContain("could not be shown");
  });

  test("what a change refuses leaves the words", async () => {
    await open();
    workspace().refuse("chat.update", 10, { error: "cant_update_message" });
    await stage.learner.mention("dot 1,2 3,4");
    await expect.poll(log).toContain("a picture could not be shown");
    await wordsAlone();
  });

  test("where the bot is no member, a picture comes through the response_url", async () => {
    await open();
    workspace().closed.add("C01MATHS");
    await stage.learner.slash("dot", "1,2 3,4");
    await waited();
  });

  test("a picture that waits for Slack holds up no other answer", async () => {
    await open();
    workspace().refuse("files.getUploadURLExternal", 1, { status: 429, retryAfter: 2 });
    await stage.learner.mention("dot 1,2 3,4");
    await expect.poll(() => uploads()).toBe(1);
    await stage.learner.mention("dot 1,2 3,4");
    expect(messages()).toHaveLength(2);
    expect(pictures()).toEqual([]);
    await waited(2);
  });
});

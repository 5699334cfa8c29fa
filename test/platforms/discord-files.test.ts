import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toFile } from "../../src/platforms/discord/files.ts";
import { renderReply } from "../../src/platforms/discord/render.ts";
import { type FileBlock, paragraph, type Reply } from "../../src/reply/reply.ts";
import { type Attached, attachedTo } from "../support/discord/attached.ts";
import { checkMessage, flag, type Json } from "../support/discord/check-message.ts";
import { openStage, type Stage } from "../support/discord/stage.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor();

const file = (more: Partial<FileBlock> = {}): FileBlock => ({
  kind: "file",
  name: "kept.json",
  type: "application/json",
  text: '{"skills": []}',
  ...more,
});
const withFiles = (...files: FileBlock[]): Reply => ({
  tone: "plain",
  blocks: [paragraph("Here it is."), ...files],
});

describe("a file in an answer on Discord", () => {
  let stage: Stage;
  let reply: Reply = withFiles(file());
  let takes = 0;
  beforeAll(async () => {
    stage = await openStage({
      ...tutor,
      answer: async () => {
        await new Promise((resolve) => setTimeout(resolve, takes));
        return { reply };
      },
    });
  });
  afterAll(async () => {
    expect(stage.server.violations).toEqual([]);
    await stage.close();
  });
  const texts = (seen: readonly { files: readonly { text: string }[] }[]) =>
    seen.map(({ files }) => files.map(({ text }) => text));

  test("comes with the message", async () => {
    reply = withFiles(file());
    const [seen] = await stage.learner.slash("help", "");
    expect(seen!.files).toMatchObject([{ name: "kept.json", text: '{"skills": []}', size: 14 }]);
    expect(seen!.text).toContain("Here it is.");
  });

  test("is for the asker alone where the answer is", async () => {
    reply = { ...withFiles(file()), audience: "asker" };
    const [seen] = await stage.learner.slash("dot", "1,2 3,4");
    expect(seen!.ephemeral).toBe(true);
    expect(seen!.files).toHaveLength(1);
  });

  test("comes in an answer to words", async () => {
    reply = withFiles(file());
    expect((await stage.learner.mention("what is kept?"))[0]!.files).toHaveLength(1);
  });

  test("comes in a follow-up", async () => {
    reply = withFiles(file(), file({ text: "a second of the same name" }));
    const seen = await stage.learner.slash("help", "");
    expect(texts(seen)).toEqual([['{"skills": []}'], ["a second of the same name"]]);
  });

  test("comes late", async () => {
    reply = withFiles(file());
    takes = 1_600;
    const [seen] = await stage.learner.slash("dot", "1,2 3,4");
    takes = 0;
    expect(seen!.files).toHaveLength(1);
  });
});

describe("a file", () => {
  test.each([
    ["kept.json", "kept.json"],
    ["../../etc/passwd", "etc_passwd"],
    [".hidden", "hidden"],
    ["Übung für heute.txt", "Ubung_fur_heute.txt"],
    ["a\nb?.csv", "a_b_.csv"],
    ["√", "file.txt"],
    [`${"n".repeat(200)}.json`, `${"n".repeat(95)}.json`],
  ])("named %j goes up as %s", (name, plain) => expect(toFile(file({ name })).name).toBe(plain));

  const checked = (...files: FileBlock[]) =>
    renderReply(withFiles(...files), tutor.codes).flatMap(({ components, files: sent }) =>
      checkMessage({
        components,
        flags: flag.componentsV2,
        allowed_mentions: { parse: [] },
        files: sent.map(({ name, bytes }) => ({ name, text: "", size: bytes.length })),
      } as unknown as Json),
    );

  test("more than ten, or more than 10 MiB, are several messages", () => {
    expect(checked(...Array.from({ length: 23 }, (_, i) => file({ name: `f${i}.txt` })))).toEqual([]);
    const large = "x".repeat(6 * 1024 * 1024);
    expect(checked(file({ text: large }), file({ name: "other.json", text: large }))).toEqual([]);
  });

  const shown = (name: string): Json => ({ type: 13, file: { url: `attachment://${name}` } });
  const message = (files: Json[], ...components: Json[]): Json => ({
    flags: flag.componentsV2,
    allowed_mentions: { parse: [] },
    components,
    files,
  });
  const gallery = (items: number, more: Json = {}): Json => ({
    type: 12,
    items: Array.from({ length: items }, () => ({ media: { url: "attachment://a.png" }, ...more })),
  });
  const sent = (name: string, size = 1): Json => ({ name, size, text: "" });
  test.each<[string, Json]>([
    ["one that is not sent", message([], shown("a.txt"))],
    ["one that is not shown", message([sent("a.txt")], { type: 10, content: "a" })],
    ["one of another name", message([sent("b.txt")], shown("a.txt"))],
    ["a link elsewhere", message([], { type: 13, file: { url: "https://example.org/a.txt" } })],
    ["a picture that is not sent", message([], gallery(1))],
    ["a picture elsewhere", message([], gallery(1, { media: { url: "https://example.org/a.png" } }))],
    ["no pictures in a gallery", message([], gallery(0))],
    ["eleven pictures in a gallery", message([sent("a.png")], gallery(11))],
    ["a long description", message([sent("a.png")], gallery(1, { description: "d".repeat(1025) }))],
    ["more than 10 MiB", message([sent("a.txt", 10_485_761)], shown("a.txt"))],
    [
      "eleven",
      message(
        Array.from({ length: 11 }, (_, i) => sent(`f${i}`)),
        ...Array.from({ length: 11 }, (_, i) => shown(`f${i}`)),
      ),
    ],
  ])("the loopback Discord refuses %s", (_, refused) => expect(checkMessage(refused)).not.toEqual([]));

  test("and takes pictures that are sent and described", () =>
    expect(checkMessage(message([sent("a.png")], gallery(1, { description: "d".repeat(1024) })))).toEqual(
      [],
    ));
});

describe("the attachments of a message on the loopback Discord", () => {
  const upload = (n: number): Json => ({ name: `${n}.png`, field: `files[${n}]`, size: 1, text: "" });
  const had: readonly Attached[] = [{ ...(upload(9) as unknown as Attached), id: "77" }];
  const after = (message: Json) => {
    const { files, complaints } = attachedTo(message, had, () => "78");
    return { ids: files.map(({ id }) => id), complaints: complaints.length };
  };
  test.each<[string, Json, ReturnType<typeof after>]>([
    ["remain where none are listed", {}, { ids: ["77"], complaints: 0 }],
    ["go where the list is empty", { attachments: [] }, { ids: [], complaints: 0 }],
    ["remain where they are listed", { attachments: [{ id: "77" }] }, { ids: ["77"], complaints: 0 }],
    ["are joined by others", { files: [upload(0)] }, { ids: ["77", "78"], complaints: 0 }],
    [
      "are replaced by others that are listed",
      { files: [upload(0)], attachments: [{ id: 0, description: "d" }] },
      { ids: ["78"], complaints: 0 },
    ],
    ["must be listed", { files: [upload(0)], attachments: [] }, { ids: [], complaints: 1 }],
    ["must be there", { attachments: [{ id: "0" }] }, { ids: [], complaints: 1 }],
    [
      "have short descriptions",
      { files: [upload(0)], attachments: [{ id: 0, description: "d".repeat(1025) }] },
      { ids: ["78"], complaints: 1 },
    ],
  ])("%s", (_, message, expected) => expect(after(message)).toEqual(expected));
});

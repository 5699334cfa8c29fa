import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { homeView } from "../../src/platforms/slack/home.ts";
import { picturesOf } from "../../src/platforms/slack/picture-files.ts";
import { renderReply } from "../../src/platforms/slack/render.ts";
import { type Block, paragraph, type Reply } from "../../src/reply/reply.ts";
import { pictureBlock, withPicture } from "../support/drawing.ts";
import { runs } from "../support/runs.ts";
import { checkMessage, checkView } from "../support/slack/check-payload.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor();
const { codes } = tutor;

const filesFor = (reply: Reply, some: (n: number) => boolean = () => true) =>
  new Map(
    picturesOf(reply)
      .map((block, n) => [block, `F0123456${n}`] as const)
      .filter((_, n) => some(n)),
  );

const imagesOf = (blocks: readonly { readonly type: string }[]) =>
  blocks.filter(({ type }) => type === "image");

describe("a reply with pictures in Slack", () => {
  test("a picture is an image with its words, in the place of the words", () => {
    const reply = withPicture("Seven", pictureBlock("7"), paragraph("Eight"));
    const [words] = renderReply(reply, codes);
    expect(words.blocks.map(({ type }) => type)).toEqual(["rich_text", "rich_text", "rich_text"]);
    const [message] = renderReply(reply, codes, filesFor(reply));
    expect(message.text).toBe(words.text);
    expect(message.blocks[1]).toEqual({
      type: "image",
      slack_file: { id: "F01234560" },
      alt_text: "What picture 7 shows",
    });
    expect(message.blocks).toHaveLength(3);
  });

  test("a picture beside words that say the same adds nothing to the text", () => {
    const reply = withPicture("Seven", pictureBlock("7", { alsoSaid: true }));
    const [words] = renderReply(reply, codes);
    const [message] = renderReply(reply, codes, filesFor(reply));
    expect([words.text, message.text]).toEqual(["Seven", "Seven"]);
    expect([words.blocks.length, message.blocks.length]).toEqual([1, 2]);
  });

  test("with some, all or none of its pictures a reply is as many messages, with the same texts", () => {
    const words = fc
      .string({ minLength: 1, maxLength: 3_500, unit: "grapheme" })
      .filter((s) => s.trim() !== "");
    const block = fc.oneof(
      words.map((text): Block => paragraph([{ code: text }])),
      fc.constant<Block>(paragraph("short")),
      fc
        .tuple(fc.oneof(fc.constant("A line"), words, fc.constant("<&> ".repeat(1_200))), fc.boolean())
        .map(([alt, isBeside]): Block => pictureBlock(alt, { alt, ...(isBeside ? { alsoSaid: true } : {}) })),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 80 }), fc.nat(), ([first, ...rest], seed) => {
        const reply: Reply = { tone: "plain", blocks: [first!, ...rest] };
        const plain = renderReply(reply, codes);
        for (const files of [filesFor(reply), filesFor(reply, (n) => (seed >> n) % 2 === 0)]) {
          const messages = renderReply(reply, codes, files);
          expect(messages.map(({ text }) => text)).toEqual(plain.map(({ text }) => text));
          expect(messages.flatMap(({ blocks }) => imagesOf(blocks))).toHaveLength(files.size);
          for (const message of messages) expect(checkMessage({ ...message })).toEqual([]);
        }
      }),
      { numRuns: runs(60) },
    );
  });

  test("fifty short paragraphs with pictures between them keep to what a message holds", () => {
    const blocks = Array.from({ length: 60 }, (_, i): Block[] => [
      paragraph(`line ${i}`),
      pictureBlock(`${i}`, { alsoSaid: true }),
    ]).flat();
    const reply: Reply = { tone: "plain", blocks: [blocks[0]!, ...blocks.slice(1)] };
    const messages = renderReply(reply, codes, filesFor(reply));
    expect(messages.flatMap(({ blocks }) => imagesOf(blocks))).toHaveLength(10);
    for (const message of messages) expect(checkMessage({ ...message })).toEqual([]);
  });

  test("a home says the same below its pictures as without them", () => {
    const reply = withPicture("Seven", pictureBlock("7", { alsoSaid: true }));
    const [plain, view] = [homeView(tutor, reply), homeView(tutor, reply, filesFor(reply))];
    expect(checkView({ ...view })).toEqual([]);
    expect(imagesOf(view.blocks)).toHaveLength(1);
    expect(view.blocks.filter(({ type }) => type !== "image")).toEqual(plain.blocks);
  });
});

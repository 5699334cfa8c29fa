import { ComponentType } from "discord.js";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeMarkdown } from "../../src/platforms/discord/markdown.ts";
import { renderReply } from "../../src/platforms/discord/render.ts";
import type { Drawings } from "../../src/platforms/illustrate.ts";
import { toPlainText } from "../../src/reply/plain-text.ts";
import { type Block, paragraph, type Reply } from "../../src/reply/reply.ts";
import { checkMessage, flag, type Json } from "../support/discord/check-message.ts";
import { see } from "../support/discord/see.ts";
import { drawingOf, pictureBlock } from "../support/drawing.ts";
import { runs } from "../support/runs.ts";
import { quietTutor } from "../support/tutor.ts";

const { codes } = quietTutor();

const rendered = (reply: Reply, drawings: Drawings = new Map()) =>
  renderReply(reply, codes, drawings).map(({ components, files }) => {
    const message = {
      components,
      files: files.map(({ name, bytes }) => ({ name, text: bytes.toString(), size: bytes.length })),
      flags: flag.componentsV2,
      allowed_mentions: { parse: [] },
    } as unknown as Json;
    const posted = {
      ...message,
      id: "1",
      channel: "1",
      by: "1",
      content: "",
      flags: flag.componentsV2,
    } as never;
    const texts = components
      .flatMap((card) => card.components)
      .flatMap((each) => (each.type === ComponentType.TextDisplay ? [each.content] : []));
    return { complaints: checkMessage(message), seen: see(posted), texts };
  });

const formula = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 80 })
  .map((plain) => ({ plain, tex: plain, mathMl: plain, spoken: plain }));
const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 });
const choice = fc.record({
  label: fc.string({ minLength: 1, maxLength: 75 }),
  does: fc.record({
    command: fc.constant("dot"),
    options: fc.record({ vectors: fc.uuid() }),
  }),
});

const pictured = fc
  .tuple(
    fc.nat(9),
    fc.oneof(
      words,
      words.map((alt) => alt.repeat(40)),
    ),
    fc.boolean(),
  )
  .map(([n, alt, alsoSaid]) => pictureBlock(n, { alt, ...(alsoSaid ? { alsoSaid: true } : {}) }));

/** Parts that fill a message by their number, their length or their files. */
const filling: fc.Arbitrary<Block> = fc.oneof(
  { arbitrary: fc.constant(paragraph("a")), weight: 12 },
  { arbitrary: fc.nat(1_500).map((length) => paragraph("a".repeat(length + 1))), weight: 1 },
  { arbitrary: pictured, weight: 3 },
  { arbitrary: fc.nat(9).map((n) => pictureBlock(n, { alsoSaid: true })), weight: 6 },
);

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant("paragraph" as const),
    text: fc.oneof(
      words,
      fc.array(
        fc.oneof(
          words,
          words.map((strong) => ({ strong })),
          words.map((code) => ({ code })),
        ),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
    ),
  }),
  fc.record({ kind: fc.constant("formula" as const), formula }),
  pictured,
  fc.record({
    kind: fc.constant("working" as const),
    subject: formula,
    lines: fc
      .array(fc.record({ relation: fc.constant("=" as const), formula }), { minLength: 1, maxLength: 40 })
      .map((lines) => lines as [(typeof lines)[number]]),
  }),
  fc.record({
    kind: fc.constant("table" as const),
    caption: words,
    header: fc.constant(["a", "b"]),
    rows: fc.array(fc.tuple(words, words), { maxLength: 20 }),
  }),
  fc.record({
    kind: fc.constant("choices" as const),
    prompt: fc.constant("What next?"),
    choices: fc
      .array(choice, { minLength: 1, maxLength: 60 })
      .map((choices) => choices as [(typeof choices)[number]]),
  }),
);

/** What of a text is neither space nor a sign of markdown. */
const characters = (text: string): string => text.replace(/[\s\u200b`*]/g, "");

describe("a reply on Discord", () => {
  test("an over-long reply keeps to the limits and loses nothing, whatever it is made of", () =>
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 12 }).map((blocks) => blocks as [Block]),
        (blocks) => {
          // One menu a message is what our replies have; ids of two blocks could repeat otherwise.
          const choices = blocks.filter(({ kind }) => kind === "choices").slice(0, 1);
          const others = blocks.filter(({ kind }) => kind !== "choices");
          const reply = {
            tone: "plain",
            title: "Title",
            blocks: [...others, ...choices] as [Block],
          } as Reply;
          const messages = rendered(reply);
          expect(messages.flatMap(({ complaints }) => complaints)).toEqual([]);
          const shown = characters(messages.map(({ seen }) => seen.markdown.replaceAll("\\", "")).join(""));
          for (const word of toPlainText(reply)
            .split(/\s+/)
            .filter((each) => /^[\p{L}\p{N}]+$/u.test(each)))
            expect(shown).toContain(word);
        },
      ),
      { numRuns: runs(150) },
    ));

  test("with more or fewer of its pictures it is as many messages, each with the same other parts", () =>
    fc.assert(
      fc.property(
        fc.array(filling, { minLength: 1, maxLength: 90, size: "max" }),
        fc.infiniteStream(fc.boolean()),
        (blocks, drawn) => {
          const reply: Reply = { tone: "plain", blocks: blocks as [Block, ...Block[]] };
          const pictures = blocks.filter((each) => each.kind === "picture");
          const some = pictures.filter(() => drawn.next().value);
          const drawings = (of: typeof pictures): Drawings => new Map(of.map((each) => [each, drawingOf(1)]));
          const [none, few, many] = [[], some, pictures].map((of) => rendered(reply, drawings(of)));
          // What stands for a picture is in italics as a whole.
          const others = (messages: typeof none) =>
            messages!.map(({ texts }) => texts.filter((text) => !/^\*(?!\*)/.test(text)));
          for (const messages of [few, many]) {
            expect(messages!.flatMap(({ complaints }) => complaints)).toEqual([]);
            expect(others(messages)).toEqual(others(none));
          }
          expect(many!.flatMap(({ seen }) => seen.pictures)).toHaveLength(pictures.length);
        },
      ),
      { numRuns: runs(100) },
    ));

  test.each([
    ["*stars* and _bars_", "\\*stars\\* and \\_bars\\_"],
    ["<@1> @everyone", "\\<\\@1\\> \\@everyone"],
    ["https://example.org", "https\\://example.org"],
    ["so: that is prose", "so: that is prose"],
    ["- a\n1. b\n# c", "\\- a\n1\\. b\n\\# c"],
    ["a \\ b", "a \\\\ b"],
  ])("%s is written so that it shows itself", (text, markdown) =>
    expect(escapeMarkdown(text)).toBe(markdown),
  );

  test("each message of a reply of 200 lines is a whole", () => {
    const lines = Array.from({ length: 200 }, (_, i) => `line ${i} `.repeat(12));
    const reply: Reply = {
      tone: "plain",
      blocks: lines.map((text): Block => ({ kind: "paragraph", text })) as [Block],
    };
    const messages = rendered(reply);
    expect(messages.length).toBeGreaterThan(4);
    const all = messages.map(({ seen }) => seen.text).join("\n");
    for (const line of lines) expect(all).toContain(line.trim());
  });
});

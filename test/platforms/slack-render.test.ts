import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codesOn } from "../../src/platforms/slack/choice-blocks.ts";
import { renderReply } from "../../src/platforms/slack/render.ts";
import { unescapeText, withoutMention } from "../../src/platforms/slack/text.ts";
import { toPlainText } from "../../src/reply/plain-text.ts";
import { type Block, type Choice, type Formula, paragraph, type Reply } from "../../src/reply/reply.ts";
import { splitText } from "../../src/reply/split-text.ts";
import { runs } from "../support/runs.ts";
import { textOfBlocks } from "../support/slack/check-blocks.ts";
import { checkMessage } from "../support/slack/check-payload.ts";
import { quietTutor } from "../support/tutor.ts";

const { codes } = quietTutor();

const formula = (plain: string): Formula => ({ plain, tex: plain, mathMl: plain, spoken: plain });
const choice = (label: string, vectors = "2,3,4 1,0,2"): Choice => ({
  label,
  does: { command: "cosine", options: { vectors } },
});
const reply = (...blocks: [Block, ...Block[]]): Reply => ({ tone: "plain", blocks });

const dot: Reply = {
  tone: "plain",
  title: "Dot product",
  blocks: [
    { kind: "formula", formula: formula("(2, 3, 4)·(1, 0, 2) = 10") },
    {
      kind: "working",
      subject: formula("(2, 3, 4)·(1, 0, 2)"),
      lines: [
        { relation: "=", formula: formula("2×1 + 3×0 + 4×2") },
        { relation: "=", formula: formula("2 + 0 + 8") },
        { relation: "=", formula: formula("10") },
      ],
    },
    paragraph([{ strong: "positive" }, ": roughly the ", { code: "same" }, " way"]),
    { kind: "choices", prompt: "Go on", choices: [choice("Cosine of the same"), choice("Why?", "9,9")] },
  ],
};

describe("a reply in Slack", () => {
  test("reads like this", () => {
    const [{ text, blocks }] = renderReply(dot, codes);
    expect(text).toMatchInlineSnapshot(`
      "Dot product

      (2, 3, 4)·(1, 0, 2) = 10

      (2, 3, 4)·(1, 0, 2) = 2×1 + 3×0 + 4×2 = 2 + 0 + 8 = 10

      positive: roughly the same way"
    `);
    expect(
      blocks.map((block) => `${block.type}: ${textOfBlocks([block])}`).join("\n"),
    ).toMatchInlineSnapshot(`
      "header: Dot product
      rich_text: (2, 3, 4)·(1, 0, 2) = 10
      rich_text: (2, 3, 4)·(1, 0, 2)
      = 2×1 + 3×0 + 4×2
      = 2 + 0 + 8
      = 10
      rich_text: positive: roughly the same way
      actions: "
    `);
    expect(blocks.at(-1)).toMatchInlineSnapshot(`
      {
        "elements": [
          {
            "action_id": "choice:0",
            "text": {
              "emoji": false,
              "text": "Cosine of the same",
              "type": "plain_text",
            },
            "type": "button",
            "value": "1["cosine",{"vectors":"2,3,4 1,0,2"}]",
          },
          {
            "action_id": "choice:1",
            "text": {
              "emoji": false,
              "text": "Why?",
              "type": "plain_text",
            },
            "type": "button",
            "value": "1["cosine",{"vectors":"9,9"}]",
          },
        ],
        "type": "actions",
      }
    `);
  });

  test("every kind of block keeps to the limits and is complete in the text", () => {
    const all = reply(
      ...dot.blocks,
      {
        kind: "table",
        caption: "Ranked",
        header: ["vector", "dot"],
        rows: [
          ["(1, 2)", "5"],
          ["(3, 4)", "11"],
        ],
      },
      {
        kind: "picture",
        picture: { kind: "plot", arrows: [{ label: "x", to: [1, 2] }] },
        alt: "a picture of x",
      },
      {
        kind: "source",
        title: "An addendum",
        author: "Giles Thomas",
        date: "8 September 2025",
        link: "https://gilesthomas.com/x",
      },
    );
    const messages = renderReply(all, codes);
    expect(messages).toHaveLength(1);
    expect(checkMessage({ ...messages[0] })).toEqual([]);
    for (const part of [
      "Ranked",
      "(3, 4)  11",
      "a picture of x",
      "Giles Thomas, “An addendum”, 8 September 2025",
    ])
      expect(messages[0].text).toContain(part);
  });

  test("more than five choices become a menu, more than a hundred become several", async () => {
    const choices = (n: number) =>
      Array.from({ length: n }, (_, i) => ({
        ...choice(`choice ${i}`, `${i},1 2,${i}`),
        description: "what it does",
      }));
    for (const [count, menus] of [
      [6, 1],
      [100, 1],
      [101, 2],
    ] as const) {
      const [first, ...more] = choices(count);
      const [message] = renderReply(
        reply({ kind: "choices", prompt: "Choose", choices: [first!, ...more] }),
        codes,
      );
      expect(message.blocks).toHaveLength(menus);
      expect(checkMessage({ ...message })).toEqual([]);
      expect(codesOn(message.blocks)).toHaveLength(count);
      const decoded = await Promise.all(codesOn(message.blocks).map(codes.decode));
      expect(new Set(decoded.map((each) => each?.does.options.vectors)).size).toBe(count);
    }
  });

  test.each([
    ["a broadcast", "<!channel> <!here> <!everyone>"],
    ["a mention", "<@U1> <#C1|general> <!subteam^S1>"],
    ["a link", "<https://evil.example|click> https://evil.example"],
    ["markup", "*bold* _italic_ ~struck~ `code` ```block``` &amp; :smile: > quote"],
  ])("%s is inert everywhere", (_, hostile) => {
    const [message] = renderReply(
      {
        tone: "problem",
        title: hostile,
        blocks: [
          paragraph(["You typed ", { code: hostile }]),
          { kind: "formula", formula: formula(hostile) },
          {
            kind: "working",
            subject: formula(hostile),
            lines: [{ relation: "=", formula: formula(hostile) }],
          },
          { kind: "table", caption: hostile, header: [hostile], rows: [[hostile]] },
          { kind: "choices", prompt: hostile, choices: [choice(hostile)] },
        ],
      },
      codes,
    );
    expect(checkMessage({ ...message })).toEqual([]);
    expect(JSON.stringify(message.blocks)).not.toMatch(/"mrkdwn"|"broadcast"|"user"/);
    expect(textOfBlocks(message.blocks)).toContain(hostile);
    expect(unescapeText(message.text)).toContain("You typed ");
  });

  test("an over-long reply loses nothing, whatever it is made of", () => {
    const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 9_000, size: "max" });
    const block: fc.Arbitrary<Block> = fc.oneof(
      words.map((text) => paragraph(text)),
      fc
        .array(words, { minLength: 1, maxLength: 4 })
        .map((spans) => paragraph(spans.map((code) => ({ code })))),
      words.map((text): Block => ({ kind: "formula", formula: formula(text) })),
      words.map(
        (text): Block => ({
          kind: "working",
          subject: formula(text),
          lines: [{ relation: "≈", formula: formula("1"), because: text.slice(0, 500) }],
        }),
      ),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 60 }), (blocks) => {
        const long = reply(blocks[0]!, ...blocks.slice(1));
        const messages = renderReply(long, codes);
        const squeezed = (text: string) => text.replaceAll(/\s/g, "");
        expect(squeezed(messages.map((message) => textOfBlocks(message.blocks)).join(""))).toBe(
          squeezed(toPlainText(long)),
        );
        expect(squeezed(messages.map(({ text }) => unescapeEntities(text)).join(""))).toBe(
          squeezed(toPlainText(long)),
        );
        for (const message of messages) expect(checkMessage({ ...message })).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  });

  test("a moment is shown by the reader's clock, and said in words", () => {
    const until = new Date("2026-03-01T14:05:30.700Z");
    const [message] = renderReply(reply(paragraph(["It closes at ", { until }, "."])), codes);
    expect(message.text).toBe("It closes at 14:05:30 UTC.");
    expect(message.blocks).toEqual([
      {
        type: "rich_text",
        elements: [
          {
            type: "rich_text_section",
            elements: [
              { type: "text", text: "It closes at " },
              { type: "date", timestamp: 1772373930, format: "{time_secs}", fallback: "14:05:30 UTC" },
              { type: "text", text: "." },
            ],
          },
        ],
      },
    ]);
    expect(checkMessage({ ...message })).toEqual([]);
  });

  test("a long reply takes several messages of the advised length, not one cut short", () => {
    const lines = Array.from({ length: 200 }, (_, i) => `line ${i}: ${"x".repeat(40)}`).join("\n");
    const messages = renderReply(reply(paragraph(lines)), codes);
    expect(messages.length).toBeGreaterThan(1);
    for (const { text } of messages) expect(text.length).toBeLessThanOrEqual(4_000);
  });
});

const unescapeEntities = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

describe("splitting", () => {
  test("pieces are the text, each within the limit and none with half a character", () =>
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 400 }),
        fc.integer({ min: 2, max: 50 }),
        (text, limit) => {
          const pieces = splitText(text, limit);
          expect(pieces.join("")).toBe(text);
          for (const piece of pieces) {
            expect(piece.length).toBeLessThanOrEqual(limit);
            expect(piece.isWellFormed()).toBe(true);
          }
        },
      ),
    ));

  test("a cut comes after a line rather than within it", () =>
    expect(splitText("one two\nthree four", 12)).toEqual(["one two\n", "three four"]));
});

describe("what people typed, from what Slack delivers", () => {
  test.each([
    ["&lt;2,3,4&gt; . &lt;1,0,2&gt;", "<2,3,4> . <1,0,2>"],
    ["<2,3,4> . <1,0,2>", "<2,3,4> . <1,0,2>"],
    ["<http://torch.tensor|torch.tensor>([1,2])", "torch.tensor([1,2])"],
    ["<https://example.org/a?b=1&amp;c=2>", "https://example.org/a?b=1&c=2"],
    ["<tel:1020304050|1020304050>", "1020304050"],
    ["<!channel> <@U1|ada> <#C1|general>", "@channel @ada #general"],
    ["&amp;lt;", "&lt;"],
  ])("%s → %s", (delivered, typed) => expect(unescapeText(delivered)).toBe(typed));

  test.each([
    ["<@U0BOT> dot of 1,2 and 3,4", "dot of 1,2 and 3,4"],
    ["please, <@U0BOT|tutor> dot 1,2 3,4", "please,   dot 1,2 3,4"],
    ["<@U0BOT>", ""],
  ])("%s without the mention", (delivered, typed) => expect(withoutMention(delivered, "U0BOT")).toBe(typed));
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { visible, visibleName } from "../../src/base/visible.ts";
import { cut } from "../../src/pictures/lettering.ts";
import { readText } from "../../src/words/read-text.ts";
import { foldWord } from "../../src/words/tokenise.ts";
import { runs } from "../support/runs.ts";
import { shipped } from "../words/shipped.ts";

/** What a name or a label may not hold: what turns, hides or marks its neighbours, moves a cursor or towers up. */
const unwanted: readonly (readonly [string, string])[] = [
  ["controls", "\u001b[31m\u0007"],
  ["line breaks", "\n\u2028\u2029\u0085"],
  ["direction", "\u200e\u200f\u061c\u202a\u202e\u2066\u2069"],
  ["no width", "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f"],
  ["fillers", "\u3164\uffa0\u115f\u1160\u2800"],
  ["tags", "\u{e0001}\u{e0041}\u{e007f}"],
  ["variation selectors", "\ufe00\ufe0f\u{e0100}"],
  ["broken characters", "\ufffe\uffff"],
];

describe("what is seen of a text that others gave", () => {
  test.each(unwanted)("%s are not", (_, signs) => {
    const made = visible(`a${signs}b`);
    for (const sign of signs.replace("[31m", "")) expect(made).not.toContain(sign);
    if (!signs.includes("[")) expect(visibleName(signs), "nothing is left").toBeUndefined();
  });

  test.each([
    ["Ada Lovelace", "Ada Lovelace"],
    ["  José\u00a0 Müller\t", "José Müller"],
    ["éé", "éé"],
    ["a\u0301\u0302\u0303\u0304\u0305b", "a\u0301\u0302b"],
    ["\u0301\u0302x", "x"],
    ["\u202egnp.exe", "gnp.exe"],
    ["👩‍🏫 ❤️ 👍🏽", "👩‍🏫 ❤️ 👍🏽"],
    ["नमस्ते", "नमस्ते"],
    ["אדה", "אדה"],
    ["\u0301", ""],
  ])("%j is %j", (given, made) => expect(visible(given)).toBe(made));

  test("is the same when it is asked for again, on one line, and nothing of it acts on its neighbours", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const made = visible(text);
        expect(visible(made)).toBe(made);
        expect(made).not.toMatch(
          /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\u200b\u2060\u3164]/u,
        );
        expect(made).not.toMatch(/\p{M}{3}/u);
      }),
      { numRuns: runs(500) },
    ));

  test("is the same in pictures, in what is typed and in words of a file", async () => {
    const [typed, shown] = ["wo\u202er\u200bd\u{e0041}", "word"];
    expect(cut(typed, 1_000, { size: 10 })).toBe(shown);
    expect(foldWord(typed)).toBe(shown);
    const pieces = async function* () {
      yield Buffer.from(`${typed} 1 2\nother 3 4\n`);
    };
    expect((await readText(pieces(), 10)).words).toEqual([shown, "other"]);
  });

  test("no word that comes with the tutor is another than it looks like", async () => {
    const { table } = await shipped();
    expect(table.words.filter((word) => foldWord(word) !== word)).toEqual([]);
  });
});

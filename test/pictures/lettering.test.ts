import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { visible } from "../../src/base/visible.ts";
import { fontFamily } from "../../src/pictures/colours.ts";
import { cut, widthOf, wrap } from "../../src/pictures/lettering.ts";

const size = { size: 13 };

describe("a text in a picture", () => {
  test.each([
    ["a line break", "a\nb", "a b"],
    ["a control character", "a\u0000\u001bb", "a b"],
    ["half a character", "a\ud800", "a\ufffd"],
    ["what turns the direction", "\u202eabc\u202c", "abc"],
    ["a tower of accents", "a\u0301\u0302\u0303\u0304", "a\u0301\u0302"],
  ])("is clean of %s", (_, typed, shown) => {
    expect(visible(typed)).toBe(shown);
  });

  test("stays as it is where it fits, and ends in an ellipsis where it was cut", () => {
    expect(cut("short", 100, size)).toBe("short");
    expect(cut("much too long for this", 100, size)).toBe("much too lon…");
  });

  test("never takes more than there is room for, whatever it says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 20, max: 300 }), (typed, room) => {
        expect(widthOf(cut(typed, room, size), size)).toBeLessThanOrEqual(room);
        for (const line of wrap(typed, room, size)) expect(widthOf(line, size)).toBeLessThanOrEqual(room);
      }),
    );
  });

  test("is wrapped at spaces into no more lines than asked for", () => {
    expect(wrap("one two three four five six", 60, size, 3)).toEqual(["one two", "three", "four fi…"]);
  });
});

const fontFiles = ["DejaVuSans", "DejaVuSans-Bold"].map((name) =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`),
);

/** How wide a text is when it is drawn. */
const drawnWidth = (text: string, bold: boolean): number => {
  const markup = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="30"><text y="20" font-family="${fontFamily}" font-size="13" font-weight="${bold ? "bold" : "normal"}">${text}</text></svg>`;
  return new Resvg(markup, { font: { loadSystemFonts: false, fontFiles } }).getBBox()!.width;
};

test.each([
  "a = (2, 3, 4)",
  "projection of a on b: −0.1234567",
  "internationalisation WWW mmm iii",
  "king − man + woman ≈ queen",
  "‖a‖ × ‖b‖ = √2 · 33.9°",
  "Straße, naïveté, Ελληνικά",
  "Большой вопрос",
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789",
])("“%s” is about as wide as it was taken for", (text) => {
  for (const bold of [false, true]) {
    const part = widthOf(text, { size: 13, bold }) / drawnWidth(text, bold);
    expect(part).toBeGreaterThan(0.96);
    expect(part).toBeLessThan(1.2);
  }
});

import fc from "fast-check";
import { DOMParser } from "linkedom";
import { describe, expect, test } from "vitest";
import { rasterise } from "../../src/pictures/rasterise.ts";
import type { Svg } from "../../src/pictures/svg.ts";
import { toSvg } from "../../src/pictures/to-svg.ts";
import { type Picture, type Point, themes } from "../../src/reply/picture.ts";
import { runs } from "../support/runs.ts";

/** Words as nobody means well with, or as nobody thinks of. */
const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc.constantFrom(
    "",
    "</text><script>alert(1)</script>",
    '"><image href="http://example.com/x.png"/>',
    "&amp; &lt; &#0; <![CDATA[ ]]> <!-- --> <?xml ?>",
    "<@123> <!channel> @everyone",
    "\u202egnorw\u202c \u0000\u0008\u001b[31m \ud800 \uffff",
    "שלום עולם مرحبا",
    "👩‍👩‍👧‍👦 😀🏽",
    "Z̷̢͓͎̈́͑̈́a̸̧͔̝̎̑̈́l̸̰̈́̋g̶̡͎̈́o̴͔͐",
    "long ".repeat(60),
    "x".repeat(300),
  ),
);

const odd = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -9, max: 9 }),
  fc.constantFrom(0, -0, 1e12, -1e-9, 5e-324, Number.MAX_VALUE, -Number.MAX_VALUE),
);

const part = fc.double({ min: 0, max: 1, noNaN: true });

const plotOf = (point: fc.Arbitrary<Point>): fc.Arbitrary<Picture> =>
  fc.record(
    {
      kind: fc.constant("plot" as const),
      arrows: fc.array(fc.record({ label: hostile, to: point }), { maxLength: 10 }),
      angle: hostile,
      projection: fc.record({ foot: point, label: hostile, remainder: hostile }),
      unitCircle: fc.constant(true as const),
      note: hostile,
    },
    { requiredKeys: ["kind", "arrows"] },
  );

const bars = fc.array(fc.record({ label: hostile, value: odd, shown: hostile }), { maxLength: 20 });

const pictures: Readonly<Record<string, fc.Arbitrary<Picture>>> = {
  plane: plotOf(fc.tuple(odd, odd)),
  space: plotOf(fc.tuple(odd, odd, odd)),
  contributions: fc.record(
    { kind: fc.constant("contributions" as const), title: hostile, bars, total: hostile },
    { requiredKeys: ["kind", "title", "bars"] },
  ),
  scale: fc.record({ kind: fc.constant("scale" as const), marks: bars }),
  attention: fc.record({
    kind: fc.constant("attention" as const),
    queries: fc.array(hostile, { maxLength: 14 }),
    keys: fc.array(hostile, { maxLength: 14 }),
    weights: fc.array(fc.array(fc.option(part), { maxLength: 14 }), { maxLength: 14 }),
  }),
  progress: fc.record({
    kind: fc.constant("progress" as const),
    skills: fc.array(fc.record({ title: hostile, mastery: part }), { maxLength: 20 }),
    ahead: fc.array(fc.record({ day: hostile, reviews: fc.nat() }), { maxLength: 16 }),
  }),
  words: fc.record({
    kind: fc.constant("words" as const),
    points: fc.array(
      fc.record({
        word: hostile,
        at: fc.tuple(odd, odd),
        role: fc.constantFrom("asked" as const, "neighbour" as const),
      }),
      { maxLength: 30 },
    ),
    share: part,
  }),
};

const elements = new Set(["svg", "g", "defs", "pattern", "rect", "path", "line", "circle", "text", "tspan"]);

interface Parsed {
  readonly localName: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
}

const refuse = ({ markup }: Svg): void => {
  const all: Iterable<Parsed> = new DOMParser()
    .parseFromString(markup, "image/svg+xml")
    .querySelectorAll("*");
  for (const { localName, attributes } of all) {
    expect(elements, localName).toContain(localName);
    for (const { name, value } of attributes) {
      expect(name).not.toMatch(/^on|href|^style$/i);
      expect(value).not.toMatch(/NaN|Infinity|undefined|url\((?!#)/);
    }
  }
};

test.each([
  "<script>1</script>",
  '<rect onclick="1"/>',
  '<a href="#x">x</a>',
  '<rect fill="url(http://example.com)"/>',
  '<path d="M0,NaN"/>',
])("a drawing with %s would be refused", (inside) => {
  const markup = `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;
  expect(() => refuse({ markup, width: 1, height: 1 })).toThrow();
});

describe.each(Object.entries(pictures))("any %s", (_, picture) => {
  test("is a drawing of bounded size in which words are nothing but words", async () => {
    await fc.assert(
      fc.asyncProperty(picture, fc.constantFrom(...themes), async (any, theme) => {
        const svg = await toSvg(any, theme);
        refuse(svg);
        expect(Math.max(svg.width, svg.height)).toBeLessThanOrEqual(1_000);
        expect(rasterise(svg).png.length).toBeGreaterThan(100);
      }),
      { numRuns: runs(25) },
    );
  });
});

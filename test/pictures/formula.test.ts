import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { coloursOf } from "../../src/pictures/colours.ts";
import { formula } from "../../src/pictures/formula.ts";
import { rasterise } from "../../src/pictures/rasterise.ts";
import type { Drawn, FormulaPicture, Theme } from "../../src/reply/picture.ts";
import { examplePictures } from "../support/example-pictures.ts";
import { looksLike } from "../support/pictures.ts";

const draw = (picture: FormulaPicture, theme: Theme = "light"): Drawn => rasterise(formula(picture, theme));

const chain = (subject: string, tex: string, because?: string): FormulaPicture => ({
  kind: "formula",
  chains: [{ subject, lines: [{ relation: "=", tex, ...(because === undefined ? {} : { because }) }] }],
});

const examples = Object.entries(examplePictures.formula);

test.each(examples)("%s looks as someone has seen it", (name, picture) => {
  looksLike(draw(picture), `formula-${name}-light`);
});

test.each(["dot-product", "cosine", "steps", "folded"])(
  "%s in the dark looks as someone has seen it",
  (name) => {
    looksLike(draw(examplePictures.formula[name]!, "dark"), `formula-${name}-dark`);
  },
);

const vector = (components: number, of: string) =>
  `(${Array.from({ length: components }, () => of).join(", ")})`;

test.each<[string, FormulaPicture]>([
  ...examples,
  ["a fraction of long roots", chain("x", `\\frac{\\sqrt{${vector(12, "12.25")}}}{2}`)],
  ["many long lines", chain("x", Array.from({ length: 150 }, (_, i) => `${i}^{2}`).join(" + "))],
])(
  "%s: at most 2,000 pixels on a side and 1 MB, and at least half as many again as it is shown in",
  (_, picture) => {
    const { png, width, height } = draw(picture);
    const pixels = PNG.sync.read(Buffer.from(png));
    expect(Math.max(pixels.width, pixels.height)).toBeLessThanOrEqual(2_000);
    expect(pixels.width / width).toBeGreaterThanOrEqual(1.5);
    expect(pixels.height / height).toBeGreaterThanOrEqual(1.5);
    expect(png.length).toBeLessThanOrEqual(1_000_000);
    expect(width).toBeLessThanOrEqual(1_000);
  },
);

test("what fits a telephone is 400 pixels wide, whatever it shows", () => {
  for (const [, picture] of examples) expect(formula(picture, "light").width).toBe(400);
});

test.each([
  ["wider than anyone can read", chain("x", `\\text{${"wide ".repeat(100)}}`)],
  [
    "taller than anyone can read",
    chain("x", Array.from({ length: 180 }, () => "\\frac{\\sqrt{12345678}}{2}").join("+")),
  ],
  ["as wide as a village", chain("x", "\\rule{10000em}{1em}")],
  ["as tall as a tower", chain("x", "\\rule{1em}{10000em}")],
  ["pushed far away", chain("x", "\\hspace{1000000em} y")],
])("a formula %s is refused", (_, picture) => {
  expect(() => formula(picture, "light")).toThrow(RangeError);
});

describe("TeX that means harm", () => {
  test.each(
    [
      "\\href{javascript:alert(1)}{x}",
      "\\require{html} x",
      "\\class{a}{x}",
      "\\style{background: url(https://example.com)}{x}",
      "\\cssId{a}{x}",
      "\\includegraphics{/etc/passwd}",
      "\\input{/etc/passwd}",
      "\\unicode{x41}",
      "\\def\\x{\\x\\x}\\x",
      "\\newcommand{\\x}{\\x\\x}\\x",
      "\\let\\x=\\y \\x",
      "\\begin{html}x\\end{html}",
      "\\frac{1",
      "1}",
      "\\mmlToken{mi}[href='javascript:alert(1)']{x}",
      "x".repeat(10_000),
      `${"{".repeat(3_000)}x${"}".repeat(3_000)}`,
      `${"\\sqrt{".repeat(1_500)}x${"}".repeat(1_500)}`,
    ].map((tex) => [tex.slice(0, 40), tex] as const),
  )("%s is refused", (_, tex) => {
    expect(() => draw(chain(tex, "1"))).toThrow();
    expect(() => draw(chain("x", tex))).toThrow();
  });

  test.each([
    "</svg><script>alert(1)</script>",
    "\\text{</text><image href='file:///etc/passwd'/>}",
    '"><image href="/etc/passwd"/>',
    "\\text{\\href{javascript:alert(1)}{x}}",
    "\\text{<!-- & ]]> -->}",
    "Привет 你好 \\text{Привет 你好}",
  ])("%s is set as the signs it is made of", (tex) => {
    const { markup } = formula(chain("x", tex), "light");
    expect(markup).not.toMatch(/<(?:script|image|a|foreignObject|style)\b|javascript:|href/i);
    expect(() => draw(chain("x", tex))).not.toThrow();
  });

  test("nothing that one formula says is known to the next", () => {
    expect(() => draw(chain("x", "\\label{a} y"))).not.toThrow();
    expect(() => draw(chain("x", "\\label{a} y"))).not.toThrow();
  });
});

test("reasons are words, whatever they are made of", () => {
  const words = "5 % of $x_1$ & \\frac{1}{2} </text><script> ~ ^ # {";
  const { markup } = formula(chain("x", "1", words), "dark");
  expect(markup).toContain("\\frac{1}{2}");
  expect(markup).toContain("&lt;/text&gt;&lt;script&gt;");
  expect(markup).toContain(`fill="${coloursOf.dark.faint}"`);
  expect(() => draw(chain("x", "1", words), "dark")).not.toThrow();
});

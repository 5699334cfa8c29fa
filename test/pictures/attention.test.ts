import { DOMParser } from "linkedom";
import { expect, test } from "vitest";
import { attention } from "../../src/pictures/attention.ts";
import { contrast } from "../../src/pictures/contrast.ts";
import { type AttentionPicture, themes } from "../../src/reply/picture.ts";

interface Found {
  readonly textContent: string;
  getAttribute(name: string): string | null;
}

const steps = Array.from({ length: 12 }, (_, n) => n);

/** Weights from 0 to 1 in steps of less than a hundredth, and one hidden cell. */
const picture: AttentionPicture = {
  kind: "attention",
  queries: steps.map((n) => `query ${n}`),
  keys: steps.map((n) => `key ${n}`),
  weights: steps.map((row) => steps.map((column) => (row + column === 0 ? null : (row * 12 + column) / 143))),
};

test.each(themes)("the figure in each cell is read well on the colour of the cell (%s)", (theme) => {
  const parsed = new DOMParser().parseFromString(attention(picture, theme).markup, "image/svg+xml");
  const cells: readonly Found[] = [...parsed.querySelectorAll("rect[rx]")];
  const figures: readonly Found[] = ([...parsed.querySelectorAll("text")] as readonly Found[]).filter(
    ({ textContent }) => /^(–|\d\.\d\d)$/.test(textContent),
  );
  expect(cells).toHaveLength(144);
  expect(figures.map((each) => each.textContent)).toEqual(
    picture.weights.flat().map((weight) => (weight === null ? "–" : weight.toFixed(2))),
  );
  for (const [n, cell] of cells.entries()) {
    const [fill, ink] = [cell.getAttribute("fill")!, figures[n]!.getAttribute("fill")!];
    if (n === 0) expect(fill).toBe("url(#hatch)");
    else expect(contrast(fill, ink)).toBeGreaterThanOrEqual(4.5);
  }
});

test.each([
  ["#000000", "#ffffff", 21],
  ["#777777", "#ffffff", 4.48],
  ["rgb(255, 0, 0)", "#ffffff", 4],
])("the contrast of %s and %s is %d", (a, b, expected) => {
  expect(contrast(a, b)).toBeCloseTo(expected, 1);
  expect(contrast(b, a)).toBeCloseTo(expected, 1);
});

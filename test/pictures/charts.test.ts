import { expect, test } from "vitest";
import { rasterise } from "../../src/pictures/rasterise.ts";
import { toSvg } from "../../src/pictures/to-svg.ts";
import { type Picture, themes } from "../../src/reply/picture.ts";
import { exampleCharts } from "../support/example-charts.ts";
import { looksLike } from "../support/pictures.ts";

/** Each in the light, and the first two of each kind in the dark. */
const examples = Object.entries(exampleCharts).flatMap(([kind, pictures]) =>
  Object.entries<Picture>(pictures).flatMap(([name, picture], n) =>
    themes
      .filter((theme) => theme === "light" || n < 2)
      .map((theme) => ({ name: `${kind}-${name}-${theme}`, picture, theme })),
  ),
);

test.each(examples)("$name looks as someone has seen it", async ({ name, picture, theme }) => {
  const drawn = rasterise(await toSvg(picture, theme));
  looksLike(drawn, name);
  expect(Math.max(drawn.width, drawn.height)).toBeLessThanOrEqual(1_000);
});

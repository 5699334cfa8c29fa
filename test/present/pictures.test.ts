import { describe, expect, test } from "vitest";
import type { Picture } from "../../src/reply/picture.ts";
import type { PictureBlock } from "../../src/reply/reply.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor();

const picturesOf = async (text: string): Promise<readonly PictureBlock[]> => {
  const { reply } = await tutor.answer({
    input: { kind: "said", text },
    id: text,
    learner: "web:learner:pictures",
    place: "web:place:page/pictures",
    locale: "en",
    isAlone: true,
  });
  return reply.blocks.filter((block) => block.kind === "picture");
};

const only = async <K extends Picture["kind"]>(text: string, kind: K) => {
  const found = (await picturesOf(text)).filter(({ picture }) => picture.kind === kind);
  expect(found, `${kind} in ${text}`).toHaveLength(1);
  return { ...found[0]!, picture: found[0]!.picture as Extract<Picture, { kind: K }> };
};

describe("pictures say in words what they show", () => {
  test.each([
    ["/dot 2,3,4 1,0,2", "formula", "Typeset: (2, 3, 4)·(1, 0, 2) = 2×1 + 3×0 + 4×2 = 2 + 0 + 8 = 10"],
    ["/dot 2,3,4 1,0,2", "contributions", "Bars: 2×1 = 2, 3×0 = 0, 4×2 = 8. Together 10."],
    [
      "/cosine 2,3,4 1,0,2",
      "plot",
      "Arrows from the origin: a to (2, 3, 4) and b to (1, 0, 2). Between them are 33.9°.",
    ],
    [
      "/project 2,3,4 1,0,2",
      "plot",
      "Arrows from the origin: a to (2, 3, 4) and b to (1, 0, 2). Between them are 33.9°. The projection of the first on the second ends at (2, 0, 4); from there a dashed line, the remainder (0, 3, 0), goes at a right angle to the first.",
    ],
    [
      "/compare 1,1 1,0.9 9,1",
      "scale",
      "The cosine scale from −1 (opposite) over 0 (at right angles) to 1 (same direction): (1, 0.9) at 0.999, (9, 1) at 0.781.",
    ],
    [
      "/why 1,2,3,4,5 2,3,1,0,-2",
      "contributions",
      "Bars: 1×2 = 2, 2×3 = 6, 3×1 = 3, 4×0 = 0, 5×(−2) = −10. Together 1.",
    ],
    [
      "/attention 1,0 0,1 1,1 mask:causal",
      "attention",
      "A heat map of attention weights, a row for each query, a column for each key: token 1 most to token 1 (1.00), token 2 most to token 2 (0.67), token 3 most to token 3 (0.50).",
    ],
    [
      "/softmax 1,2,3",
      "contributions",
      "The weight of each score, as bars: 1 = 0.09003, 2 = 0.2447, 3 = 0.6652.",
    ],
    [
      "/normalise 3,4",
      "plot",
      "Arrows from the origin: a to (3, 4) and b to (3/5, 4/5). A dashed circle shows where vectors of length 1 end.",
    ],
    ["/plot 1,1 -1,1", "plot", "Arrows from the origin: a to (1, 1) and b to (−1, 1). Between them are 90°."],
    ["/explain unit length", "plot", "As a picture: The arrow (3, 4), and along it one of length 1."],
    [
      "/explain softmax",
      "contributions",
      "As a picture: Bars for the weights that the scores (1, 2, 3) become. They add up to 1.",
    ],
    ["/prove law of cosines step:1 show:step", "formula", "Typeset: c = a − b"],
  ] as const)("%s: %s", async (text, kind, alt) => {
    expect((await only(text, kind)).alt).toBe(alt);
  });
});

describe("what is drawn", () => {
  test("the arrows end where the vectors do", async () => {
    const { picture } = await only("/plot 3,4 4,-1", "plot");
    expect(picture.arrows.map(({ to }) => to)).toEqual([
      [3, 4],
      [4, -1],
    ]);
    expect(picture.angle).toBe("67.2°");
  });

  test("longer vectors lie in the plane that they span, true in length and angle", async () => {
    const { picture } = await only("/plot 1,2,3,4 2,0,1,1", "plot");
    const [a, b] = picture.arrows.map(({ to }) => to);
    const dot = 1 * 2 + 3 * 1 + 4 * 1;
    expect(a![0] * b![0] + a![1] * b![1]).toBeCloseTo(dot, 9);
    expect(Math.hypot(...a!)).toBeCloseTo(Math.sqrt(30), 9);
    expect(Math.hypot(...b!)).toBeCloseTo(Math.sqrt(6), 9);
    expect(picture.note).toContain("4 components");
  });

  test("the smaller of many contributions are one bar, and all add up", async () => {
    const numbers = Array.from({ length: 40 }, (_, i) => i - 20);
    const { picture } = await only(
      `/dot ${numbers.join(",")} ${Array(40).fill(1).join(",")}`,
      "contributions",
    );
    expect(picture.bars).toHaveLength(12);
    expect(picture.bars.at(-1)!.label).toBe("29 others");
    expect(picture.bars.reduce((total, { value }) => total + value, 0)).toBe(-20);
    expect(picture.total).toBe("Together: −20");
  });

  test("letters have no size: only the working is typeset", async () => {
    expect((await picturesOf("/cosine a,b c,d")).map(({ picture }) => picture.kind)).toEqual(["formula"]);
  });

  test("a zero vector is drawn without an angle", async () => {
    const { picture } = await only("/plot 0,0 1,2", "plot");
    expect(picture.angle).toBeUndefined();
  });

  test("no picture's words are longer than a platform takes", async () => {
    const long = Array.from({ length: 12 }, (_, i) => `${i + 1}/${i + 7}`).join(",");
    for (const text of [`/cosine ${long} ${long} show:steps`, `/why ${long} ${long}`])
      for (const { alt } of await picturesOf(text)) expect(alt.length).toBeLessThanOrEqual(1_024);
  });
});

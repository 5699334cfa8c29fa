import { expect, test } from "vitest";
import { measurePart } from "../../src/understanding/measure.ts";

/** The least share of phrases, taken away with their translations, that find their meaning, and the most that find another. */
const limits = { first: 0.54, amongThree: 0.65, wrong: 0.125 } as const;

test("phrases that were not learned from find what they mean", { timeout: 120_000 }, () => {
  for (const { language, asked, right, wrong, offeredFirst, offered } of measurePart(3)) {
    expect(asked, language).toBeGreaterThan(200);
    expect((right + offeredFirst) / asked, `${language}, found first`).toBeGreaterThanOrEqual(limits.first);
    expect((right + offeredFirst + offered) / asked, `${language}, offered`).toBeGreaterThanOrEqual(
      limits.amongThree,
    );
    expect(wrong / asked, `${language}, wrong`).toBeLessThanOrEqual(limits.wrong);
  }
});

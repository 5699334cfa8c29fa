import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Surface, surfaces } from "../support/surfaces.ts";
import { quietTutor, storeOpened } from "../support/tutor.ts";

/** Without spaces and the lines of tables. */
const flat = (text: string): string => text.replace(/[\s\u2062|─]+/g, "");

describe.each(Object.entries(surfaces))("settings on %s", (_, open) => {
  let surface: Surface;
  beforeAll(async () => {
    const tutor = quietTutor();
    await storeOpened(tutor);
    surface = await open(tutor);
  });
  afterAll(() => surface.close());

  test("are shown with where they come from, typed, pressed and reset, and hold for answers", async () => {
    const all = await surface.type("settings", "");
    expect(flat(all.text)).toContain("Digits4(usual)");
    expect(all.ephemeral ?? true).toBe(true);
    const numbers = await all.press("Numbers");
    const typed = await (await numbers.press("6 digits")).press("Decimals");
    expect(flat(typed.text)).toContain("Notationdecimals(yours)");
    expect(flat(typed.text)).toContain("Digits6(yours)");
    const check = flat((await surface.type("check", "1/2,1 1,0")).text);
    expect(check).toContain("0.5");
    expect(flat((await (await typed.press("Back to the usual")).press("All settings")).text)).toContain(
      "Digits4(usual)",
    );
    const german = flat((await surface.type("settings", "digits:7 language:de")).text);
    expect(german).toMatch(/Sprache(?:wasnurdusiehst:)?Deutsch\(deins\)/);
  });

  test("the language goes back, too", async () => {
    expect(flat((await surface.type("settings", "reset:all")).text)).toContain("Languageyourapp’s(usual)");
  });

  test("of quizzes: with a form for the topic, whose mistakes are told", async () => {
    const quiz = await surface.type("settings", "show:quiz");
    const set = await quiz.press("Topic…", "dot product");
    expect(flat(set.text)).toContain("Quiztopicdotproduct(yours)");
    expect(flat((await set.press("No bell")).text)).toContain("Secondsnobell(yours)");
    expect(flat((await quiz.press("Topic…", "cooking")).text)).toContain("atopicsuchas");
    expect(flat((await surface.type("settings", "seconds:7")).text)).toContain("0fornobell");
  });
});

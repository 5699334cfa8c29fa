import { describe, expect, test } from "vitest";
import type { Invocation } from "../../src/commands/command.ts";
import type { Tutor } from "../../src/commands/tutor.ts";
import { toPlainText } from "../../src/reply/plain-text.ts";
import { createWords } from "../../src/words/lazy-words.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor();
let n = 0;

const ask = (text: string, more: Partial<Invocation> = {}, asked: Tutor = tutor) => {
  n += 1;
  return asked.answer({
    input: { kind: "said", text },
    id: String(n),
    learner: "discord:learner:reader",
    place: "discord:place:s/c",
    locale: "en",
    // Others read what is asked there, but not the answer, so that it is all there.
    mayWrite: async () => false,
    ...more,
  });
};

const read = async (...given: Parameters<typeof ask>): Promise<string> =>
  toPlainText((await ask(...given)).reply).replace(/ {2,}/g, " ");

describe("how similar words are", () => {
  test("a pair: the quick way beside the exact one, and where it stands among all pairs", async () => {
    const text = await read("/similar king queen");
    for (const part of [
      "quick and dirty dot product 27.6",
      "exact cosine 0.752",
      "angle 41.2°",
      "lengths king 6.12",
      "queen 6.01",
      "27.6 / (6.12 × 6.01) ≈ 0.752",
      "Very similar: of all pairs of words, more than 99.9% have a smaller cosine.",
      "They are close (1.02×)",
      "97 others",
      "Source: Giles Thomas",
      "https://nlp.stanford.edu/projects/glove/",
    ])
      expect(text).toContain(part);
  });

  test("one word: ten by cosine and ten by dot product, and why they differ", async () => {
    const text = await read("/similar king");
    expect(text).toMatch(/1 prince 0\.768 emperor 28\.5/);
    expect(text).toContain("“lord” is only in the right list, “monarch” only in the left");
    expect(text).toContain("A dot product grows with the length");
  });

  test.each([
    ["/similar king - man + woman", "king − man + woman ≈ queen"],
    ["/similar paris - france + italy", "paris − france + italy ≈ rome"],
    ["/similar man is to king as woman is to ?", "king − man + woman ≈ queen"],
  ])("%s", async (typed, title) => {
    const { reply } = await ask(typed);
    expect(reply.title).toBe(title);
    if (title.includes("king")) expect(toPlainText(reply)).toContain("Else “king” would come first (0.856)");
  });

  test("several words: a table of cosines", async () => {
    const text = await read("/similar river lake guitar music");
    expect(text).toContain("lake 0.74 1");
    expect(text).toContain("Most similar: river and lake (0.743). Least: river and guitar (0.114).");
  });

  test("sentences: the mean of their words, said to be crude, with what was left out", async () => {
    const text = await read("/similar the cat sat on a qqzzx mat | stock prices fell in london");
    expect(text).toContain("stands for the mean of the vectors of its words. That is crude");
    expect(text).toContain("Left out, as I have no vector for them: a, qqzzx.");
    expect(text).not.toContain("of all pairs of words");
    expect(await read("/similar when the weather is fine we walk along the old river")).toContain(
      "Nearest to “when the weather is fin…”",
    );
  });

  test("why: with the company that both keep", async () => {
    const text = await read("why is coffee similar to tea?");
    expect(text).toContain("Why: coffee and tea: cosine 0.774");
    expect(text).toMatch(/Near to both\. “\p{L}+”, “\p{L}+”/u);
    await ask("/similar king queen");
    expect(await read("why is this similar?")).toContain("Why: king and queen");
    await ask("/dot 1,2 3,4");
    expect(await read("why?")).toContain("(1, 2)·(3, 4)");
  });

  test("“this” of a command for vectors is not the words", async () => {
    await ask("/similar king queen");
    expect((await ask("what is the norm of this?")).problem).toBeDefined();
    expect((await ask("/prove law of cosines it")).problem).toBeUndefined();
  });
});

describe("what is not in the list of words", () => {
  test("is told with what is spelt nearly so, and a button for each", async () => {
    const { reply, problem } = await ask("/similar kingg queen");
    expect(problem?.kind).toBe("unknown-words");
    const choices = reply.blocks.flatMap((block) => (block.kind === "choices" ? block.choices : []));
    expect(choices[0]).toMatchObject({
      label: "With king",
      does: { command: "similar", options: { words: "king queen" } },
    });
  });

  test.each([
    "__proto__ constructor",
    "constructor",
    "../../etc/passwd",
    "‮שלום",
    "😀 🎉",
    "<@123> @everyone",
    "x".repeat(2_001),
    "- + -",
    "king -",
    "| | |",
    `${"word ".repeat(399)}`,
    "a, b, c, d, e, f, g, h, i, j",
  ])("%.30s… is answered", async (words) => {
    const { reply, problem } = await ask(`/similar ${words}`);
    expect(problem?.kind ?? "none").not.toBe("fault");
    expect(toPlainText(reply).length).toBeGreaterThan(10);
  });

  test("nothing at all", async () => expect((await ask("/similar")).problem?.kind).toBe("bad-option"));
});

test("where others read along, no word is suggested that hurts; alone, what the vectors say", async () => {
  const suggested = async (more: Partial<Invocation>) => {
    const { reply } = await ask("/similar idiot", more);
    const [table] = reply.blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
    return table!.rows.flatMap(([, ...cells]) => cells.map((cell) => cell.split(" ")[0]!));
  };
  const [shared, alone] = [await suggested({}), await suggested({ isAlone: true })];
  expect(shared).not.toEqual(alone);
  expect(alone).toContain("bastard");
  expect(shared).not.toContain("bastard");
});

test("without the vectors of words a sentence says so, and the rest works", async () => {
  const told: string[] = [];
  const without = quietTutor({ words: createWords("/nowhere/to/be.found", (line) => told.push(line)) });
  const text = await read("/similar king queen", {}, without);
  expect(text).toContain("I cannot look words up just now");
  expect(text).not.toContain("/nowhere");
  expect(told[0]).toContain("/nowhere/to/be.found");
  expect(await read("/attention the cat sat", {}, without)).toContain("I cannot look words up just now");
  expect(await read("/dot 2,3,4 1,0,2", {}, without)).toContain("10");
  const lesson = await read("/explain embeddings", {}, without);
  expect(lesson).toContain("Nobody chooses the numbers.");
  expect(lesson).not.toContain("On real words");
  expect(await read("/explain embeddings")).toContain("On real words. What /similar king comes to");
});

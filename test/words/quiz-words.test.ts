import { describe, expect, test } from "vitest";
import { maySuggest } from "../../src/words/offensive.ts";
import { quizWords } from "../../src/words/quiz-words.ts";
import { shipped } from "./shipped.ts";

const { embeddings, groups, groupOf } = quizWords();
const listed = groups.flatMap(({ words }) => words);

describe("the words of questions", () => {
  test("are some hundred in many groups, each word in one of them", () => {
    expect(groups.length).toBeGreaterThanOrEqual(15);
    expect(listed.length).toBeGreaterThanOrEqual(300);
    expect(new Set(listed).size).toBe(listed.length);
    for (const group of groups) expect(group.words.length, group.name).toBeGreaterThanOrEqual(8);
    expect(groupOf.get("river")?.name).toBe("landscape");
  });

  test("are those of the list, and may be shown to anyone", () => {
    expect(embeddings.table.words.toSorted()).toEqual(listed.toSorted());
    expect(listed.filter((word) => !maySuggest(word))).toEqual([]);
  });

  test("have the vectors and norms, and the order, of the big file", async () => {
    const all = await shipped();
    expect(embeddings.source).toEqual(all.source);
    for (const word of listed) {
      expect(embeddings.vectorOf(word), word).toEqual(all.vectorOf(word));
      expect(embeddings.normOf(word), word).toBe(all.normOf(word));
    }
    const ranks = embeddings.table.words.map((word) => all.rankOf(word)!);
    expect(ranks).toEqual(ranks.toSorted((x, y) => x - y));
  });

  test("are read once", () => expect(quizWords()).toBe(quizWords()));
});

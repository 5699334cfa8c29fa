import { describe, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";

export const lessonsContract = (store: () => Store) =>
  describe("lessons", () => {
    test("which ones a learner has seen, each once", async () => {
      const { noteSeen, seenBy } = store().lessons;
      for (const lesson of ["vector", "dot-product", "vector"]) await noteSeen("slack:learner:t/a", lesson);
      expect(await seenBy("slack:learner:t/a")).toEqual(new Set(["vector", "dot-product"]));
      expect(await seenBy("slack:learner:t/b")).toEqual(new Set());
    });

    test("reports: the latest first, one of each reader and version, and none of another workspace", async () => {
      const { report, reportsFrom } = store().lessons;
      const said = { lesson: "vector", version: "1", clear: false };
      await report("slack:place:t", "slack:learner:t/a", { ...said, text: "too short" });
      await report("slack:place:t", "slack:learner:t/b", { ...said, clear: true });
      await report("slack:place:t", "slack:learner:t/a", { ...said, text: "still too short" });
      await report("slack:place:t", "slack:learner:t/a", { ...said, version: "2", clear: true });
      await report("slack:place:u", "slack:learner:u/a", { ...said, text: "secret" });
      const reports = await reportsFrom("slack:place:t", 10);
      expect(reports.map(({ version, text, clear }) => [version, clear, text])).toEqual([
        ["2", true, undefined],
        ["1", false, "still too short"],
        ["1", true, undefined],
      ]);
      expect(reports[0]!.at).toBeInstanceOf(Date);
      expect(await reportsFrom("slack:place:t", 1)).toHaveLength(1);
    });
  });

import { describe, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";

export const repliesContract = (store: () => Store) =>
  describe("replies", () => {
    test("texts come back by their key, and nothing for another", async () => {
      const { keepTexts, findText } = store().replies;
      await keepTexts(
        "web:place:page",
        new Map([
          ["key", "‖a‖ 'quoted' 😀"],
          ["third", "3"],
        ]),
      );
      await keepTexts("web:place:page", new Map([["key", "‖a‖ 'quoted' 😀"]]));
      expect(await findText("key")).toBe("‖a‖ 'quoted' 😀");
      expect(await findText("third")).toBe("3");
      expect(await findText("other")).toBeUndefined();
    });

    test("workspaces keep the same text each for itself", async () => {
      const { keepTexts, findText } = store().replies;
      await keepTexts("slack:place:T1", new Map([["shared", "text"]]));
      await keepTexts("slack:place:T2", new Map([["shared", "text"]]));
      expect(await findText("shared")).toBe("text");
    });

    test("the latest vectors of a place, else those of the place around it", async () => {
      const { keepLatest, findLatest } = store().replies;
      await keepLatest("discord:place:g/c", "1,2 3,4");
      await keepLatest("discord:place:g/c/t", "5,6 7,8");
      await keepLatest("discord:place:g/c/t", "9,9 8,8");
      expect(await findLatest(["discord:place:g/c/t", "discord:place:g/c"])).toBe("9,9 8,8");
      expect(await findLatest(["discord:place:g/c/other", "discord:place:g/c"])).toBe("1,2 3,4");
      expect(await findLatest(["discord:place:h"])).toBeUndefined();
    });

    test("what nobody has needed for long is forgotten", async () => {
      const { keepTexts, findText, keepLatest, findLatest, forgetBefore } = store().replies;
      await keepTexts("web:place:page", new Map([["old", "text"]]));
      await keepLatest("discord:place:old", "1,2 3,4");
      await forgetBefore(new Date(Date.UTC(2026, 0, 1)));
      expect(await findText("old")).toBe("text");
      await forgetBefore(new Date(Date.UTC(2027, 0, 1)));
      expect(await findText("old")).toBeUndefined();
      expect(await findLatest(["discord:place:old"])).toBeUndefined();
    });
  });

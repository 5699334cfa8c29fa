import { describe, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";

export const installationsContract = (store: () => Store) =>
  describe("installations", () => {
    test("each workspace once, with the moment of the first time", async () => {
      const { keep, find } = store().installations;
      await keep("slack:place:i", "U1");
      const first = await find("slack:place:i");
      await keep("slack:place:i", "U2");
      expect(await find("slack:place:i")).toEqual({ ...first, bot: "U2" });
      expect(first!.installedAt).toBeInstanceOf(Date);
      expect(await find("slack:place:j")).toBeUndefined();
    });

    test("what is sealed stays until it is replaced, and is replaced only where it is still the same", async () => {
      const { keep, find, sealed, reseal } = store().installations;
      await keep("slack:place:m", "U1", "one");
      await keep("slack:place:m", "U1");
      await keep("slack:place:n", "U1");
      await keep("discord:place:o", "U1", "other");
      const ofSlack = async () => (await sealed("slack")).filter(({ workspace }) => /:[mn]$/.test(workspace));
      const [before] = await ofSlack();
      expect(await ofSlack()).toEqual([{ workspace: "slack:place:m", sealed: "one" }]);
      await reseal(before!, "two");
      expect(await find("slack:place:m")).toMatchObject({ sealed: "two" });
      expect(await find("slack:place:n")).not.toHaveProperty("sealed");
      await reseal(before!, "three");
      expect(await ofSlack()).toEqual([{ workspace: "slack:place:m", sealed: "two" }]);
      expect(await sealed("discord")).toEqual([{ workspace: "discord:place:o", sealed: "other" }]);
    });

    test("one that is removed takes its quizzes and what is set there with it, and no others", async () => {
      const { installations, quizzes } = store();
      const start = (workspace: "slack:place:k" | "slack:place:l") =>
        quizzes.start({
          workspace,
          place: `${workspace}/c`,
          starter: "slack:learner:k/a",
          settings: {},
          startedAt: new Date(Date.UTC(2026, 10, 25)),
        });
      for (const workspace of ["slack:place:k", "slack:place:l"] as const) {
        await installations.keep(workspace, "U1");
        await start(workspace);
        await quizzes.changePlace(`${workspace}/c`, { digits: 6 });
        await quizzes.changePlace(workspace, { language: "es" });
      }
      await installations.remove("slack:place:k");
      expect(await installations.find("slack:place:k")).toBeUndefined();
      expect(await quizzes.in("slack:place:k/c")).toBeUndefined();
      expect(await quizzes.placeSettings("slack:place:k/c")).toEqual({});
      expect(await quizzes.placeSettings("slack:place:k")).toEqual({});
      expect(await quizzes.placeSettings("slack:place:l/c")).toEqual({ digits: 6 });
      expect(await quizzes.in("slack:place:l/c")).toMatchObject({ state: "running" });
    });
  });

import { describe, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";

const workspace = "slack:place:t" as const;
const startedAt = new Date(Date.UTC(2026, 10, 25, 12));
const seconds = (after: number) => new Date(startedAt.getTime() + after * 1_000);

export const quizzesContract = (store: () => Store) =>
  describe("quizzes", () => {
    const start = (channel: string) =>
      store().quizzes.start({
        workspace,
        place: `slack:place:t/${channel}`,
        starter: "slack:learner:t/a",
        settings: { rounds: 5, mode: "race" },
        startedAt,
      });

    test("one at a time in a place, many in many places", async () => {
      const { in: inPlace, find, running } = store().quizzes;
      const started = await Promise.all(Array.from({ length: 8 }, () => start("c1")));
      const [quiz, ...more] = started.filter((each) => each !== undefined);
      expect(more).toEqual([]);
      expect(quiz).toMatchObject({ state: "running", settings: { rounds: 5, mode: "race" }, startedAt });
      const other = await start("c2");
      expect(await inPlace("slack:place:t/c1")).toEqual(quiz);
      expect(await find(other!.id)).toEqual(other);
      expect((await running()).map(({ id }) => id)).toEqual(expect.arrayContaining([quiz!.id, other!.id]));
    });

    test("states change from what they are, and an ended quiz makes room for another", async () => {
      const { change, in: inPlace } = store().quizzes;
      const quiz = (await start("c3"))!;
      expect(await change(quiz.id, "paused", "running", seconds(1))).toBe(false);
      expect(await change(quiz.id, "running", "paused", seconds(1))).toBe(true);
      expect(await start("c3")).toBeUndefined();
      expect(await change(quiz.id, "paused", "ended", seconds(2))).toBe(true);
      expect(await inPlace("slack:place:t/c3")).toBeUndefined();
      expect(await start("c3")).toBeDefined();
    });

    test("one at a time moves a quiz on", async () => {
      const { lease, release } = store().quizzes;
      const { id } = (await start("c4"))!;
      const taken = await Promise.all(Array.from({ length: 6 }, () => lease(id, seconds(0), seconds(3))));
      expect(taken.filter(Boolean).length).toBe(1);
      expect(await lease(id, seconds(2), seconds(9))).toBe(false);
      expect(await lease(id, seconds(4), seconds(9))).toBe(true);
      await release(id);
      expect(await lease(id, seconds(5), seconds(9))).toBe(true);
    });

    test("a score is the sum of its attempts, the highest first", async () => {
      const { questions, quizzes, learners } = store();
      const quiz = (await start("c5"))!;
      await learners.meet("slack:learner:t/b", "Bea");
      for (const number of [1, 2]) {
        const posed = (await questions.pose({
          workspace,
          place: quiz.place,
          purpose: "quiz",
          quiz: quiz.id,
          number,
          kind: "norm",
          seed: number,
          level: 1,
          openedAt: startedAt,
        }))!;
        for (const [who, outcome] of [
          ["a", number === 1 ? "right" : "wrong"],
          ["b", "right"],
        ] as const)
          await questions.attempt(
            {
              question: posed.id,
              learner: `slack:learner:t/${who}`,
              workspace,
              event: `s-${number}-${who}`,
              outcome,
              given: "5",
              slips: [],
              seconds: 4,
              at: seconds(4),
            },
            {
              points: () => 4,
              skill: "norm",
              learn: () => ({ record: {}, dueAt: seconds(60), mastered: false }),
            },
          );
      }
      expect(await quizzes.scores(quiz.id)).toEqual([
        { learner: "slack:learner:t/b", name: "Bea", points: 8, right: 2, answered: 2 },
        { learner: "slack:learner:t/a", points: 4, right: 1, answered: 2 },
      ]);
      expect(await questions.latestOf(quiz.id)).toMatchObject({ number: 2 });
      expect((await questions.ofQuiz(quiz.id)).map(({ number }) => number)).toEqual([1, 2]);
    });

    test("what is set for a place", async () => {
      const { placeSettings, changePlace } = store().quizzes;
      const place = "slack:place:t/c6";
      expect(await placeSettings(place)).toEqual({});
      await changePlace(place, { digits: 7, notation: undefined });
      // Two who change different things at the same moment lose neither.
      await Promise.all([
        changePlace(place, { digits: 8, notation: "decimals" }),
        changePlace(place, { language: "de", quiz: { rounds: 7, topic: "it's “50 %”" } }),
      ]);
      await changePlace(place, { notation: undefined, pictures: undefined });
      const settings = { digits: 8, language: "de", quiz: { rounds: 7, topic: "it's “50 %”" } };
      expect(await placeSettings(place)).toEqual(settings);
      const thread = `${place}/1.1` as const;
      const { settingsIn, change } = store().learners;
      const around = [thread, place, "slack:place:t"] as const;
      const places = [{}, settings, {}];
      expect(await settingsIn("slack:learner:t/new", around)).toEqual({ own: {}, places });
      await change("slack:learner:t/new", { digits: 4 });
      expect(await settingsIn("slack:learner:t/new", around)).toEqual({ own: { digits: 4 }, places });
    });
  });

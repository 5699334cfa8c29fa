import { describe, expect, test } from "vitest";
import type { LearnerId } from "../../src/identity.ts";
import type { Consequences, NewAttempt, NewQuestion } from "../../src/store/questions.ts";
import type { Store } from "../../src/store/store.ts";

const workspace = "discord:place:q" as const;
const place = "discord:place:q/c" as const;
const at = new Date(Date.UTC(2026, 10, 25, 12));
const seconds = (after: number) => new Date(at.getTime() + after * 1_000);

const facts = { workspace, place, kind: "dot-product", seed: 7, level: 2, openedAt: at };

const daily = (day: string, more: Partial<NewQuestion> = {}): NewQuestion => ({
  ...facts,
  purpose: "daily",
  day,
  ...more,
});

const attempt = (question: number, learner: LearnerId, more: Partial<NewAttempt> = {}): NewAttempt => ({
  question,
  learner,
  workspace,
  event: `${question}-${learner}`,
  outcome: "right",
  given: "10",
  slips: [],
  seconds: 5,
  at: seconds(5),
  ...more,
});

/** Counts how often a skill was practised. */
const consequences: Consequences = {
  points: ({ hints, first }) => (first ? 6 : 4) - hints,
  skill: "dot-product",
  learn: (record) => ({
    record: { times: ((record as { times?: number } | undefined)?.times ?? 0) + 1 },
    dueAt: seconds(3_600),
    mastered: false,
  }),
};

export const questionsContract = (store: () => Store) =>
  describe("questions", () => {
    const posed = async (question: NewQuestion) => (await store().questions.pose(question))!;

    test("are kept as they were posed, one of a place and day", async () => {
      const { pose, find, latestDaily } = store().questions;
      const question = await posed(daily("2026-11-01", { closesAt: seconds(30), tells: ["a", "b"] }));
      expect(await find(question.id)).toEqual(question);
      expect(question).toMatchObject({
        ...facts,
        day: "2026-11-01",
        closesAt: seconds(30),
        tells: ["a", "b"],
      });
      expect(await pose(daily("2026-11-01"))).toBeUndefined();
      const next = await posed(daily("2026-11-02"));
      expect((await latestDaily(place))!.id).toBe(next.id);
    });

    test("the daily question before a day is the latest that was posted", async () => {
      const { posted, postedDailyBefore } = store().questions;
      const elsewhere = { place: "discord:place:q/posted" } as const;
      const first = await posed(daily("2026-11-01", elsewhere));
      await posed(daily("2026-11-02", elsewhere));
      const today = await posed(daily("2026-11-03", elsewhere));
      expect(await postedDailyBefore(elsewhere.place, "2026-11-03")).toBeUndefined();
      await posted(first.id, "discord:message:q/1", undefined);
      await posted(today.id, "discord:message:q/3", undefined);
      expect((await postedDailyBefore(elsewhere.place, "2026-11-03"))!.id).toBe(first.id);
      expect((await postedDailyBefore(elsewhere.place, "2026-11-04"))!.id).toBe(today.id);
      expect(await postedDailyBefore(place, "2026-11-01")).toBeUndefined();
    });

    test("an answer is recorded once for each event and once for each learner, even at the same moment", async () => {
      const { attempt: record, attemptsOn, countAttempts } = store().questions;
      const { id } = await posed(daily("2026-11-03"));
      const ada = "discord:learner:q-ada";
      const same = await Promise.all(
        Array.from({ length: 10 }, () => record(attempt(id, ada, { event: "same" }), consequences)),
      );
      expect(same.every(({ kind }) => kind === "recorded")).toBe(true);
      const others = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          record(attempt(id, ada, { event: `other-${i}`, outcome: "wrong", given: "8" }), consequences),
        ),
      );
      expect(others.every((each) => each.kind === "already" && each.attempt.given === "10")).toBe(true);
      expect(await countAttempts(id)).toBe(1);
      expect((await attemptsOn(id)).map(({ event }) => event)).toEqual(["same"]);
      const [skill] = await store().learners.skillsOf(ada);
      expect(skill!.record).toEqual({ times: 1 });
    });

    test("of many right answers at the same moment one is the first", async () => {
      const { attempt: record, attemptsOn } = store().questions;
      const { id } = await posed(daily("2026-11-04"));
      await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          record(attempt(id, `discord:learner:m${i}`, i < 5 ? { outcome: "wrong" } : {}), consequences),
        ),
      );
      const attempts = await attemptsOn(id);
      expect(attempts.filter(({ first }) => first).length).toBe(1);
      expect(attempts.map(({ points }) => points).toSorted()).toEqual([
        ...Array<number>(5).fill(0),
        ...Array<number>(14).fill(4),
        6,
      ]);
    });

    test("hints are counted, and cost their part of the points", async () => {
      const { takeHint, attempt: record } = store().questions;
      const { id } = await posed(daily("2026-11-05"));
      const bo = "discord:learner:q-bo";
      expect(await takeHint(id, bo, 2)).toBe(1);
      expect(await takeHint(id, bo, 2)).toBe(2);
      expect(await takeHint(id, bo, 2)).toBe(2);
      const recorded = await record(attempt(id, bo), consequences);
      expect(recorded).toMatchObject({ kind: "recorded", attempt: { hints: 2, points: 4, first: true } });
    });

    test("after the bell, and after it was closed, nothing is recorded", async () => {
      const { attempt: record, close, countAttempts } = store().questions;
      const { id } = await posed(daily("2026-11-06", { closesAt: seconds(10) }));
      const late = await record(attempt(id, "discord:learner:late", { at: seconds(10.5) }), consequences);
      expect(late).toEqual({ kind: "closed" });
      expect((await record(attempt(id, "discord:learner:just"), consequences)).kind).toBe("recorded");
      expect(await close(id, seconds(6))).toBe(true);
      expect((await record(attempt(id, "discord:learner:c"), consequences)).kind).toBe("closed");
      expect(await countAttempts(id)).toBe(1);
    });

    test("a question closes exactly once, whoever closes it", async () => {
      const { close, find, told } = store().questions;
      const { id } = await posed(daily("2026-11-07"));
      const closed = await Promise.all(Array.from({ length: 10 }, (_, i) => close(id, seconds(i))));
      expect(closed.filter(Boolean).length).toBe(1);
      await told(id, seconds(20));
      expect((await find(id))!.toldAt).toEqual(seconds(20));
    });

    test("votes to skip are counted once for each learner", async () => {
      const { voteToSkip } = store().questions;
      const { id } = await posed(daily("2026-11-08"));
      const [a, b] = ["discord:learner:a", "discord:learner:b"] as const;
      expect(await voteToSkip(id, a)).toEqual([a]);
      expect(await voteToSkip(id, a)).toEqual([a]);
      expect((await voteToSkip(id, b)).toSorted()).toEqual([a, b]);
    });

    test("practice is found again by its learner, the latest first", async () => {
      const { practisedBy } = store().questions;
      const learner = "discord:learner:q-dee";
      const first = await posed({ ...facts, purpose: "practice", learner });
      const second = await posed({ ...facts, purpose: "practice", learner, seed: 8 });
      expect((await practisedBy(learner, 5)).map(({ id }) => id)).toEqual([second.id, first.id]);
      expect((await practisedBy(learner, 1)).length).toBe(1);
    });

    test("standings hold those who want it, of this workspace, since a moment", async () => {
      const { rank, isRanked, standings, attempt: record } = store().questions;
      const [gus, hal] = ["discord:learner:gus", "discord:learner:hal"] as const;
      await store().learners.meet(gus, "Gus");
      await store().learners.meet(hal, "Hal");
      await rank(workspace, gus, true);
      await rank(workspace, gus, true);
      expect([await isRanked(workspace, gus), await isRanked(workspace, hal)]).toEqual([true, false]);
      const { id } = await posed(daily("2026-11-09"));
      const elsewhere = await posed({ ...daily("2026-11-09"), place: "discord:place:q/d" });
      const alone = await posed({ ...facts, purpose: "practice", learner: gus });
      for (const learner of [gus, hal]) await record(attempt(id, learner), consequences);
      await record(attempt(elsewhere.id, gus), consequences);
      await record(attempt(alone.id, gus), consequences);
      expect(await standings(workspace, undefined)).toEqual([
        { learner: gus, name: "Gus", points: 12, right: 2, mastered: 0 },
      ]);
      expect((await standings(workspace, undefined, place))[0]).toMatchObject({ points: 6, right: 1 });
      expect((await standings(workspace, seconds(60)))[0]).toMatchObject({ points: 0, right: 0 });
      expect(await standings("discord:place:other", undefined)).toEqual([]);
      await rank(workspace, gus, false);
      expect(await standings(workspace, undefined)).toEqual([]);
    });
  });

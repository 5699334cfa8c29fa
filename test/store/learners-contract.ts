import { describe, expect, test } from "vitest";
import type { LearnerId } from "../../src/identity.ts";
import type { NewAttempt } from "../../src/store/questions.ts";
import type { Store } from "../../src/store/store.ts";

const workspace = "discord:place:g" as const;
const later = new Date(Date.UTC(2027, 0, 1));

/** Answers a question of their own rightly, so that a skill has a record. */
const practise = async (
  { questions }: Store,
  learner: LearnerId,
  skill: string,
  dueAt: Date,
  event: string,
) => {
  const at = new Date(Date.UTC(2026, 10, 25));
  const facts = { workspace, place: workspace, kind: "norm", seed: 1, level: 1, openedAt: at };
  const posed = await questions.pose({ ...facts, purpose: "practice", learner });
  const attempt: NewAttempt = {
    question: posed!.id,
    learner,
    workspace,
    event,
    outcome: "right",
    given: "10",
    slips: [],
    seconds: 3,
    at,
  };
  await questions.attempt(attempt, {
    points: () => 4,
    skill,
    learn: () => ({ record: { of: learner }, dueAt, mastered: true }),
  });
};

export const learnersContract = (store: () => Store) =>
  describe("learners", () => {
    test("settings change one by one, and one is taken away", async () => {
      const { settingsOf, change } = store().learners;
      const ada = "discord:learner:ada";
      expect(await settingsOf(ada)).toEqual({});
      await change(ada, { zone: "Europe/Berlin", remindAt: 540 });
      await change(ada, { streak: true, remindAt: undefined });
      expect(await settingsOf(ada)).toEqual({ zone: "Europe/Berlin", streak: true });
    });

    test("how someone likes answers is kept, given out, carried over to a linked identity, and forgotten", async () => {
      const { learners, quizzes } = store();
      const [kim, other] = ["web:learner:kim", "slack:learner:t/kim"] as const;
      const likes = { notation: "decimals", digits: 6, language: "de", quiz: { rounds: 7 } } as const;
      await learners.change(kim, { ...likes, pictures: "dark" });
      await learners.change(kim, { pictures: undefined });
      await quizzes.changePlace("web:place:page/kim", { digits: 3 });
      await learners.change(other, { digits: 12 });
      expect(await learners.everythingAbout(kim)).toMatchObject({
        people: [{ settings: likes }],
        places: [{ id: "web:place:page/kim", workspace: "web:place:page", settings: { digits: 3 } }],
      });
      await learners.makeLinkCode(kim, "LIKES", later);
      await learners.link(other, "LIKES");
      expect(await learners.settingsOf(other)).toEqual(likes);
      await learners.forget(other);
      expect(await learners.settingsOf(kim)).toEqual({});
      expect(await quizzes.placeSettings("web:place:page/kim")).toEqual({});
    });

    test("two identities become one person by a code, which works once and for a while", async () => {
      const { learners } = store();
      const [discord, slack] = ["discord:learner:lin", "slack:learner:t/lin"] as const;
      await practise(store(), discord, "norm", new Date(Date.UTC(2026, 11, 1)), "l1");
      await practise(store(), slack, "norm", new Date(Date.UTC(2026, 11, 9)), "l2");
      await practise(store(), slack, "cosine", new Date(Date.UTC(2026, 11, 2)), "l3");
      await learners.makeLinkCode(discord, "OLD1", new Date(Date.UTC(2026, 0, 1)));
      expect(await learners.link(slack, "OLD1")).toBe("no-such-code");
      await learners.makeLinkCode(discord, "CODE1", later);
      expect(await learners.link(discord, "CODE1")).toBe("same-person");
      await learners.makeLinkCode(discord, "CODE2", later);
      expect(await learners.link(slack, "CODE2")).toBe("linked");
      expect(await learners.link("slack:learner:t/mallory", "CODE2")).toBe("no-such-code");
      const own = await learners.skillsOf(slack);
      expect(await learners.skillsOf(discord)).toEqual(own);
      expect(own.map(({ skill, record }) => [skill, record])).toEqual([
        ["cosine", { of: slack }],
        ["norm", { of: slack }],
      ]);
      expect((await learners.identitiesOf(slack)).toSorted()).toEqual([discord, slack].toSorted());
      expect((await store().questions.attemptsBy(discord, 10)).length).toBe(3);
    });

    test("who wants to be reminded and has something due; each reminder is noted once", async () => {
      const { change, toRemind, noteReminded } = store().learners;
      const [bea, cy] = ["discord:learner:bea", "discord:learner:cy"] as const;
      await practise(store(), bea, "norm", new Date(Date.UTC(2026, 11, 1)), "r1");
      await practise(store(), cy, "norm", new Date(Date.UTC(2026, 11, 1)), "r2");
      await change(bea, { remindAt: 600, zone: "Asia/Tokyo", remindVia: bea });
      const due = new Date(Date.UTC(2026, 11, 2));
      expect(await toRemind(new Date(Date.UTC(2026, 10, 30)))).toEqual([]);
      expect(await toRemind(due)).toEqual([
        { person: bea, via: bea, zone: "Asia/Tokyo", language: "en", remindAt: 600, due: 1 },
      ]);
      await change(bea, { remindIn: "de" });
      expect((await toRemind(due))[0]!.language).toBe("de");
      await change(bea, { language: "es" });
      expect((await toRemind(due))[0]!.language).toBe("es");
      await change(bea, { language: "auto" });
      expect((await toRemind(due))[0]!.language).toBe("de");
      expect(await noteReminded(bea, undefined, due)).toBe(true);
      expect(await noteReminded(bea, undefined, due)).toBe(false);
      expect((await toRemind(due))[0]!.remindedAt).toEqual(due);
      expect(await noteReminded(bea, due, later)).toBe(true);
    });

    test("everything is given out, and all of it is forgotten but what others' scores need", async () => {
      const { learners, questions, lessons } = store();
      const [eve, fay] = ["discord:learner:eve", "discord:learner:fay"] as const;
      const at = new Date(Date.UTC(2026, 10, 26));
      await learners.meet(eve, "Eve <@1>");
      await practise(store(), eve, "norm", later, "e1");
      await lessons.noteSeen(eve, "vector");
      await lessons.report(workspace, eve, { lesson: "vector", version: "1", clear: true });
      const daily = { workspace, place: workspace, kind: "norm", seed: 1, level: 1, openedAt: at };
      const shared = (await questions.pose({ ...daily, purpose: "daily", day: "2026-11-26" }))!;
      const answer = {
        question: shared.id,
        workspace,
        outcome: "right",
        given: "my words",
        slips: [],
        seconds: 1,
        at,
      } as const;
      const learning = {
        points: () => 4,
        skill: "norm",
        learn: () => ({ record: {}, dueAt: later, mastered: false }),
      };
      await questions.attempt({ ...answer, learner: eve, event: "e2" }, learning);
      await questions.attempt({ ...answer, learner: fay, event: "f2" }, learning);
      const all = JSON.stringify(await learners.everythingAbout(eve));
      for (const part of ["Eve <@1>", "my words", '"vector"', "e1", "norm"]) expect(all).toContain(part);
      expect(all).not.toContain(fay);
      await learners.forget(eve);
      const attempts = await questions.attemptsOn(shared.id);
      expect(attempts).toHaveLength(2);
      expect(JSON.stringify(attempts)).not.toMatch(/learner:eve|my words.*my words|"e2"/);
      expect(attempts.find(({ learner }) => learner === fay)!.given).toBe("my words");
      const left = await learners.everythingAbout(eve);
      expect(Object.values(left).every((rows) => (rows as unknown[]).length === 0)).toBe(true);
      expect(await lessons.seenBy(eve)).toEqual(new Set());
      expect(await questions.attemptsBy(eve, 10)).toEqual([]);
    });
  });

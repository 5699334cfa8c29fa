import { describe, expect, test } from "vitest";
import type { LearnerId } from "../../src/identity.ts";
import type { Learners } from "../../src/store/learners.ts";
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

/** Both sides agree to be one person. */
const linked = async (
  learners: Learners,
  owner: LearnerId,
  joiner: LearnerId,
  code: string,
): Promise<void> => {
  await learners.makeLinkCode(owner, code, later);
  await learners.findLinkCode(joiner, code);
  await learners.agreeToLink(joiner, code);
  expect((await learners.link(owner, code))?.learner).toBe(joiner);
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
      await linked(learners, kim, other, "LIKES");
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
      const none = { kind: "no-such-code" };
      await learners.makeLinkCode(discord, "OLD11111", new Date(Date.UTC(2026, 0, 1)));
      expect(await learners.findLinkCode(slack, "OLD11111")).toEqual(none);
      await learners.makeLinkCode(discord, "CODE1111", later);
      expect(await learners.findLinkCode(discord, "CODE1111")).toEqual({ kind: "same-person" });
      await linked(learners, discord, slack, "CODE2222");
      expect(await learners.findLinkCode("slack:learner:t/mallory", "CODE2222")).toEqual(none);
      const own = await learners.skillsOf(slack);
      expect(await learners.skillsOf(discord)).toEqual(own);
      expect(own.map(({ skill, record }) => [skill, record])).toEqual([
        ["cosine", { of: slack }],
        ["norm", { of: slack }],
      ]);
      expect((await learners.identitiesOf(slack)).toSorted()).toEqual([discord, slack].toSorted());
      expect((await store().questions.attemptsBy(discord, 10)).length).toBe(3);
    });

    test("a code links nobody before both have agreed, each once and in this order", async () => {
      const { learners } = store();
      const [owner, joiner, mallory] = [
        "discord:learner:li",
        "slack:learner:t/li",
        "slack:learner:t/ma",
      ] as const;
      await learners.meet(owner, "Li");
      await learners.makeLinkCode(owner, "BOTH1111", later);
      expect(await learners.link(owner, "BOTH1111")).toBeUndefined();
      expect(await learners.agreeToLink(joiner, "BOTH1111")).toBeUndefined();
      await learners.findLinkCode(joiner, "BOTH1111");
      expect(await learners.findLinkCode(mallory, "BOTH1111")).toEqual({ kind: "no-such-code" });
      expect(await learners.agreeToLink(mallory, "BOTH1111")).toBeUndefined();
      expect(await learners.link(owner, "BOTH1111")).toBeUndefined();
      expect(await learners.linkWaitingFor(owner)).toBeUndefined();
      expect(await learners.agreeToLink(joiner, "BOTH1111")).toEqual({ learner: owner, name: "Li" });
      expect(await learners.linkWaitingFor(owner)).toEqual({ code: "BOTH1111", joiner: { learner: joiner } });
      for (const other of [joiner, mallory]) expect(await learners.link(other, "BOTH1111")).toBeUndefined();
      expect(await learners.identitiesOf(owner)).toEqual([owner]);
      expect(await learners.link(owner, "BOTH1111")).toEqual({ learner: joiner });
      expect(await learners.identitiesOf(owner)).toEqual([owner, joiner]);
    });

    test("a code that was missed five times is void, and so is one that either side refuses", async () => {
      const { learners } = store();
      const [owner, joiner] = ["discord:learner:mo", "slack:learner:t/mo"] as const;
      await learners.makeLinkCode(owner, "MISS1111", later);
      for (const code of ["MISS1112", "MISS2", "MISS3", "MISS", "MISS11111", "miss1111", "OTHER111", "MISS%"])
        expect(await learners.findLinkCode(joiner, code)).toEqual({ kind: "no-such-code" });
      expect(await learners.findLinkCode(joiner, "MISS1111")).toMatchObject({ kind: "found" });
      await learners.findLinkCode(joiner, "MISS1113");
      expect(await learners.findLinkCode(joiner, "MISS1111")).toEqual({ kind: "no-such-code" });
      for (const refuses of [owner, joiner]) {
        await learners.makeLinkCode(owner, "NONO1111", later);
        await learners.findLinkCode(joiner, "NONO1111");
        expect(await learners.refuseLink("slack:learner:t/else", "NONO1111")).toBeUndefined();
        expect(await learners.refuseLink(refuses, "NONO1111")).toBe(refuses === owner ? joiner : owner);
        expect(await learners.findLinkCode(joiner, "NONO1111")).toEqual({ kind: "no-such-code" });
      }
    });

    test.each(["owner", "joiner"] as const)("a link is undone by its %s", async (by) => {
      const { learners } = store();
      const ids = { owner: `discord:learner:${by}1`, joiner: `slack:learner:t/${by}2` } as const;
      await practise(store(), ids.owner, "norm", later, `${by}u1`);
      await practise(store(), ids.joiner, "cosine", later, `${by}u2`);
      await learners.change(ids.joiner, { remindAt: 600, remindVia: ids.joiner, digits: 3 });
      await linked(learners, ids.owner, ids.joiner, `UNDO${by.toUpperCase()}`);
      const other = by === "owner" ? ids.joiner : ids.owner;
      expect(await learners.unlink(ids[by])).toEqual([other]);
      for (const id of Object.values(ids)) {
        expect(await learners.identitiesOf(id)).toEqual([id]);
        expect((await learners.skillsOf(id)).map(({ skill }) => skill)).toEqual(["cosine", "norm"]);
      }
      expect(await learners.settingsOf(ids.owner)).toEqual({ digits: 3 });
      expect(await learners.settingsOf(ids.joiner)).toEqual({
        digits: 3,
        remindAt: 600,
        remindVia: ids.joiner,
      });
      const { identities, attempts } = await learners.everythingAbout(ids.owner);
      expect(JSON.stringify([identities, attempts])).not.toContain(ids.joiner);
      await learners.forget(ids[by]);
      expect((await learners.skillsOf(other)).length).toBe(2);
      expect(await learners.unlink(other)).toEqual([]);
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

    test("a short guess is a miss of no code that begins with it", async () => {
      const { learners } = store();
      const [owner, joiner] = ["slack:learner:short/a", "discord:learner:short-b"] as const;
      await learners.makeLinkCode(owner, "QRST6789", new Date(Date.UTC(2030, 0, 1)));
      for (const guess of ["Q", "Q", "QR", "QRS", "QRST", "QRST"])
        expect(await learners.findLinkCode(joiner, guess)).toEqual({ kind: "no-such-code" });
      expect(await learners.findLinkCode(joiner, "QRST6789")).toMatchObject({ kind: "found" });
    });

    test("an export has no number of a cookie, which would let its reader in", async () => {
      const { learners, lessons, conversations } = store();
      const cookie = "0123456789abcdef0123456789abcdef";
      const visitor = `web:learner:${cookie}` as const;
      await learners.meet(visitor);
      await lessons.noteSeen(visitor, "vector");
      await conversations.meet(visitor);
      const all = JSON.stringify(await learners.everythingAbout(visitor));
      expect(all).not.toContain(cookie);
      expect(all).toContain("web:learner:012345…");
    });
  });

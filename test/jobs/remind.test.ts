import { beforeEach, describe, expect, test } from "vitest";
import type { LearnerId } from "../../src/identity.ts";
import { dueReminder, remindAll } from "../../src/jobs/remind.ts";
import { createLog } from "../../src/log.ts";
import { createRecording } from "../support/recording.ts";
import { shortStore } from "../support/store.ts";

const person = { person: "discord:learner:x", via: "discord:learner:x", language: "en", due: 1 } as const;

describe("the time of a reminder", () => {
  test.each([
    ["a minute early", "18:00", "2026-11-24T16:59:00Z", undefined, undefined],
    ["on the minute", "18:00", "2026-11-24T17:00:00Z", undefined, "2026-11-24T17:00:00Z"],
    ["two hours late", "18:00", "2026-11-24T19:00:00Z", undefined, "2026-11-24T17:00:00Z"],
    ["after a long outage, at night", "18:00", "2026-11-24T19:01:00Z", undefined, undefined],
    ["after midnight", "18:00", "2026-11-24T23:30:00Z", undefined, undefined],
    ["in summer, an hour earlier in UTC", "18:00", "2026-07-24T16:00:00Z", undefined, "2026-07-24T16:00:00Z"],
    ["again on the same day", "18:00", "2026-11-24T17:05:00Z", "2026-11-24T17:00:00Z", undefined],
    ["on the next day", "18:00", "2026-11-25T17:00:00Z", "2026-11-24T17:00:00Z", "2026-11-25T17:00:00Z"],
    ["in the last minutes of a day", "23:58", "2026-11-24T22:59:00Z", undefined, "2026-11-24T22:58:00Z"],
    [
      "of the last minutes of a day, on the next",
      "23:58",
      "2026-11-24T23:00:00Z",
      undefined,
      "2026-11-24T22:58:00Z",
    ],
    ["of the last minutes, again", "23:58", "2026-11-24T23:05:00Z", "2026-11-24T22:58:00Z", undefined],
    [
      "of the last minutes, a day later",
      "23:58",
      "2026-11-25T23:00:00Z",
      "2026-11-24T22:58:00Z",
      "2026-11-25T22:58:00Z",
    ],
  ])("%s", (_, at, now, remindedAt, due) => {
    const [hours = 0, minutes = 0] = at.split(":").map(Number);
    const given = {
      ...{ ...person, zone: "Europe/Berlin", remindAt: 60 * hours + minutes },
      ...(remindedAt && { remindedAt: new Date(remindedAt) }),
    };
    expect(dueReminder(given, new Date(now))).toEqual(due && new Date(due));
  });

  test("comes once a day, whenever it is set for, where it is looked for every five minutes", () => {
    const begin = Date.UTC(2026, 10, 24);
    for (const remindAt of [0, 1, 119, 120, 121, 540, 1_315, 1_320, 1_435, 1_436, 1_437, 1_438, 1_439]) {
      let remindedAt: Date | undefined;
      let count = 0;
      for (let tick = begin; tick < begin + 3 * 24 * 60 * 60_000; tick += 5 * 60_000) {
        const given = { ...person, zone: "UTC", remindAt, ...(remindedAt && { remindedAt }) };
        const due = dueReminder(given, new Date(tick));
        if (due === undefined) continue;
        remindedAt = due;
        count += 1;
      }
      // One that is set for the first two hours is a late one of the day before at the very first look.
      expect([3, 4], String(remindAt)).toContain(count);
    }
  });
});

describe("reminders", () => {
  const store = shortStore();
  let posting = createRecording();
  let learner: LearnerId = "slack:learner:T/U0";
  let count = 0;

  /** Someone who has answered a question, so that a skill is due at a moment. */
  beforeEach(async () => {
    posting = createRecording();
    count += 1;
    learner = `slack:learner:T/U${count}`;
  });

  const practised = async (dueAt: string, skill = "norm") => {
    const openedAt = new Date("2026-11-20T12:00:00Z");
    await store.learners.meet(learner, "Ada");
    const posed = await store.questions.pose({
      workspace: "slack:place:T",
      place: "slack:place:T/D1",
      purpose: "practice",
      learner,
      kind: skill,
      seed: 1,
      level: 1,
      openedAt,
    });
    await store.questions.attempt(
      {
        question: posed!.id,
        learner,
        workspace: "slack:place:T",
        event: `${learner}-${skill}`,
        outcome: "right",
        given: "5",
        slips: [],
        seconds: 5,
        at: openedAt,
      },
      { points: () => 0, skill, learn: () => ({ record: {}, dueAt: new Date(dueAt), mastered: false }) },
    );
  };
  const remindAt = (minutes: number | undefined, zone = "Europe/Berlin") =>
    store.learners.change(learner, { remindAt: minutes, remindVia: learner, zone });
  const at = (now: string) =>
    remindAll({ store, posting, now: () => new Date(now), log: createLog("silent") });
  const mine = () => posting.posts.filter(({ to }) => to === learner);

  test("one comes at the local hour, once a day, and can be stopped by its button", async () => {
    await practised("2026-11-21T12:00:00Z");
    await remindAt(18 * 60);
    await at("2026-11-24T16:55:00Z");
    expect(mine()).toEqual([]);
    await Promise.all([at("2026-11-24T17:00:00Z"), at("2026-11-24T17:00:00Z")]);
    await at("2026-11-24T17:05:00Z");
    expect(mine().map(({ reply }) => reply.title)).toEqual(["One skill is due for review"]);
    expect(mine()[0]!.choices.map(({ label, does }) => [label, does])).toEqual([
      ["Practise now", { command: "practice", options: {} }],
      ["No reminders any more", { command: "remind", options: { at: "off" } }],
    ]);
    await at("2026-11-25T17:00:00Z");
    expect(mine()).toHaveLength(2);
    expect(new Set(mine().map(({ key }) => key)).size).toBe(2);
    await remindAt(undefined);
    await at("2026-11-26T17:00:00Z");
    expect(mine()).toHaveLength(2);
  });

  test("none comes while nothing is due, and all that is due is counted", async () => {
    await practised("2026-11-25T12:00:00Z");
    await practised("2026-11-25T13:00:00Z", "cosine");
    await remindAt(18 * 60);
    await at("2026-11-24T17:00:00Z");
    expect(mine()).toEqual([]);
    await at("2026-11-25T17:00:00Z");
    expect(mine().map(({ reply }) => reply.title)).toEqual(["2 skills are due for review"]);
  });

  test("after a long outage none comes at night", async () => {
    await practised("2026-11-21T12:00:00Z");
    await remindAt(18 * 60);
    await at("2026-11-24T22:00:00Z");
    expect(mine()).toEqual([]);
  });

  test("two local days on one day of UTC are two reminders", async () => {
    await practised("2026-11-21T12:00:00Z");
    await remindAt(14 * 60, "Pacific/Auckland");
    await at("2026-11-24T01:00:00Z");
    await remindAt(8 * 60, "Pacific/Auckland");
    await at("2026-11-24T19:00:00Z");
    expect(new Set(mine().map(({ key }) => key)).size).toBe(2);
  });

  test("one that is refused does not keep the others from theirs", async () => {
    await practised("2026-11-21T12:00:00Z");
    await remindAt(18 * 60);
    const refusing = learner;
    posting.refusing.set(refusing, "forbidden");
    count += 1;
    learner = `slack:learner:T/U${count}`;
    await practised("2026-11-21T12:00:00Z");
    await remindAt(18 * 60);
    await at("2026-11-24T17:00:00Z");
    expect(mine()).toHaveLength(1);
  });
});

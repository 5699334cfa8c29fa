import { beforeEach, describe, expect, test } from "vitest";
import type { PlaceId } from "../../src/identity.ts";
import { postDaily } from "../../src/jobs/daily.ts";
import { createLog } from "../../src/log.ts";
import { PostRefused } from "../../src/posting.ts";
import { createRecording } from "../support/recording.ts";
import { shortStore } from "../support/store.ts";
import { latestPosed } from "../support/study.ts";

const store = shortStore();
const ada = "discord:learner:ada";
let posting = createRecording();
let ended: PlaceId[] = [];
let added: (readonly [object, Date | undefined])[] = [];
let place: PlaceId = "discord:place:s/c0";
let count = 0;

beforeEach(async () => {
  posting = createRecording();
  ended = [];
  added = [];
  count += 1;
  place = `discord:place:s/c${count}`;
  await store.quizzes.changePlace(place, {
    quiz: { rounds: 7 },
    daily: { minutes: 540, zone: "Europe/Berlin", topic: "norm" },
  });
});

const at = (now: string, draw = 7, day?: string) =>
  postDaily(
    place,
    {
      store,
      posting,
      jobs: {
        add: async (_, payload, moment) => void added.push([payload, moment]),
        everyDay: async () => undefined,
        noLonger: async (given) => void ended.push(given),
      },
      now: () => new Date(now),
      draw: () => draw,
      log: createLog("silent"),
    },
    day,
  );

const answers = async (outcome: "right" | "wrong", given: string) => {
  const { kept } = await latestPosed(store);
  await store.learners.meet(ada, "Ada");
  await store.questions.attempt(
    {
      question: kept.id,
      learner: ada,
      workspace: "discord:place:s",
      event: `event-${kept.id}`,
      outcome,
      given,
      slips: [],
      seconds: 5,
      at: new Date(kept.openedAt.getTime() + 5_000),
    },
    {
      points: () => 4,
      skill: "norm",
      learn: () => ({ record: {}, dueAt: kept.openedAt, mastered: false }),
    },
  );
};

describe("the question of the day", () => {
  test("comes once a day, however often its job is done", async () => {
    await at("2026-11-24T08:00:00Z");
    await at("2026-11-24T08:00:05Z");
    await Promise.all([at("2026-11-24T20:00:00Z"), at("2026-11-24T20:00:00Z")]);
    expect(posting.posts).toHaveLength(1);
    expect(posting.posts[0]!.text).toContain("Question of the day: norm");
    expect(posting.posts[0]!.text).not.toContain("Last time");
    await at("2026-11-25T08:00:00Z");
    expect(posting.posts).toHaveLength(2);
    expect(new Set(posting.posts.map(({ key }) => key)).size).toBe(2);
  });

  test("a day begins where the zone has its midnight", async () => {
    await at("2026-11-24T22:59:00Z");
    await at("2026-11-24T23:01:00Z");
    expect(posting.posts).toHaveLength(2);
  });

  test("brings the result of the one before, which closes", async () => {
    await at("2026-11-24T08:00:00Z");
    const { kept: first, right } = await latestPosed(store);
    await answers("right", right);
    await at("2026-11-25T08:00:00Z", 8);
    const [, second] = posting.posts;
    expect(second!.text).toContain(`Last time: the answer was ${right}`);
    expect(second!.text).toContain("Right, 1 of 1: Ada.");
    expect(second!.choices.find(({ label }) => label === "Last working")?.does.options).toEqual({
      question: first.id,
    });
    expect((await store.questions.find(first.id))!.closedAt).toEqual(new Date("2026-11-25T08:00:00Z"));
    expect((await store.questions.find(first.id))!.toldAt).toEqual(new Date("2026-11-25T08:00:00Z"));
    await at("2026-11-26T08:00:00Z", 9);
    expect(posting.posts[2]!.text).toContain("Nobody answered");
  });

  test("is another kind than the day before, and harder where all were right", async () => {
    await at("2026-11-24T08:00:00Z");
    const { kept: first, right } = await latestPosed(store);
    await answers("right", right);
    await at("2026-11-25T08:00:00Z");
    const { kept: second } = await latestPosed(store);
    expect(second.level).toBe(first.level + 1);
    expect([second.kind, second.seed]).not.toEqual([first.kind, first.seed]);
  });

  test("one that failed to be posted is posted by the next try, as the same question", async () => {
    posting.refusing.set(place, "fails");
    await expect(at("2026-11-24T08:00:00Z")).rejects.toThrow("The line is down");
    const { kept } = await latestPosed(store);
    posting.refusing.clear();
    await at("2026-11-24T08:00:02Z", 99);
    expect(posting.posts.map(({ key }) => key)).toEqual([`daily-${kept.id}`]);
    expect(ended).toEqual([]);
  });

  test("one that is posted by a later try brings the result of the one before all the same, once", async () => {
    await at("2026-11-24T08:00:00Z");
    const { kept: first, right } = await latestPosed(store);
    await answers("right", right);
    posting.refusing.set(place, "fails");
    await expect(at("2026-11-25T08:00:00Z", 8)).rejects.toThrow("The line is down");
    expect((await store.questions.find(first.id))!.toldAt).toBeUndefined();
    posting.refusing.clear();
    await at("2026-11-25T08:00:02Z", 99);
    await at("2026-11-25T08:00:04Z", 99);
    expect(posting.posts).toHaveLength(2);
    expect(posting.posts[1]!.text).toContain(`Last time: the answer was ${right}`);
    expect(posting.posts[1]!.text).toContain("Right, 1 of 1: Ada.");
    const told = (await store.questions.find(first.id))!;
    expect(told.closedAt).toEqual(new Date("2026-11-25T08:00:00Z"));
    expect(told.toldAt).toEqual(new Date("2026-11-25T08:00:02Z"));
  });

  test("after a day on which none could be posted, the last one that was brings its result", async () => {
    await at("2026-11-24T08:00:00Z");
    const { right } = await latestPosed(store);
    await answers("right", right);
    posting.refusing.set(place, "fails");
    await expect(at("2026-11-25T08:00:00Z", 8)).rejects.toThrow("The line is down");
    posting.refusing.clear();
    await at("2026-11-26T08:00:00Z", 9);
    expect(posting.posts).toHaveLength(2);
    expect(posting.posts[1]!.text).toContain(`Last time: the answer was ${right}`);
    expect(posting.posts[1]!.text).toContain("Right, 1 of 1: Ada.");
  });

  describe("where the bot may not write any more", () => {
    const dailyHere = async () => ((await store.quizzes.placeSettings(place)) as { daily?: unknown }).daily;

    beforeEach(async () => {
      await store.quizzes.changePlace(place, { daily: { minutes: 540, zone: "UTC", by: ada } });
      posting.refusing.set(place, "forbidden");
    });

    test("it is tried again an hour later, and who set it is told once", async () => {
      await expect(at("2026-11-24T09:00:00Z")).rejects.toThrow(PostRefused);
      expect(added).toEqual([[{ place, day: "2026-11-24" }, new Date("2026-11-24T10:00:00Z")]]);
      await expect(at("2026-11-24T10:00:00Z")).rejects.toThrow(PostRefused);
      expect(posting.posts).toMatchObject([
        { to: ada, text: expect.stringContaining("every hour for a day") },
      ]);
      expect(ended).toEqual([]);
      expect(await dailyHere()).toMatchObject({ minutes: 540, by: ada });
    });

    test("it comes as soon as the bot may write, also after midnight, and counts for its own day", async () => {
      await expect(at("2026-11-24T23:00:00Z")).rejects.toThrow(PostRefused);
      const { kept } = await latestPosed(store);
      posting.refusing.clear();
      await at("2026-11-25T00:00:00Z", 7, "2026-11-24");
      expect(posting.posts.at(-1)).toMatchObject({ to: place, key: `daily-${kept.id}` });
      expect(await dailyHere()).toEqual({ minutes: 540, zone: "UTC", by: ada });
      await at("2026-11-25T23:00:00Z", 8);
      expect(posting.posts.filter(({ to }) => to === place)).toHaveLength(2);
    });

    test("after a day it ends, and who set it is told", async () => {
      await expect(at("2026-11-24T09:00:00Z")).rejects.toThrow(PostRefused);
      await expect(at("2026-11-25T09:00:00Z")).rejects.toThrow(PostRefused);
      expect(ended).toEqual([place]);
      expect(await dailyHere()).toBeUndefined();
      expect(posting.posts.map(({ to }) => to)).toEqual([ada, ada]);
      expect(posting.posts[1]!.text).toContain("No daily question any more");
    });

    test("where the place is gone it ends at once, and who set it is told", async () => {
      posting.refusing.set(place, "gone");
      await expect(at("2026-11-24T09:00:00Z")).rejects.toThrow(PostRefused);
      expect(ended).toEqual([place]);
      expect(posting.posts).toMatchObject([{ to: ada, text: expect.stringContaining("is gone") }]);
    });
  });

  test("a place that has none set any more loses its job", async () => {
    await store.quizzes.changePlace(place, { daily: undefined });
    await at("2026-11-24T08:00:00Z");
    expect(ended).toEqual([place]);
    expect(posting.posts).toEqual([]);
  });
});

import { expect, test } from "vitest";
import type { PlaceId } from "../../src/identity.ts";
import { createClock } from "../support/clock.ts";
import { createRecording } from "../support/recording.ts";
import { openEmpty } from "../support/store.ts";
import { openStudy } from "../support/tutor.ts";

const place: PlaceId = "slack:place:T01TEAM/C01MATHS";

test("a quiz goes on while the edit that shows its question as closed is held up", async () => {
  const clock = createClock();
  const posting = createRecording();
  const study = await openStudy({
    opened: await openEmpty(clock.now),
    now: clock.now,
    posting: { ...posting, edit: () => new Promise(() => undefined) },
  });
  const { quizzes, questions } = study.store;
  const settings = {
    ...{ skills: ["norm" as const], rounds: 5, seconds: 10 },
    ...{ mode: "together" as const, seed: 1, alone: false },
  };
  const quiz = await quizzes.start({
    ...{ workspace: "slack:place:T01TEAM", place, starter: "slack:learner:T01TEAM/U01ADA" },
    ...{ settings, startedAt: clock.now() },
  });
  await study.quizMaster.advance(quiz!.id);
  clock.later(11);
  await study.quizMaster.advance(quiz!.id);
  clock.later(9);
  await study.quizMaster.advance(quiz!.id);
  expect((await questions.ofQuiz(quiz!.id)).map(({ number }) => number)).toEqual([1, 2]);
  expect(posting.posts.map(({ text }) => /Question \d|Solution \d/.exec(text)?.[0])).toEqual([
    "Question 1",
    "Solution 1",
    "Question 2",
  ]);
  await study.close();
});

test("five hundred quizzes of one workspace are taken up side by side", async () => {
  const count = 500;
  const clock = createClock();
  const posting = createRecording();
  const asked = Promise.withResolvers<void>();
  let posts = 0;
  const study = await openStudy({
    opened: await openEmpty(clock.now),
    now: clock.now,
    posting: {
      ...posting,
      // Nothing is posted before every quiz has something to post.
      post: async (...post) => {
        posts += 1;
        if (posts === count) asked.resolve();
        await asked.promise;
        return posting.post(...post);
      },
    },
  });
  const settings = {
    ...{ skills: ["norm" as const], rounds: 5, seconds: 10 },
    ...{ mode: "together" as const, seed: 1, alone: false },
  };
  for (let channel = 0; channel < count; channel += 1)
    await study.store.quizzes.start({
      ...{ workspace: "slack:place:T01TEAM", place: `slack:place:T01TEAM/C${channel}` },
      ...{ starter: "slack:learner:T01TEAM/U01ADA", settings, startedAt: clock.now() },
    });
  await study.quizMaster.recover();
  expect(new Set(posting.posts.map(({ to }) => to)).size).toBe(count);
  await study.close();
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { typedAs } from "../../src/commands/usage.ts";
import { skills } from "../../src/tutor/skill.ts";
import { latestPosed, openStudySurface, type StudySurface, typedRight } from "../support/study.ts";
import { type Read, surfaces } from "../support/surfaces.ts";

/** Without spaces and line ends, and with one sign for the dot. */
const bare = (text: string): string => text.replace(/[\s\u2062]/g, "").replaceAll("⋅", "·");

const reads = ({ text }: Read, what: string) => expect(bare(text)).toContain(bare(what));

/** Surfaces on which others are there, too. */
const shared = new Set(["discord", "slack"]);

describe.each(Object.entries(surfaces))("on %s", (name, open) => {
  const isClass = shared.has(name);
  let study: StudySurface;
  beforeAll(async () => {
    study = await openStudySurface(open);
  });
  afterAll(() => study.close());

  const type: StudySurface["surface"]["type"] = (...typed) => study.surface.type(...typed);
  const posed = () => latestPosed(study.store);
  const question = (number: number) => study.untilPosted(`Question ${number} of 5`, "closed");

  /** What becomes of an answer: before the bell a class is told nothing. */
  const isTaken = (read: Read, verdict: string) => {
    if (!isClass) return reads(read, verdict);
    reads(read, "Your answer is in");
    expect(read.ephemeral).toBe(true);
    expect(read.text).not.toMatch(/right|quite|points|rounding/i);
    return undefined;
  };

  test("a quiz is played to its scoreboard by buttons, by a form and by /answer", async () => {
    const started = await type("quiz", "start topic:norm rounds:5 seconds:20");
    reads(started, "Your quiz has begun");
    if (isClass) expect(started.ephemeral).toBe(true);
    const first = await question(1);
    reads(first, "5 questions on norm");
    isTaken(await first.press((await posed()).right), "Right: 4 points");

    const second = await question(2);
    isTaken(await second.press("Type an answer…", typedRight((await posed()).question)), "Right: 4 points");

    await question(3);
    isTaken(await type("answer", typedRight((await posed()).question)), "Right: 4 points");

    const fourth = await question(4);
    const hint = await fourth.press("Hint");
    reads(hint, "Hint 1 of");
    reads(await hint.press("Another hint"), "Hint 2 of");
    if (isClass) reads(await type("working", ""), "Not yet");
    const { wrong } = await posed();
    isTaken(await fourth.press(wrong), "Not quite");
    const again = await fourth.press((await posed()).right);
    reads(again, "You have answered already");

    const fifth = await question(5);
    if (isClass) reads(await fifth.press("Skip"), "Press Skip again");
    study.clock.later(7);
    reads(await fifth.press("Skip"), "Skipped");
    const late = await fifth.press("Hint");
    reads(late, "The bell has rung");
    const over = await study.untilPosted("The quiz is over");
    reads(over, "3/5");
    expect(over.text).toContain("12");
    expect(over.buttons).toEqual(expect.arrayContaining(["Another quiz", "Leaderboard"]));
    const solutions = (await study.surface.posts()).filter(({ text }) => /Solution \d/.test(text));
    expect(solutions).toHaveLength(isClass ? 5 : 1);
    reads(await solutions.at(-1)!.press("Why?"), "The working");
    reads(await type("quiz", "stop"), "No quiz is under way here");
  });

  test("a quiz is paused, goes on, and is stopped", async () => {
    await type("quiz", "start topic:norm rounds:5 seconds:0");
    const opened = await question(1);
    reads(await type("quiz", "start"), "A quiz is under way here");
    const paused = await type("quiz", "pause");
    reads(paused, "The quiz is paused");
    reads(await type("quiz", "start"), "A quiz is paused here");
    reads(await type("quiz", "skip"), "A quiz is paused here");
    reads(await paused.press("Go on"), "The quiz goes on");
    const again = await question(1);
    const stopped = await again.press("Stop");
    if (isClass) reads(stopped, "End the quiz?");
    if (isClass) reads(await stopped.press("Yes, end it"), "The quiz is over");
    else reads(stopped, "The quiz was stopped");
    if (isClass) await study.untilPosted("The quiz was stopped");
    reads(await opened.press("Skip"), "No quiz is under way here");
    reads(await type("quiz", "skip"), "No quiz is under way here");
  });

  test("practice goes on from question to question", async () => {
    const first = await type("practice", "dot product");
    reads(first, "Dot product: as you wished");
    reads(first, "One like it, worked out");
    if (isClass) expect(first.ephemeral).toBe(true);
    reads(await first.press("Hint"), "Hint 1 of");
    const right = await first.press((await posed()).right);
    reads(right, "Right");
    reads(await right.press("Full working"), "The working");
    const next = await right.press("Next question");
    const [slip] = (await posed()).slips;
    const { wrong } = await posed();
    const verdict = await next.press(slip?.label ?? wrong);
    reads(verdict, "Not quite");
    if (slip !== undefined) reads(verdict, slip.title);
    reads(await verdict.press("My progress"), "Your progress");
  });

  test("a first question on any skill comes, also where there is none like it to show", async () => {
    for (const skill of skills) {
      const asked = await type("practice", skill);
      reads(asked, "as you wished");
      expect(asked.buttons).toContain((await posed()).right);
    }
  });

  test("a wrong answer names its slip", async () => {
    for (let tries = 0; tries < 12; tries += 1) {
      const asked = await type("practice", "norm");
      const [slip] = (await posed()).slips;
      if (slip === undefined) continue;
      reads(await asked.press(slip.label), slip.title);
      reads(await type("working", ""), "The working");
      return;
    }
    throw new Error("No question with a slip of its own came");
  });

  test("an answer that was given already offers the way on", async () => {
    const asked = await type("practice", "norm");
    const { right } = await posed();
    await asked.press(right);
    const again = await type("answer", right);
    reads(again, "You have answered already");
    reads(await again.press("Next question"), ":");
  });

  test("progress is a table, and days in a row are counted where one wishes", async () => {
    const progress = await type("progress", "");
    reads(progress, "skill");
    reads(progress, "Norm");
    expect(progress.text).not.toContain("Days in a row");
    const counted = await progress.press("Count my days in a row");
    reads(counted, "Days in a row: 1.");
    expect((await counted.press("Do not count days")).text).not.toContain("Days in a row");
    reads(await type("progress", "on"), "Days in a row: 1.");
  });

  test("the leaderboard shows who joins, and nobody who has left", async () => {
    reads(await type("leaderboard", "show"), "Nobody is on it yet");
    const joined = await type("leaderboard", "join");
    reads(joined, "You are on the leaderboards here");
    if (isClass) expect(joined.ephemeral).toBe(true);
    const shown = await type("leaderboard", "show");
    reads(shown, "12");
    reads(await shown.press("By mastery"), "By mastery");
    reads(await type("leaderboard", "show of:server period:ever"), "12");
    reads(await shown.press("Leave"), "You are off the leaderboards here");
    reads(await type("leaderboard", "show"), "Nobody is on it yet");
  });

  test("a reminder is set with a time and a zone, and taken away", async () => {
    const set = await type("remind", "6:30pm zone:Europe/Berlin");
    reads(set, "Reminders at 18:30");
    reads(set, "Europe/Berlin");
    reads(await type("remind", "7:15"), "07:15 (Europe/Berlin)");
    reads(await type("remind", "at:8:45"), "08:45 (Europe/Berlin)");
    reads(await set.press("No reminders any more"), "No reminders any more");
    reads(await type("remind", "off"), "No reminders any more");
  });

  test("what quizzes are set to is shown", async () => {
    const settings = await type("quiz", "settings");
    reads(settings, "10 questions on a bit of everything");
    if (isClass) {
      const refused = await type("quiz", "settings rounds:7");
      reads(refused, "for those who manage the channel");
      expect(refused.ephemeral).toBe(true);
      reads(await type("quiz", "daily at:9:00"), "those who manage the channel");
    } else {
      reads(await type("quiz", "settings rounds:7 mode:race"), "7 questions");
      reads(await type("quiz", "settings"), "at your own pace");
      reads(await type("quiz", "daily at:7:30 zone:Asia/Tokyo topic:norm"), "A question a day at 07:30");
      reads(await type("quiz", "daily"), "07:30 (Asia/Tokyo)");
      reads(await type("quiz", "daily at:off"), "No daily question any more");
    }
  });

  test.each([
    [
      "quiz",
      "start seconds:5",
      "10 to 120, or 0 for no bell",
      "/quiz start topic:cosine rounds:5 seconds:20",
    ],
    ["quiz", "start rounds:3", "a whole number from 5 to 50", "/quiz start topic:cosine rounds:5 seconds:20"],
    ["quiz", "start topic:fermat", "a topic such as Dot product", "/quiz start topic:cosine rounds:5"],
    ["quiz", "start mode:chess", "together or race", "/quiz start"],
    ["practice", "fermat", "found nothing that fits", "/practice"],
    ["remind", "25:00", "a time such as 18:00, or off", "/remind 18:00"],
    ["remind", "tomorrow", "a time such as 18:00, or off", "/remind 18:00"],
    [
      "remind",
      "18:00 zone:Mars/Olympus",
      "a time zone such as Europe/Berlin",
      "/remind 18:00 zone:Europe/Berlin",
    ],
    ["progress", "maybe", "on or off", "/progress"],
    ["leaderboard", "show by:luck", "points or mastery", "/leaderboard show"],
    ["link", "WRONG123", "mistyped, used already, or older than 10 minutes", "/link"],
    ["data", "delete confirm:perhaps", "no or yes", "/data"],
  ])("/%s %s is told what is amiss, to the asker alone", async (command, typed, told, example) => {
    // Discord lets nobody type what is none of the values.
    if (name.startsWith("discord") && /chess|maybe|luck|perhaps/.test(typed)) return;
    const read = await type(command, typed);
    reads(read, told);
    reads(read, example.replace("/remind", typedAs(name === "slack" ? "slack" : "discord", "remind")));
    if (isClass) expect(read.ephemeral).toBe(true);
  });

  test.each([
    ["banana", "The answer is one number, such as 10"],
    ["x", "The answer is one number, such as 10"],
    ["1,2,3", "The answer is one number, such as 10"],
    ["3 4", "The answer is one number, such as 10"],
    ["", "your answer, such as 10"],
    ["1/0", "The answer is one number, such as 10"],
  ])("the answer “%s” to a question for a number does not count", async (typed, told) => {
    const asked = await type("practice", "dot product");
    const { kept, right } = await posed();
    const read = await type("answer", typed);
    reads(read, told);
    expect(read.text).not.toContain("component of the 1st vector");
    if (isClass) expect(read.ephemeral).toBe(true);
    expect(await study.store.questions.countAttempts(kept.id)).toBe(0);
    reads(await asked.press(right), "Right");
  });

  test("a typed answer in a form that is none leaves the question as it is", async () => {
    const asked = await type("practice", "dot product");
    reads(await asked.press("Type an answer…", "banana"), "The answer is one number");
    const { kept } = await posed();
    expect(await study.store.questions.countAttempts(kept.id)).toBe(0);
  });

  test("all data are exported as a file, and deleted after a question", async () => {
    const read = await type("data", "export");
    if (isClass) expect(read.ephemeral).toBe(true);
    const file = read.files.at(-1);
    expect(file!.name).toMatch(/^dot-tutor-\d{4}-\d\d-\d\d\.json$/);
    const everything = JSON.parse(file!.text) as { attempts: { learner: string }[]; skills: unknown[] };
    expect(everything.attempts.length).toBeGreaterThan(3);
    expect(new Set(everything.attempts.map(({ learner }) => learner)).size).toBe(1);
    expect(everything.skills.length).toBeGreaterThan(0);
    const asked = await type("data", "delete");
    reads(asked, "It cannot be undone");
    reads(await asked.press("Yes, delete it"), "It is deleted");
    reads(await type("progress", ""), "Nothing yet");
    const after = JSON.parse((await type("data", "export")).files.at(-1)?.text ?? "{}") as typeof everything;
    expect(after.attempts ?? []).toEqual([]);
  });
});

import { afterEach, describe, expect, test } from "vitest";
import { createClock } from "../support/clock.ts";
import { administrator, moderator } from "../support/discord/payloads.ts";
import { see as seeOnDiscord } from "../support/discord/see.ts";
import { openStage as openDiscordStage } from "../support/discord/stage.ts";
import { see as seeOnSlack } from "../support/slack/see.ts";
import { openStage as openSlackStage } from "../support/slack/stage.ts";
import { openEmpty } from "../support/store.ts";
import { latestPosed } from "../support/study.ts";
import { openStudy, type Study } from "../support/tutor.ts";

const ben = "200000000000000002";
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const openClass = async () => {
  const clock = createClock();
  const study = await openStudy({ opened: await openEmpty(clock.now), now: clock.now });
  closing.push(study.close);
  return { clock, study };
};

const onDiscord = async (study: Study) => {
  const stage = await openDiscordStage(study.tutor);
  study.platforms.push(stage.platform);
  closing.push(async () => {
    await stage.close();
    expect(stage.server.world.violations).toEqual([]);
  });
  const posts = () =>
    stage.server.world.messages
      .filter(({ by, answers, interaction }) => by === stage.server.world.ids.bot && !answers && !interaction)
      .map(seeOnDiscord);
  return { ...stage, posts };
};

const onSlack = async (study: Study) => {
  const stage = await openSlackStage("socket", study.tutor);
  study.platforms.push(stage.slack);
  closing.push(async () => {
    await stage.close();
    expect(stage.server.workspace.violations).toEqual([]);
  });
  return stage;
};

describe("a class on Discord", () => {
  test("is told nothing before the bell, and everything after it", async () => {
    const { clock, study } = await openClass();
    const stage = await onDiscord(study);
    const other = stage.anotherLearner(ben);
    await stage.learner.slash("quiz", "start topic:norm rounds:5 seconds:20");
    const question = stage.posts().at(-1)!;
    const { right, wrong, kept } = await latestPosed(study.store);
    const [hers] = await stage.learner.press(right, question);
    const [his] = await other.press(wrong, question);
    for (const noted of [hers!, his!]) {
      expect(noted.ephemeral).toBe(true);
      expect(noted.text).toContain("Your answer is in");
      expect(noted.text).not.toMatch(/\bright\b|quite|points?\b|slip/i);
      expect(noted.buttons).toEqual([]);
    }
    await stage.anotherLearner("200000000000000004").press(wrong, question);
    // Both replies read the same but for what was answered.
    expect(hers!.text.replace(right, "…")).toBe(his!.text.replace(wrong, "…"));
    expect((await other.slash("working", ""))[0]!.text).toContain("Not yet");
    expect((await other.pressCode(`1["working",{"question":${kept.id}}]`, question))[0]!.text).toContain(
      "Not yet",
    );
    clock.later(21);
    const [late] = await stage.anotherLearner("200000000000000003").press(right, question);
    expect(late!.text).toContain("The bell has rung");
    expect(late!.ephemeral).toBe(true);
    await study.quizMaster.recover();
    const solution = stage.posts().at(-1)!;
    expect(solution.text).toContain("Right, 1 of 3:");
    expect(solution.text).toContain(`2 × ${wrong}`);
    expect(
      seeOnDiscord(stage.server.world.messages.find(({ id }) => id === question.message.id)!).buttons,
    ).toEqual([]);
    expect((await other.press("Why?", solution))[0]!.text).toContain("The working");
  });

  test("in a race each is told at once, the first right answer wins more, and no button leads nowhere", async () => {
    const { study } = await openClass();
    const stage = await onDiscord(study);
    await stage.learner.slash("quiz", "start topic:norm rounds:5 seconds:20 mode:race");
    const question = stage.posts().at(-1)!;
    const { right, wrong } = await latestPosed(study.store);
    const [first] = await stage.learner.press(right, question);
    expect(first!.text).toContain("Right: 6 points");
    expect(first!.ephemeral).toBe(true);
    expect(first!.buttons).toEqual([]);
    const [second] = await stage.anotherLearner(ben).press(right, question);
    expect(second!.text).toContain("Right: 4 points");
    const [third] = await stage.anotherLearner("200000000000000003").press(wrong, question);
    expect(third!.text).toContain("Not quite");
  });

  test("whoever did not start a quiz may skip, and stop only where they manage the channel", async () => {
    const { study } = await openClass();
    const stage = await onDiscord(study);
    await stage.learner.slash("quiz", "start topic:norm rounds:5 seconds:0");
    const question = stage.posts().at(-1)!;
    const { right } = await latestPosed(study.store);
    await stage.learner.press(right, question);
    const other = stage.anotherLearner(ben);
    for (const action of ["stop", "pause"]) {
      const [refused] = await other.slash("quiz", action);
      expect(refused!.text).toContain("whoever started the quiz");
      expect(refused!.ephemeral).toBe(true);
    }
    const [pressed] = await other.press("Stop", question);
    expect(pressed!.text).toContain("whoever started the quiz");
    expect(pressed!.ephemeral).toBe(true);
    const [started] = await other.slash("quiz", "start");
    expect(started!.text).toContain("A quiz is under way here");
    expect(started!.ephemeral).toBe(true);
    const [asked] = await stage.anotherLearner(moderator).press("Stop", question);
    expect(asked!.text).toContain("End the quiz?");
    expect(asked!.ephemeral).toBe(true);
    expect((await other.slash("quiz", "stop confirm:yes"))[0]!.text).toContain("whoever started the quiz");
    const [over] = await stage.anotherLearner(moderator).press("Yes, end it", asked!);
    expect(over!.text).toContain("The quiz is over");
    expect(over!.ephemeral).toBe(true);
    expect(stage.posts().at(-1)!.text).toContain("The quiz was stopped");
  });

  test("who takes no part skips nothing, and who does skips nothing that nobody had time to read", async () => {
    const { clock, study } = await openClass();
    const stage = await onDiscord(study);
    await stage.learner.slash("quiz", "start topic:norm rounds:5 seconds:30");
    const question = stage.posts().at(-1)!;
    const { right, wrong, kept } = await latestPosed(study.store);
    const [troll, friend] = [stage.anotherLearner(ben), stage.anotherLearner("200000000000000003")];
    const isOpen = async () => (await study.store.questions.find(kept.id))?.closedAt === undefined;
    const skips = async (who: typeof troll) => (await who.press("Skip", question))[0]!;
    const refused = await skips(troll);
    expect(refused.text).toContain("Skip is for those who take part");
    expect(refused.ephemeral).toBe(true);
    expect((await skips(stage.learner)).text).toContain("Press Skip again in 10 seconds");
    await troll.press(wrong, question);
    expect((await skips(troll)).text).toMatch(/Press Skip again in \d+ seconds/);
    clock.later(10);
    expect((await skips(troll)).text).toContain("1 of 2 votes");
    await friend.press(right, question);
    expect(await isOpen()).toBe(true);
    expect((await skips(friend)).text).toContain("Skipped");
    expect(await isOpen()).toBe(false);
  });

  test.each([
    ["one", [false]],
    ["two", [true, false]],
    ["two", [false, false]],
  ] as const)("where %s took part, nobody's wrong answer is told to be theirs", async (_, answers) => {
    const { clock, study } = await openClass();
    const stage = await onDiscord(study);
    await stage.learner.slash("quiz", "start topic:norm rounds:5 seconds:20");
    const question = stage.posts().at(-1)!;
    const { question: asked, right, wrong } = await latestPosed(study.store);
    for (const [at, isRight] of answers.entries())
      await stage.anotherLearner(`20000000000000000${at + 2}`).press(isRight ? right : wrong, question);
    clock.later(21);
    await study.quizMaster.recover();
    const solution = stage.posts().find(({ text }) => text.includes("Solution 1"))!;
    expect(solution.text).toContain(`Answered: ${answers.length}.`);
    expect(solution.text).not.toMatch(/×|not right|None of|Right, /);
    expect(solution.text).not.toMatch(/learner0\d/);
    for (const { title } of asked.slips) expect(solution.text).not.toContain(title);
  });

  test("half of those who take part must want to skip", async () => {
    const { study } = await openClass();
    const stage = await onDiscord(study);
    await stage.learner.slash("quiz", "start topic:norm rounds:5 seconds:0");
    const question = stage.posts().at(-1)!;
    const { right } = await latestPosed(study.store);
    const people = [stage.learner, stage.anotherLearner(ben), stage.anotherLearner("200000000000000003")];
    for (const person of people) await person.press(right, question);
    expect((await people[0]!.press("Skip", question))[0]!.text).toContain("1 of 2 votes");
    expect((await people[0]!.press("Skip", question))[0]!.text).toContain("1 of 2 votes");
    expect((await people[1]!.press("Skip", question))[0]!.text).toContain("Skipped");
  });

  test("nobody reaches a question of another channel, another server or another learner", async () => {
    const { study } = await openClass();
    const stage = await onDiscord(study);
    await stage.learner.slash("quiz", "start topic:norm rounds:5 seconds:0");
    const quizQuestion = (await latestPosed(study.store)).kept.id;
    const [practice] = await stage.learner.slash("practice", "norm");
    const practised = (await latestPosed(study.store)).kept.id;
    const slack = await onSlack(study);
    const [anywhere] = await slack.learner.slash("help");
    const direct = stage.anotherLearner(ben, "direct");
    for (const command of ["answer", "hint", "working"]) {
      const code = (id: number) =>
        `1["${command}",{"question":${id}${command === "answer" ? ',"option":1' : ""}}]`;
      const told = [
        (await direct.pressCode(code(quizQuestion), practice!))[0]!,
        (await stage.anotherLearner(ben).pressCode(code(practised), practice!))[0]!,
        (
          await slack.learner.slash(
            command,
            command === "answer" ? `question:${quizQuestion} option:1` : `${quizQuestion}`,
          )
        )[0]!,
        (await stage.learner.pressCode(code(9_999), practice!))[0]!,
      ];
      for (const { text } of told) expect(text).toContain("No question is open here");
    }
    expect(anywhere).toBeDefined();
    expect(await study.store.questions.countAttempts(quizQuestion)).toBe(0);
    expect(await study.store.questions.countAttempts(practised)).toBe(0);
    // From a thread of the channel, the quiz of the channel is reached.
    const thread = stage.anotherLearner(ben, "thread");
    expect((await thread.slash("answer", "1"))[0]!.text).toContain("Your answer is in");
  });

  test("what is set for the channel is for those who manage it; the daily question is posted there", async () => {
    const { study } = await openClass();
    const stage = await onDiscord(study);
    const admin = stage.anotherLearner(administrator);
    expect((await admin.slash("quiz", "settings rounds:7 seconds:0"))[0]!.text).toContain("7 questions");
    expect((await stage.learner.slash("quiz", "settings"))[0]!.text).toContain("without a bell");
    const { ids, closed } = stage.server.world;
    const setDaily = async () =>
      (await admin.slash("quiz", "daily at:7:30 zone:Asia/Tokyo topic:norm"))[0]!.text;
    const place = `discord:place:${ids.guild}/${ids.channel}` as const;
    // Where the bot may not write, nothing is promised.
    closed.add(ids.channel);
    expect(await setDaily()).toContain("I may not write here");
    expect(await study.store.quizzes.placeSettings(place)).not.toHaveProperty("daily");
    closed.delete(ids.channel);
    expect(await setDaily()).toContain("It is set");
    expect(stage.posts()[0]!.text).toContain("A question a day at 07:30");
    await study.handlers.daily({ place });
    await study.handlers.daily({ place });
    expect(stage.posts()).toHaveLength(2);
    const [, daily] = stage.posts();
    await stage.learner.slash("practice", "norm");
    const practised = (await latestPosed(study.store)).right;
    // What was put to the learner last is what /answer answers; then the question of the day.
    expect((await stage.learner.slash("answer", practised))[0]!.buttons).toContain("Next question");
    const { questions } = study.store;
    const day = await questions.latestDaily(place);
    expect(await questions.countAttempts(day!.id)).toBe(0);
    await stage.learner.slash("answer", "1");
    expect(await questions.countAttempts(day!.id)).toBe(1);
    const [again] = await stage.learner.press("Hint", daily!);
    expect(again!.ephemeral).toBe(true);
    expect((await admin.slash("quiz", "daily at:off"))[0]!.text).toContain("No daily question any more");
  });

  test("what is for the asker alone is not told to a mention, where everyone reads the answer", async () => {
    const { study } = await openClass();
    const { learner } = await onDiscord(study);
    for (const words of ["link my accounts", "link", "export my data", "data export"]) {
      const [seen] = await learner.mention(words);
      expect(seen!.text, words).toContain("Here everyone could read it");
      expect(seen!.files).toEqual([]);
    }
    expect((await learner.directMessage("link"))[0]!.text).toContain("Your code:");
  });

  test("direct messages of different people have leaderboards of their own", async () => {
    const { study } = await openClass();
    const stage = await onDiscord(study);
    const [ada, other] = [
      stage.anotherLearner("200000000000000001", "direct"),
      stage.anotherLearner(ben, "direct"),
    ];
    await ada.slash("leaderboard", "join");
    await other.slash("leaderboard", "join");
    for (const typed of ["show", "show of:server period:ever"]) {
      const [seen] = await other.slash("leaderboard", typed);
      expect(seen!.text).toContain("learner02");
      expect(seen!.text).not.toContain("learner01");
    }
  });
});

test("Discord and Slack become one person by /link, and the file holds their attempts and nobody else's", async () => {
  const { study } = await openClass();
  const [discord, slack] = [await onDiscord(study), await onSlack(study)];
  await discord.learner.slash("practice", "norm");
  await discord.learner.slash("answer", (await latestPosed(study.store)).right);
  await discord.anotherLearner(ben).slash("practice", "sign");
  await discord.anotherLearner(ben).slash("answer", (await latestPosed(study.store)).right);
  expect((await slack.learner.slash("progress"))[0]!.text).toContain("Nothing yet");
  const [code] = await discord.learner.slash("link", "");
  expect(code!.ephemeral).toBe(true);
  const typed = /Your code: (\w{8})/.exec(code!.text)![1]!;
  expect((await discord.learner.slash("link", typed))[0]!.text).toContain("You were one person already");
  const [again] = await discord.learner.slash("link", "");
  const fresh = /Your code: (\w{8})/.exec(again!.text)![1]!;
  const [asked] = await slack.learner.slash("link", fresh.toLowerCase());
  for (const part of ["ada on Slack (id U01ADA)", "on Discord (id 200000000000000001)"])
    expect(asked!.text).toContain(part);
  expect((await slack.learner.slash("progress"))[0]!.text).toContain("Nothing yet");
  const [agreed] = await slack.learner.press("Yes, both are me", asked!);
  expect(agreed!.text).toContain("Now agree on the other side");
  expect((await slack.learner.slash("progress"))[0]!.text).toContain("Nothing yet");
  const told = discord.server.world.messages
    .filter(({ answers, interaction }) => !answers && !interaction)
    .map((posted) => seeOnDiscord(posted))
    .findLast(({ text }) => text.includes("Make these two one person?"))!;
  for (const part of ["ada on Slack (id U01ADA)", "on Discord (id 200000000000000001)"])
    expect(told.text).toContain(part);
  const [one] = await discord.learner.press("Yes, both are me", told);
  expect(one!.text).toContain("You are one person now");
  const onSlackSide = slack.server.workspace.messages.map(seeOnSlack).at(-1)!;
  expect(onSlackSide.text).toContain("You are one person now");
  expect(onSlackSide.message.channel).toBe("D01ADA");
  const progress = (await slack.learner.slash("progress"))[0]!.text;
  expect(progress).toContain("Norm");
  expect(progress).not.toContain("Sign");
  const [file] = (await discord.learner.slash("data", "export"))[0]!.files;
  const everything = JSON.parse(file!.text) as {
    attempts: { learner: string }[];
    identities: { id: string }[];
  };
  expect(everything.identities.map(({ id }) => id).toSorted()).toEqual([
    "discord:learner:200000000000000001",
    "slack:learner:T01TEAM/U01ADA",
  ]);
  expect(everything.attempts.map(({ learner }) => learner)).toEqual(["discord:learner:200000000000000001"]);
  expect(file!.text).not.toContain(ben);
  const [undone] = await slack.learner.press("Undo the link", onSlackSide);
  expect(undone!.text).toContain("The link is undone");
  const last = discord.server.world.messages.map((posted) => seeOnDiscord(posted)).at(-1)!;
  expect(last.text).toContain("The link is undone");
  expect(last.text).toContain("ada on Slack (id U01ADA)");
  await slack.learner.slash("data", "export");
  const apart = slack.server.workspace.files.shared.at(-1)!;
  expect(apart.text).toContain("U01ADA");
  expect(apart.text).not.toContain("discord:learner");
});

describe("on Slack", () => {
  test("in a thread a quiz is asked for by mention and played by buttons", async () => {
    const { clock, study } = await openClass();
    const { learner, server } = await onSlack(study);
    const thread = learner.write("Let us practise").message.ts;
    await learner.mention("quiz start topic:norm rounds:5 seconds:20", { thread });
    const inThread = () =>
      server.workspace.messages
        .filter((posted) => posted.thread === thread && posted.by === server.workspace.ids.botUser)
        .map(seeOnSlack);
    const find = (words: string) => inThread().find(({ text }) => text.includes(words));
    // The question is posted beside the answer to the mention, in no order.
    await expect.poll(() => find("Your quiz has begun")).toBeDefined();
    await expect.poll(() => find("Question 1 of 5")).toBeDefined();
    const question = find("Question 1 of 5")!;
    const { right, kept } = await latestPosed(study.store);
    expect(kept.place.endsWith(`/${thread}`)).toBe(true);
    const [noted] = await learner.press(right, question);
    expect(noted).toMatchObject({ ephemeral: true, thread });
    expect(noted!.text).toContain("Your answer is in");
    clock.later(21);
    await study.quizMaster.recover();
    expect(inThread().at(-1)!.text).toContain("Right, 1 of 1: ada.");
    const [asked] = await learner.press("Stop", question);
    await learner.press("Yes, end it", asked!);
    expect(inThread().some(({ text }) => text.includes("The quiz was stopped"))).toBe(true);
  });

  test("the home shows progress; “Practise now” there is answered by direct message, and goes on there", async () => {
    const { study } = await openClass();
    const { learner } = await onSlack(study);
    await learner.slash("practice", "norm");
    await learner.slash("answer", (await latestPosed(study.store)).right);
    const home = await learner.openHome();
    expect(home).toContain("Your progress");
    expect(home).toContain("Norm");
    const [asked] = await learner.pressAtHome("Practise now");
    expect(asked!.message.channel).toBe("D01ADA");
    const [verdict] = await learner.press((await latestPosed(study.store)).right, asked!);
    expect(verdict!.text).toContain("Right");
    const [next] = await learner.press("Next question", verdict!);
    expect(next!.buttons).toContain("Hint");
  });

  test("practice takes place in one message that only the asker sees", async () => {
    const { study } = await openClass();
    const { learner } = await onSlack(study);
    const [asked] = await learner.slash("practice", "norm");
    const [verdict] = await learner.press((await latestPosed(study.store)).right, asked!);
    const [next] = await learner.press("Next question", verdict!);
    expect(new Set([asked, verdict, next].map((each) => each!.message.ts)).size).toBe(1);
  });

  test("a quiz in direct messages goes on with each answer", async () => {
    const { study } = await openClass();
    const { learner, server } = await onSlack(study);
    const [started] = await learner.directMessage("quiz start topic:norm rounds:5");
    expect(started).toBeDefined();
    const posts = () =>
      server.workspace.messages.filter(({ channel }) => channel === "D01ADA").map(seeOnSlack);
    const find = (words: string) => posts().find(({ text }) => text.includes(words));
    // The question is posted beside the answer to the message, in no order.
    await expect.poll(() => find("Your quiz has begun")).toBeDefined();
    await expect.poll(() => find("Question 1 of 5")).toBeDefined();
    const [verdict] = await learner.press((await latestPosed(study.store)).right, find("Question 1 of 5")!);
    expect(verdict!.text).toContain("Right: 4 points");
    await expect.poll(() => find("Question 2 of 5")).toBeDefined();
    expect(posts().some(({ text }) => text.includes("Solution 1"))).toBe(false);
  });
});

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { learnerId, type PlaceId, placeId } from "../../src/identity.ts";
import { PostRefused } from "../../src/posting.ts";
import type { Draw } from "../../src/reply/picture.ts";
import { paragraph, type Reply } from "../../src/reply/reply.ts";
import { createClock } from "../support/clock.ts";
import { drawingOf, pictureBlock, picturedTutor, withPicture } from "../support/drawing.ts";
import { see } from "../support/slack/see.ts";
import type { SlackServer } from "../support/slack/server.ts";
import { openSharedStage, otherIds, type SharedStage, secretKey } from "../support/slack/shared-stage.ts";
import { modes } from "../support/slack/stage.ts";
import { openEmpty, shortStore } from "../support/store.ts";
import { latestPosed } from "../support/study.ts";
import { openStudy, quietTutor, type Study } from "../support/tutor.ts";

const channel = "C01MATHS";
const placeIn = ({ workspace }: SlackServer): PlaceId => placeId("slack", workspace.ids.team, channel);
const say = (text: string): Reply => ({ tone: "plain", blocks: [paragraph(text)] });
const textsIn = ({ workspace }: SlackServer) =>
  workspace.messages
    .filter(({ by }) => by === workspace.ids.botUser)
    .map(({ text }) => text)
    .filter((text) => !text.includes("Hello, I work out"));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.each(modes)("two workspaces, over %s", (mode) => {
  const clock = createClock();
  let study: Study;
  let stage: SharedStage;
  beforeEach(async () => {
    study = await openStudy({ opened: await openEmpty(clock.now), now: clock.now });
    stage = await openSharedStage(mode, study.tutor);
    study.platforms.push(stage.slack);
    await stage.install(stage.one);
    await stage.install(stage.other);
  });
  afterEach(async () => {
    expect([...stage.one.workspace.violations, ...stage.other.workspace.violations]).toEqual([]);
    await stage.close();
    await study.close();
  });

  const untilPosted = async (where: SlackServer, words: string) => {
    for (let tries = 0; tries < 60; tries += 1) {
      const found = where.workspace.messages.findLast(
        ({ text, by }) => by === where.workspace.ids.botUser && text.includes(words),
      );
      if (found !== undefined) return see(found);
      clock.later(2);
      await study.quizMaster.recover();
      await pause(20);
    }
    throw new Error(`“${words}” was not posted, but: ${textsIn(where).join("\n---\n")}`);
  };

  test("in each, what is asked is answered there, by the bot of that workspace", async () => {
    for (const where of [stage.one, stage.other]) {
      const learner = stage.learnerIn(where);
      const before = [stage.one, stage.other].map((each) => textsIn(each).length);
      const [slashed] = await learner.slash("dot", "2,3,4 1,0,2");
      expect(slashed!.text).toContain("= 10");
      const [mentioned] = await learner.mention("cosine 1,0 1,0");
      expect(mentioned!.message.by).toBe(where.workspace.ids.botUser);
      const [direct] = await learner.directMessage("norm 3,4");
      expect(direct!.text).toContain("5");
      expect(await learner.openHome()).toContain("/dot");
      const after = [stage.one, stage.other].map((each) => textsIn(each).length);
      expect(after.map((count, i) => count - before[i]!)).toEqual(where === stage.one ? [3, 0] : [0, 3]);
    }
    expect([stage.one, stage.other].map(({ workspace }) => workspace.homes.size)).toEqual([1, 1]);
  });

  test("each has a quiz in the channel of the same id, by the learner of the same id", async () => {
    for (const where of [stage.one, stage.other]) {
      const [started] = await stage.learnerIn(where).slash("quiz", "start topic:norm rounds:5 seconds:60");
      expect(started!.text).toContain("Your quiz has begun");
    }
    await untilPosted(stage.one, "Question 1 of 5");
    await untilPosted(stage.other, "Question 1 of 5");
    const { right, kept } = await latestPosed(study.store);
    const isInOne = kept.place === placeIn(stage.one);
    const [where, elsewhere] = isInOne ? [stage.one, stage.other] : [stage.other, stage.one];
    const on = await untilPosted(where, "Question 1 of 5");
    const [taken] = await stage.learnerIn(where).press(right, on);
    expect(taken!.text).toContain("Your answer is in");
    await stage.learnerIn(where).slash("quiz", "stop confirm:yes");
    expect(await study.store.quizzes.in(placeIn(where))).toBeUndefined();
    expect(await study.store.quizzes.in(placeIn(elsewhere))).toMatchObject({ state: "running" });
    const [stopped] = await stage.learnerIn(elsewhere).slash("quiz", "stop confirm:yes");
    expect(stopped!.text).toContain("Nobody answered");
  });

  test("posts and edits go into the workspace that the place, the learner or the message is of", async () => {
    const { slack, one, other } = stage;
    const id = await slack.post(placeIn(one), say("For one"));
    await slack.post(placeIn(other), say("For the other"));
    await slack.post(learnerId("slack", "T02OTHER/U01ADA"), say("For her there"));
    await slack.edit(id, say("For one, changed"));
    expect(textsIn(one)).toEqual(["For one, changed"]);
    expect(textsIn(other)).toEqual(["For the other", "For her there"]);
    await expect(slack.post("slack:place:T03NONE/C01MATHS", say("x"))).rejects.toThrow(PostRefused);
  });

  test.each(["app_uninstalled", "tokens_revoked"])(
    "%s ends all in that workspace, and there alone",
    async (type) => {
      const { one, other, slack, delivery, learnerIn } = stage;
      for (const where of [one, other]) {
        await learnerIn(where).slash("quiz", "start topic:norm rounds:5 seconds:60");
        await untilPosted(where, "Question 1 of 5");
      }
      one.oauth.revoke(one.oauth.tokenIn(one.workspace)!);
      const { payloads } = learnerIn(one);
      await delivery.deliver("events_api", payloads.event({ type, tokens: { bot: ["U0BOT"] } }));
      await expect.poll(() => study.store.installations.find("slack:place:T01TEAM")).toBeUndefined();
      await expect.poll(() => study.store.quizzes.in(placeIn(one))).toBeUndefined();
      expect(await study.store.quizzes.in(placeIn(other))).toMatchObject({ state: "running" });
      const before = one.workspace.shown.length;
      expect(await delivery.deliver("slash_commands", payloads.slash("/dot", "1,2 3,4", channel))).toEqual(
        {},
      );
      await expect
        .poll(() => one.workspace.shown.slice(before))
        .toMatchObject([
          { onlyFor: "U01ADA", text: expect.stringContaining("https://tutor.example.org/slack/install") },
        ]);
      await expect(slack.post(placeIn(one), say("x"))).rejects.toThrow(PostRefused);
      expect((await learnerIn(other).slash("dot", "2,3,4 1,0,2"))[0]!.text).toContain("= 10");
      expect(stage.logged.join("\n")).not.toContain("could not be answered");
    },
  );

  test("a removal that is told after the app was installed again ends nothing", async () => {
    const { one, delivery, learnerIn, logged } = stage;
    one.oauth.revoke(one.oauth.tokenIn(one.workspace)!);
    await stage.install(one);
    await delivery.deliver("events_api", learnerIn(one).payloads.event({ type: "app_uninstalled" }));
    await expect.poll(() => logged.join("\n")).toContain("was told late");
    expect(await study.store.installations.find("slack:place:T01TEAM")).toBeDefined();
    expect((await learnerIn(one).mention("dot 2,3,4 1,0,2"))[0]!.text).toContain("= 10");
  });

  test("a token that is no more is a refusal there, and nothing elsewhere", async () => {
    const { one, other, slack } = stage;
    one.oauth.revoke(one.oauth.tokenIn(one.workspace)!);
    await expect(slack.post(placeIn(one), say("x"))).rejects.toThrow(PostRefused);
    await slack.post(placeIn(other), say("Still here"));
    expect(textsIn(other)).toEqual(["Still here"]);
    const event = stage.learnerIn(one).say("<@U0BOT> dot 1,2 3,4", { type: "app_mention", channel });
    await stage.delivery.deliver("events_api", stage.learnerIn(one).payloads.event(event));
    await expect.poll(() => stage.logged.join("\n")).toContain("token_revoked");
  });

  test("what comes of an organisation that installed the app as a whole is not answered", async () => {
    const { payloads } = stage.learnerIn(stage.one);
    const payload = {
      ...payloads.slash("/dot", "1,2 3,4", channel),
      is_enterprise_install: "true",
      enterprise_id: "E1",
    };
    expect(await stage.delivery.deliver("slash_commands", payload)).toEqual({});
    await expect
      .poll(() => textsIn(stage.one))
      .toEqual([expect.stringContaining("I am not installed in this workspace")]);
  });

  test("the row of one workspace gives no token to another", async () => {
    const { installations } = study.store;
    const { sealed } = (await installations.find("slack:place:T01TEAM"))!;
    await installations.keep("slack:place:T02OTHER", otherIds.botUser, sealed);
    await expect(stage.slack.post(placeIn(stage.other), say("x"))).rejects.toThrow(/does not open/);
    const { payloads } = stage.learnerIn(stage.other);
    expect(
      await stage.delivery.deliver("slash_commands", payloads.slash("/dot", "1,2 3,4", channel)),
    ).toEqual({});
    expect([...textsIn(stage.one), ...textsIn(stage.other)]).toEqual([]);
  });
});

test("a picture is uploaded in each workspace, and shown by its own file", async () => {
  const draw: Draw = async () => drawingOf(90);
  const stage = await openSharedStage(
    "socket",
    picturedTutor(draw, [withPicture("Seven", pictureBlock("7"))]),
  );
  const filesIn = ({ workspace }: SlackServer) => [...workspace.files.uploaded().keys()];
  for (const where of [stage.one, stage.other]) {
    await stage.install(where);
    await stage.learnerIn(where).slash("dot", "1,2 3,4");
    await expect.poll(() => where.workspace.messages.flatMap((each) => see(each).pictures).length).toBe(1);
    const [again] = await stage.learnerIn(where).slash("dot", "1,2 3,4");
    expect(again!.pictures.map(({ file }) => file)).toEqual(filesIn(where));
  }
  expect(filesIn(stage.one)).toHaveLength(1);
  expect(filesIn(stage.other)).toHaveLength(1);
  expect(filesIn(stage.one)).not.toEqual(filesIn(stage.other));
  expect([...stage.one.workspace.violations, ...stage.other.workspace.violations]).toEqual([]);
  await stage.close();
});

describe("the key", () => {
  test("a new one in front of the old is taken up at the start, and the old one can go", async () => {
    const store = shortStore();
    const tutor = quietTutor({ store });
    const first = await openSharedStage("http", tutor);
    await first.install(first.one);
    await first.slack.stop();
    const sealed = async () => (await store.installations.find("slack:place:T01TEAM"))!.sealed!;
    const before = await sealed();
    const server = first.one;
    const both = await openSharedStage("http", tutor, { server, keys: [secretKey(2), secretKey(1)] });
    expect(await sealed()).not.toBe(before);
    await both.close();
    const after = await openSharedStage("http", tutor, { server, keys: [secretKey(2)] });
    expect((await after.learnerIn(server).mention("dot 2,3,4 1,0,2"))[0]!.text).toContain("= 10");
    await after.close();
    const wrong = openSharedStage("http", tutor, { server, keys: [secretKey(1)] });
    await expect(wrong).rejects.toThrow(/opens with SECRET_KEY/);
    await first.close();
    await store.close();
  });

  test("that opens some of the tokens, but not all, starts, and says which workspaces must install again", async () => {
    const store = shortStore();
    const tutor = quietTutor({ store });
    const first = await openSharedStage("http", tutor);
    await first.install(first.one);
    await first.slack.stop();
    const { sealed } = (await store.installations.find("slack:place:T01TEAM"))!;
    await store.installations.keep("slack:place:T02OTHER", "U02BOT", sealed);
    const again = await openSharedStage("http", tutor, { server: first.one });
    expect(again.logged.join("\n")).toContain('"teams":["T02OTHER"]');
    await again.install(again.other);
    expect((await again.learnerIn(again.other).mention("dot 2,3,4 1,0,2"))[0]!.text).toContain("= 10");
    await again.close();
    await first.close();
    await store.close();
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Invocation } from "../../src/commands/command.ts";
import { learnerId, messageId, partsOf, placeId } from "../../src/identity.ts";
import { PostRefused } from "../../src/posting.ts";
import { type Block, paragraph, type Reply } from "../../src/reply/reply.ts";
import { openPage } from "../support/page/stage.ts";
import { openTab } from "../support/page/tab.ts";
import { quietTutor } from "../support/tutor.ts";

let stage: Awaited<ReturnType<typeof openPage>>;
beforeAll(async () => {
  stage = await openPage();
});
afterAll(() => stage.close());

const says = (text: string, ...more: readonly Block[]): Reply => ({
  tone: "plain",
  title: "Question 1",
  blocks: [paragraph(text), ...more],
});

const dotButton: Block = {
  kind: "choices",
  prompt: "Answer",
  choices: [{ label: "Eleven", does: { command: "dot", options: { vectors: "1,2 3,4" } } }],
};

/** A visitor who has asked something, and so is remembered. */
const known = async () => {
  const visit = await stage.visit();
  await visit.send("/ask", { text: "/dot 1,2 3,4" });
  return visit;
};

const follow = (cookie: string, since?: number) => openTab(stage.url, cookie, since);

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => "taken",
    (error: unknown) => (error instanceof PostRefused ? error.refusal : error),
  );

describe("what the tutor says by itself", () => {
  test("is pushed to every open tab, by place and by learner, and kept for a reload", async () => {
    const { visitor, cookie, reload } = await stage.visit();
    const tabs = await Promise.all([follow(cookie), follow(cookie)]);
    const inPlace = await stage.page.post(placeId("web", "page", visitor), says("How long?", dotButton));
    const toLearner = await stage.page.post(learnerId("web", visitor), says("How far?"));
    for (const tab of tabs)
      await expect
        .poll(() => tab.pushed().map(({ id }) => messageId("web", visitor, id)))
        .toEqual([inPlace, toLearner]);
    const document = await reload();
    expect(document).toContain("How long?");
    expect(document).toContain("How far?");
    expect(document).not.toContain("You: ");
    await Promise.all(tabs.map((tab) => tab.end()));
  });

  test("waits for a visitor who has no tab open", async () => {
    const { visitor, reload } = await known();
    await stage.page.post(placeId("web", "page", visitor), says("Are you there?"));
    expect(await reload()).toContain("Are you there?");
  });

  test("is changed where it stands, and told again to a tab that missed the change", async () => {
    const { visitor, cookie, reload } = await known();
    const message = await stage.page.post(learnerId("web", visitor), says("0 have answered"));
    await stage.page.post(learnerId("web", visitor), says("Something else"));
    const since = Number(/data-change="(\d+)"/.exec(await reload())?.[1]);
    await stage.page.edit(message, says("3 have answered"));
    const late = await follow(cookie, since);
    await expect.poll(() => late.pushed().map(({ id }) => id)).toEqual([partsOf(message)[1]]);
    expect(late.pushed()[0]?.html).toContain("3 have answered");
    const document = await reload();
    expect(document).not.toContain("0 have answered");
    expect(document.indexOf("3 have answered")).toBeLessThan(document.indexOf("Something else"));
    await late.end();
  });

  test("appears once where it is posted again under the same key", async () => {
    const { visitor, reload } = await known();
    const once = await stage.page.post(learnerId("web", visitor), says("Only once"), "quiz 7, question 1");
    const again = await stage.page.post(learnerId("web", visitor), says("Only once"), "quiz 7, question 1");
    expect(again).toBe(once);
    expect((await reload()).split("Only once").length).toBe(2);
    expect(await stage.page.post(learnerId("web", visitor), says("Two"), "quiz 7, question 2")).not.toBe(
      once,
    );
  });

  test("a button on it is answered below, and the choice may be too long for the button", async () => {
    const { visitor, send } = await known();
    const vectors = `${"1,".repeat(1500)}2 ${"1,".repeat(1500)}3`;
    const reply: Reply = {
      tone: "plain",
      blocks: [
        {
          kind: "choices",
          prompt: "Answer",
          choices: [{ label: "Press", does: { command: "dot", options: { vectors } } }],
        },
      ],
    };
    await stage.tutor.codes.keep(reply, "web:place:page");
    const message = await stage.page.post(learnerId("web", visitor), reply);
    const code = stage.tutor.codes.encode({ does: { command: "dot", options: { vectors } } }, 2_000);
    expect(code).toContain("#");
    const answered = await send("/press", { code, on: partsOf(message)[1]! });
    expect(answered.html).toContain("Dot product: 1506");
    expect(answered.id).not.toBe(partsOf(message)[1]);
  });

  test("is refused where nobody is left to read it", async () => {
    const { visitor } = await known();
    const message = await stage.page.post(learnerId("web", visitor), says("Here"));
    expect(await refusalOf(stage.page.post(learnerId("web", "nobody"), says("Hello")))).toBe("gone");
    expect(await refusalOf(stage.page.post(placeId("terminal", "here"), says("Hello")))).toBe("gone");
    expect(await refusalOf(stage.page.edit(messageId("web", visitor, "x0"), says("Hello")))).toBe("gone");
    expect(await refusalOf(stage.page.edit(message, says("Still here")))).toBe("taken");
  });

  test("after “Clear” a message is gone, and the visitor is not", async () => {
    const { visitor, send, reload } = await known();
    const message = await stage.page.post(learnerId("web", visitor), says("Before"));
    await send("/forget", {}).catch(() => undefined);
    expect(await refusalOf(stage.page.edit(message, says("Changed")))).toBe("gone");
    await stage.page.post(learnerId("web", visitor), says("After"));
    expect(await reload()).toContain("After");
  });
});

test("whoever asks is called “you”, and is alone with the tutor", async () => {
  const seen: Invocation[] = [];
  const tutor = quietTutor();
  const own = await openPage({
    ...tutor,
    answer: (invocation) => {
      seen.push(invocation);
      return tutor.answer(invocation);
    },
  });
  const { visitor, send } = await own.visit();
  await send("/ask", { text: "/dot 1,2 3,4" });
  expect(seen).toMatchObject([{ name: "you", isAlone: true, place: placeId("web", "page", visitor) }]);
  await own.close();
});

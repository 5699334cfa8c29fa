import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { learnerId, partsOf } from "../../src/identity.ts";
import { paragraph, type Reply } from "../../src/reply/reply.ts";
import type { Conversations } from "../../src/store/conversations.ts";
import { openBrowser } from "../support/browser/browser.ts";
import { drawingOf } from "../support/drawing.ts";
import { openPage } from "../support/page/stage.ts";
import { openTab } from "../support/page/tab.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor({ drawPicture: async () => drawingOf(200) });

const changeOn = (document: string): number => Number(/data-change="(\d+)"/.exec(document)?.[1]);
const picturesOn = (html: string) => [...html.matchAll(/src="(\/picture\/[^"]+)"/g)].map(([, at]) => at!);
const says = (text: string): Reply => ({ tone: "plain", blocks: [paragraph(text)] });

describe("after a restart", () => {
  test("what was said is there, its pictures are drawn again, and a tab goes on", async () => {
    const before = await openPage(tutor);
    const visit = await before.visit();
    await visit.send("/ask", { text: "/cosine 2,3,4 1,0,2" });
    const posted = await before.page.post(learnerId("web", visit.visitor), says("0 have answered"));
    const document = await visit.reload();
    const since = changeOn(document);
    await before.close();

    const page = await openPage(tutor);
    const again = await page.visit(visit);
    expect(await again.reload()).toBe(document);
    const [address] = picturesOn(document);
    const picture = await fetch(page.url + address!, { headers: { cookie: visit.cookie } });
    expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/png"]);
    const tab = await openTab(page.url, visit.cookie, since);
    await page.page.edit(posted, says("3 have answered"));
    const next = await again.send("/ask", { text: "/dot 1,2 3,4" });
    await expect.poll(() => tab.pushed().length).toBe(2);
    expect(tab.pushed()[0]!.html).toContain("3 have answered");
    expect(tab.pushed()[1]!.id).toBe(next.id);
    expect(next.change).toBe(since + 2);
    expect(await again.reload()).not.toContain("0 have answered");
    await tab.end();
    await page.close();
  });
});

describe("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test("a tab goes on by itself when its stream was refused, or ended by a stop", async () => {
    const stage = await openPage(tutor);
    const context = await browser.newContext();
    const page = await context.newPage();
    let isRefused = false;
    await page.route("**/events?*", (route) =>
      isRefused ? route.fulfill({ status: 503, body: "starting" }) : route.continue(),
    );
    await page.goto(stage.url);
    await page.fill("#text", "/dot 1,2 3,4");
    await page.keyboard.press("Enter");
    await page.locator(".exchange").waitFor();
    const [cookie] = await context.cookies();
    isRefused = true;
    await stage.close();
    const again = await openPage(tutor, undefined, stage.port);
    await page.waitForResponse((each) => each.status() === 503);
    await again.page.post(learnerId("web", cookie!.value), says("While you were away"));
    isRefused = false;
    await page.getByText("While you were away").waitFor({ timeout: 20_000 });
    expect(await page.locator(".exchange").count()).toBe(2);
    await context.close();
    await again.close();
  });
});

describe("two processes", () => {
  let [one, two]: Awaited<ReturnType<typeof openPage>>[] = [];
  beforeAll(async () => {
    [one, two] = [await openPage(tutor), await openPage(tutor)];
  });
  afterAll(() => Promise.all([one!.close(), two!.close()]));

  test("what the one posts is shown by the other, in an open tab", async () => {
    const visit = await one!.visit();
    const tab = await openTab(one!.url, visit.cookie);
    const learner = learnerId("web", visit.visitor);
    const message = await two!.page.post(learner, says("Question 1"), "question 1");
    expect(await one!.page.post(learner, says("Question 1"), "question 1")).toBe(message);
    await expect.poll(() => tab.pushed().map(({ id }) => id)).toEqual([partsOf(message)[1]]);
    await two!.page.edit(message, says("Closed"));
    await expect.poll(() => tab.pushed().at(-1)!.html).toContain("Closed");
    expect((await visit.reload()).match(/<article/g)).toHaveLength(1);
    await tab.end();
  });

  test("what is asked there and here by turns comes to both tabs once each, in order", async () => {
    const here = await one!.visit();
    const there = await two!.visit(here);
    const tabs = await Promise.all([one!, two!].map(({ url }) => openTab(url, here.cookie)));
    const ids: string[] = [];
    for (let i = 0; i < 6; i += 1)
      ids.push((await (i % 2 === 0 ? here : there).send("/ask", { text: `/dot ${i},1 1,1` })).id);
    for (const tab of tabs) await expect.poll(() => tab.pushed().map(({ id }) => id)).toEqual(ids);
    await Promise.all(tabs.map((tab) => tab.end()));
  });

  test("“Clear” at the one clears both", async () => {
    const here = await one!.visit();
    await here.send("/ask", { text: "/dot 1,2 3,4" });
    const there = await two!.visit(here);
    await there.send("/forget", {}).catch(() => undefined);
    expect(await here.reload()).not.toContain("<article");
  });
});

describe.each<[string, () => Promise<never>]>([
  ["does not answer", () => new Promise<never>(() => undefined)],
  ["refuses", () => Promise.reject(new Error("The database is away"))],
])("where the database %s", (_, fail) => {
  const away = { meet: fail, knows: fail, put: fail, find: fail, of: fail, changes: fail };
  let page: Awaited<ReturnType<typeof openPage>>;
  beforeAll(async () => {
    page = await openPage({ ...tutor, conversations: away as unknown as Conversations });
  });
  afterAll(() => page.close());

  test("whoever asks or presses reads the answer all the same, and a tab opens", async () => {
    const visit = await page.visit();
    const tab = await openTab(page.url, visit.cookie, 0);
    const told = await visit.send("/ask", { text: "/dot 2,3,4 1,0,2" });
    expect(told.html).toContain("Dot product: 10");
    const code = page.tutor.codes.encode({
      does: { command: "norm", options: { vectors: "3,4" } },
      inPlace: true,
    });
    expect((await visit.send("/press", { code, on: told.id })).html).toContain("5");
    await tab.end();
  });

  test("without the script, too, and the page opens", async () => {
    const { cookie, reload } = await page.visit();
    expect(await reload()).toContain('data-change="0"');
    const answer = await fetch(`${page.url}/ask`, {
      method: "POST",
      headers: { cookie },
      body: new URLSearchParams({ text: "/dot 2,3,4 1,0,2" }),
    });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("Dot product: 10");
  });
});

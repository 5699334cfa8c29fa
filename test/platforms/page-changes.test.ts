import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { learnerId } from "../../src/identity.ts";
import { type Block, paragraph, type Reply } from "../../src/reply/reply.ts";
import { openBrowser } from "../support/browser/browser.ts";
import { openPage } from "../support/page/stage.ts";

let browser: Browser;
let stage: Awaited<ReturnType<typeof openPage>>;
const complaints: string[] = [];

beforeAll(async () => {
  [browser, stage] = await Promise.all([openBrowser(), openPage()]);
});
afterAll(async () => {
  await browser.close();
  await stage.close();
  expect(complaints).toEqual([]);
});

/** A new visitor in front of the page, with the id that the tutor knows them by. */
const visit = async (options: BrowserContextOptions = {}) => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(stage.url);
  const visitor = (await context.cookies()).find(({ name }) => name === "visitor")?.value ?? "";
  if (options.javaScriptEnabled !== false) await connected(visitor);
  return { page, learner: learnerId("web", visitor) };
};

/** Until the tab listens to what is pushed. */
const connected = (visitor: string) =>
  expect
    .poll(() =>
      stage.page.post(learnerId("web", visitor), says("Welcome"), "connected").then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);

const says = (text: string, ...more: readonly Block[]): Reply => ({
  tone: "plain",
  title: "Question 1",
  blocks: [paragraph(text), ...more],
});

const buttons = (...labels: readonly [string, ...string[]]): Block => {
  const choices = labels.map((label, i) => ({
    label,
    does: { command: "dot", options: { vectors: `1,${i} 3,4` } },
  }));
  return { kind: "choices", prompt: "Answer", choices: [choices[0]!, ...choices.slice(1)] };
};

const focused = (page: Page) => page.evaluate<string>("document.activeElement.textContent.trim()");

/** Each text that was added or changed in the conversation since then, as a screen reader is told of it. */
const listen = (page: Page) =>
  page.evaluate(`(() => {
    window.heard = [];
    new MutationObserver((records) => {
      for (const { target, addedNodes, type } of records) {
        const at = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
        if (at.closest("[aria-live=off]") !== null) continue;
        if (type === "characterData") window.heard.push(target.data.trim());
        for (const node of addedNodes) window.heard.push(node.textContent.trim());
      }
    }).observe(document.getElementById("log"), { childList: true, characterData: true, subtree: true });
  })()`);

const heard = (page: Page) => page.evaluate<string[]>("window.heard.filter((text) => text !== '')");

describe("what the tutor says by itself, in the browser", () => {
  test("appears, is pressed, and is there after a reload", async () => {
    const { page, learner } = await visit();
    await stage.page.post(learner, says("What is the dot product?", buttons("Three", "Seven")));
    await page.getByRole("button", { name: "Seven", exact: true }).click();
    await expect
      .poll(() => page.locator(".exchange").last().textContent())
      .toMatch(/You: \/dot 1,1 3,4[\s\S]*Dot product: 7/);
    await page.reload();
    expect(await page.locator(".exchange .asked").count()).toBe(1);
    expect(await page.locator(".exchange").count()).toBe(3);
    await page.context().close();
  });

  test("a count changes: the focus stays on its button, nothing moves, and only the count is read aloud", async () => {
    const { page, learner } = await visit({ viewport: { width: 400, height: 500 } });
    const message = await stage.page.post(
      learner,
      says("What is the dot product?", buttons("Three", "Seven"), paragraph("0 have answered")),
    );
    for (let i = 0; i < 4; i++) await stage.page.post(learner, says(`Another message, ${i}`));
    await expect.poll(() => page.locator(".exchange").count()).toBe(6);
    await page.getByRole("button", { name: "Seven", exact: true }).focus();
    await page.evaluate("window.scrollTo(0, 40)");
    await listen(page);
    await stage.page.edit(
      message,
      says("What is the dot product?", buttons("Three", "Seven"), paragraph("2 have answered")),
    );
    await expect.poll(() => heard(page)).toEqual(["2 have answered"]);
    expect(await focused(page)).toBe("Seven");
    expect(await page.evaluate("window.scrollY")).toBe(40);
    expect(await page.getByRole("log").getAttribute("aria-live")).toBeNull();
    await page.context().close();
  });

  test("the focus follows its button to another place, and stays on the message when the button goes", async () => {
    const { page, learner } = await visit();
    const message = await stage.page.post(learner, says("Which?", buttons("Three", "Seven")));
    await page.getByRole("button", { name: "Seven", exact: true }).focus();
    await stage.page.edit(message, says("Which?", buttons("Seven", "Eight", "Nine")));
    await page.getByRole("button", { name: "Nine", exact: true }).waitFor();
    expect(await focused(page)).toBe("Seven");
    await stage.page.edit(message, says("Time is over: it was seven"));
    await expect.poll(() => page.locator(".exchange").last().textContent()).toContain("Time is over");
    expect(await page.evaluate("document.activeElement.className")).toContain("exchange");
    await page.context().close();
  });
});

describe("an answer that takes the place of the one before", () => {
  test("a proof is walked in one answer, and its question stays", async () => {
    const { page } = await visit();
    await page.fill("#text", "/prove law of cosines 2,3,4 1,0,2");
    await page.keyboard.press("Enter");
    const walk = page.locator(".exchange").nth(1);
    await walk.waitFor();
    const first = await walk.locator(".answer").textContent();
    await walk.locator("button").first().click();
    await expect.poll(() => walk.locator(".answer").textContent()).not.toBe(first);
    expect(await page.locator(".exchange").count()).toBe(2);
    expect(await walk.locator(".asked").textContent()).toContain("/prove law of cosines");
    const second = await walk.textContent();
    await page.reload();
    expect(bare(await page.locator(".exchange").nth(1).textContent())).toBe(bare(second));
    expect(await page.locator(".exchange").count()).toBe(2);
    await page.context().close();
  });

  test("without the script, too", async () => {
    const { page } = await visit({ javaScriptEnabled: false });
    await page.fill("#text", "/prove law of cosines 2,3,4 1,0,2");
    await page.click("#ask button");
    const first = await page.locator(".answer").textContent();
    const id = await page.locator(".exchange").getAttribute("id");
    await page.locator(".exchange button").first().click();
    expect(await page.locator(".answer").textContent()).not.toBe(first);
    expect(await page.locator(".exchange").count()).toBe(1);
    expect(new URL(page.url()).hash).toBe(`#${id}`);
    await page.context().close();
  });

  test("a problem takes nothing's place", async () => {
    const { page, learner } = await visit();
    await stage.page.post(learner, {
      tone: "plain",
      blocks: [
        {
          kind: "choices",
          prompt: "Answer",
          choices: [
            { label: "Press", does: { command: "dot", options: { vectors: "1,2 x1y,3" } }, inPlace: true },
          ],
        },
      ],
    });
    await page.getByRole("button", { name: "Press", exact: true }).click();
    await expect.poll(() => page.locator(".answer.problem").count()).toBe(1);
    expect(await page.getByRole("button", { name: "Press", exact: true }).count()).toBe(1);
    await page.context().close();
  });
});

describe("a moment", () => {
  const closes = (seconds: number): Reply => ({
    tone: "plain",
    blocks: [paragraph(["It closes ", { until: new Date(Date.now() + seconds * 1000) }, "."])],
  });

  test("is counted down in words to “now”, and not read aloud each second", async () => {
    const { page, learner } = await visit();
    await stage.page.post(learner, closes(3));
    const time = page.locator("time");
    await time.waitFor();
    await listen(page);
    expect(await time.textContent()).toMatch(/^in [123] s$/);
    await expect.poll(() => time.textContent()).toBe("now");
    expect(await heard(page)).toEqual([]);
    await page.context().close();
  });

  test.each([
    [18, /^in 1[78] s$/],
    [125, /^in 2 min [345] s$/],
    [7_500, /^in 2 h [45] min$/],
    [300_000, /^in 3 days$/],
    [-10, /^now$/],
    [-190, /^3 min ago$/],
  ])("%i seconds away", async (seconds, words) => {
    const { page, learner } = await visit();
    await stage.page.post(learner, closes(seconds));
    await page.locator("time").waitFor();
    expect(await page.locator("time").textContent()).toMatch(words);
    await page.context().close();
  });

  test("goes in steps of five seconds for those who prefer that things keep still", async () => {
    const { page, learner } = await visit({ reducedMotion: "reduce" });
    await stage.page.post(learner, closes(19));
    await page.locator("time").waitFor();
    expect(await page.locator("time").textContent()).toBe("in 20 s");
    await page.context().close();
  });

  test("is the clock's time without the script", async () => {
    const { page } = await visit({ javaScriptEnabled: false });
    await page.fill("#text", "/dot 1,2 3,4");
    await page.click("#ask button");
    const [cookie] = await page.context().cookies();
    await stage.page.post(learnerId("web", cookie!.value), {
      tone: "plain",
      blocks: [paragraph([{ until: new Date("2026-03-01T14:05:30Z") }])],
    });
    await page.reload();
    expect(await page.locator("time").textContent()).toBe("14:05:30 UTC");
    await page.context().close();
  });
});

describe("a file", () => {
  test("is downloaded as it is, and can be read on the page; what is open stays open", async () => {
    const { page, learner } = await visit();
    const text = '{\n  "learner": "you",\n  "signs": "√2 × ‖a‖ <b>"\n}\n';
    const file: Block = { kind: "file", name: "what-is-kept.json", type: "application/json", text };
    const message = await stage.page.post(learner, says("All that is kept of you:", file));
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download what-is-kept.json" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("what-is-kept.json");
    const folder = mkdtempSync(join(tmpdir(), "page-"));
    const saved = join(folder, "saved.json");
    await download.saveAs(saved);
    expect(readFileSync(saved, "utf8")).toBe(text);
    rmSync(folder, { recursive: true });
    await page.locator("summary").click();
    expect(await page.locator("pre").textContent()).toBe(text);
    await stage.page.edit(message, says("All that was kept of you:", file));
    await expect.poll(() => page.locator(".exchange").last().textContent()).toContain("was kept");
    expect(await page.locator("details").getAttribute("open")).not.toBeNull();
    await page.context().close();
  });
});

const bare = (text: string | null): string => (text ?? "").replace(/\s/g, "");

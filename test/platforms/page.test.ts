import type { Browser, BrowserContextOptions, ConsoleMessage, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { createPictures } from "../../src/pictures/draw.ts";
import { openBrowser } from "../support/browser/browser.ts";
import { openPage } from "../support/page/stage.ts";
import { quietTutor } from "../support/tutor.ts";

let browser: Browser;
let stage: Awaited<ReturnType<typeof openPage>>;
const complaints: string[] = [];
const pictures = createPictures({ log: createLog("silent") });

beforeAll(async () => {
  const tutor = quietTutor({ drawPicture: pictures.draw });
  [browser, stage] = await Promise.all([openBrowser(), openPage(tutor)]);
});
afterAll(async () => {
  await browser.close();
  await stage.close();
  await pictures.close();
  expect(complaints).toEqual([]);
});

/** A picture that a busy machine does not draw in time is left out: that is meant, and looked at where pictures are. */
const isLatePicture = (message: ConsoleMessage): boolean =>
  message.location().url.startsWith(`${stage.url}/picture/`) && message.text().includes("status of 503");

/** A new visitor in front of the page. What the console says – also of a breach of the policy – is a complaint. */
const visit = async (options: BrowserContextOptions = {}): Promise<Page> => {
  const page = await (await browser.newContext(options)).newPage();
  page.on("console", (message) => {
    if (!isLatePicture(message)) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => complaints.push(`a dialog: ${dialog.message()}`));
  await page.goto(stage.url);
  return page;
};

const exchanges = (page: Page) => page.locator(".exchange");

/** Does something, and reads the answer that comes of it. */
const answerTo = async (page: Page, act: () => Promise<unknown>): Promise<string> => {
  const before = await exchanges(page).count();
  await act();
  await expect.poll(() => exchanges(page).count()).toBe(before + 1);
  return (await exchanges(page).last().locator(".answer").textContent()) ?? "";
};

const say = (page: Page, text: string) =>
  answerTo(page, async () => {
    await page.fill("#text", text);
    await page.keyboard.press("Enter");
  });

/** What is shown of a working has no spaces in the same places as the plain text. */
const bare = (text: string) => text.replace(/[\s\u2062⋅·]/g, "");

describe("the page", () => {
  test("/dot 2,3,4 1,0,2 shows the working-out", async () => {
    const page = await visit();
    await page.locator("#text").pressSequentially("/dot 2,3,4 1,0,2");
    const answer = await answerTo(page, () => page.keyboard.press("Enter"));
    expect(answer).toContain("Dot product: 10");
    expect(bare(answer)).toContain("(2,3,4)(1,0,2)=2×1+3×0+4×2=2+0+8=10");
    expect(await page.inputValue("#text")).toBe("");
    await page.context().close();
  });

  test("formulas are typeset, and read aloud in words", async () => {
    const page = await visit();
    await say(page, "/cosine 2,3,4 1,0,2");
    expect(await page.locator(".working math").count()).toBeGreaterThan(2);
    for (const math of await page.locator("math").all())
      expect(await math.getAttribute("aria-label")).toMatch(/[a-z0-9]/);
    expect(await page.locator("math msqrt").count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test("a button, and what was asked before is still there after a reload", async () => {
    const page = await visit();
    await say(page, "/dot 2,3,4 1,0,2");
    const why = await answerTo(page, () => page.click("text=Why is this similar?"));
    expect(why).toContain("33.85°");
    await page.reload();
    expect(await exchanges(page).count()).toBe(2);
    await page.context().close();
  });

  test("a menu, where there are many choices", async () => {
    const page = await visit();
    await say(page, "help");
    await page.locator("select").selectOption({ index: 2 });
    expect(
      await answerTo(page, () => page.getByRole("button", { name: "Go", exact: true }).click()),
    ).toContain("/cosine");
    await page.context().close();
  });

  test("the form starts with what was asked, shows a mistake at its field, and takes the correction", async () => {
    const page = await visit();
    await say(page, "/dot 2,3,4 1,0,2");
    await page.click("text=Change the vectors…");
    await page.waitForSelector("dialog[open]");
    expect(await page.inputValue("#typed")).toBe("2,3,4 1,0,2");
    await page.fill("#typed", "1,2,3 4,x1y,6");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.textContent("#typed-error")).toContain("x1y");
    expect(await page.getAttribute("#typed", "aria-invalid")).toBe("true");
    expect(await page.inputValue("#typed")).toBe("1,2,3 4,x1y,6");
    expect(await exchanges(page).count()).toBe(1);
    await page.fill("#typed", "1,2,3 4,5,6");
    expect(await answerTo(page, () => page.keyboard.press("Enter"))).toContain("Dot product: 32");
    // The answer may come by the page's stream before what was posted is answered, which closes the dialog.
    await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
    await page.context().close();
  });

  test("two tabs of one person show the same; another person's shows none of it", async () => {
    const one = await visit();
    const two = await one.context().newPage();
    await two.goto(stage.url);
    const other = await visit();
    await say(one, "/dot 1,2 3,4");
    await expect.poll(() => exchanges(two).count()).toBe(1);
    expect(await exchanges(one).count()).toBe(1);
    expect(await exchanges(other).count()).toBe(0);
    await one.context().close();
    await other.context().close();
  });

  test("what was said is forgotten on demand, in all tabs; what is being typed stays", async () => {
    const one = await visit();
    const two = await one.context().newPage();
    await two.goto(one.url());
    await say(one, "/dot 1,2 3,4");
    await expect.poll(() => exchanges(two).count()).toBe(1);
    await two.fill("#text", "/norm 3");
    await one.click("text=Clear");
    for (const page of [one, two]) await expect.poll(() => exchanges(page).count()).toBe(0);
    expect(await two.inputValue("#text")).toBe("/norm 3");
    await one.press("#text", "ArrowUp");
    expect(await one.inputValue("#text")).toBe("");
    await two.locator("#text").pressSequentially(",4\n");
    for (const page of [one, two]) await expect.poll(() => exchanges(page).count()).toBe(1);
    await one.reload();
    expect(await exchanges(one).count()).toBe(1);
    await one.context().close();
  });
});

describe("while one types", () => {
  test("commands are completed by keyboard, and the result is shown before it is sent", async () => {
    const page = await visit();
    const field = page.locator("#text");
    await field.pressSequentially("/cos");
    await page.waitForSelector("#suggestions li");
    expect(await page.locator("#count").textContent()).toMatch(/^\d+ suggestions?$/);
    await page.keyboard.press("ArrowDown");
    expect(await field.getAttribute("aria-activedescendant")).toBe("suggestion-0");
    await page.keyboard.press("Enter");
    expect(await field.inputValue()).toBe("/cosine ");
    await field.pressSequentially("2,3,4 1,0,2");
    await expect.poll(() => page.textContent("#suggestions")).toContain("10/√145 ≈ 0.8305");
    expect(await answerTo(page, () => page.keyboard.press("Enter"))).toContain("0.8305");
    await page.context().close();
  });

  test("Tab takes the first, Escape closes", async () => {
    const page = await visit();
    await page.locator("#text").pressSequentially("/norma");
    await page.waitForSelector("#suggestions li");
    await page.keyboard.press("Tab");
    expect(await page.inputValue("#text")).toBe("/normalise ");
    await page.waitForSelector("#suggestions li");
    await page.keyboard.press("Escape");
    expect(await page.locator("#suggestions li").count()).toBe(0);
    await page.context().close();
  });

  test("the arrows go through what was sent before, and back to what is being typed", async () => {
    const page = await visit();
    await say(page, "norm of 3,4");
    await say(page, "norm of 6,8");
    await page.locator("#text").pressSequentially("draft");
    await page.keyboard.press("ArrowUp");
    expect(await page.inputValue("#text")).toBe("norm of 6,8");
    await page.keyboard.press("ArrowUp");
    expect(await page.inputValue("#text")).toBe("norm of 3,4");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await page.inputValue("#text")).toBe("draft");
    await page.context().close();
  });

  test("what is more than the tutor reads is said before it is sent, and stays", async () => {
    const page = await visit();
    const text = "1,".repeat(150_000);
    await page.fill("#text", text);
    await page.click("#ask button");
    await expect.poll(() => page.textContent("#notice")).toContain("256 kB");
    expect(await page.inputValue("#text")).toBe(text);
    await page.context().close();
  });

  test("a new line within a question is kept", async () => {
    const page = await visit();
    await page.locator("#text").pressSequentially("dot 1,2");
    await page.keyboard.press("Shift+Enter");
    await page.locator("#text").pressSequentially("3,4");
    expect(await answerTo(page, () => page.keyboard.press("Enter"))).toContain("Dot product: 11");
    await page.context().close();
  });
});

describe("without its script", () => {
  test("the page asks, presses and takes corrections all the same", async () => {
    const page = await visit({ javaScriptEnabled: false });
    await page.fill("#text", "/dot 2,3,4 1,0,2");
    await page.click("#ask button");
    expect(await page.textContent(".answer h2")).toBe("Dot product: 10");
    await page.click("text=Cosine of the same vectors");
    expect(await page.locator(".answer h2").last().textContent()).toContain("0.8305");
    await page.locator("text=Change the vectors…").first().click();
    expect(await page.inputValue("#typed")).toBe("2,3,4 1,0,2");
    await page.fill("#typed", "1,2 3,x1y");
    await page.click("text=Send");
    expect(await page.textContent("#typed-error")).toContain("x1y");
    expect(await page.inputValue("#typed")).toBe("1,2 3,x1y");
    await page.fill("#typed", "1,2 3,4");
    await page.click("text=Send");
    expect(await page.locator(".answer h2").last().textContent()).toBe("Dot product: 11");
    await page.context().close();
  });
});

describe("bad and hostile input", () => {
  test("a mistake is told in words, with an example", async () => {
    const page = await visit();
    const answer = await say(page, "/dot 2,3,4 1,x1y,2");
    expect(answer).toContain("Only you see this");
    expect(answer).toContain("x1y");
    expect(answer).toContain("/dot 2,3,4 1,0,2");
    await page.context().close();
  });

  test.each([
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>,1 2,3",
    '"><svg onload=alert(1)>,1 2,3',
    "/dot {{7*7}},1 <%= 7*7 %>,2",
    "\\href{javascript:alert(1)}{x},1 2,3",
  ])("%s stays text", async (hostile) => {
    const page = await visit();
    await say(page, hostile);
    expect(await page.locator(".exchange img, .exchange script, .exchange svg").count()).toBe(0);
    expect(await page.locator(".asked").textContent()).toContain(hostile);
    await page.reload();
    await page.context().close();
  });
});

describe("how it looks", () => {
  const long = (modulo: number) => Array.from({ length: 4096 }, (_, i) => i % modulo).join(",");

  test.each([
    ["/dot 2,3,4 1,0,2 show:steps"],
    ["/cosine 1/3,2/7,3/11,√5,√7 1,2,3,4,5 show:steps"],
    ["/why 2,3,4 1,0,2"],
    ["help"],
    ["/compare 1.23456,1 1,0.9 9.87654,1 3.333333,-4.44444"],
    [`/dot ${long(7)} ${long(5)}`],
    [`/dot ${"9".repeat(300)},1 1,${"7".repeat(300)}`],
  ])("on a phone nothing is wider than the screen: %.60s", async (text) => {
    const page = await visit({ viewport: { width: 360, height: 740 } });
    await say(page, text);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    await page.context().close();
  });

  test.each(["light", "dark"] as const)("all text stands out from its ground: %s", async (colorScheme) => {
    const page = await visit({ colorScheme, reducedMotion: "reduce" });
    await say(page, "/why 2,3,4 1,0,2");
    await say(page, "/dot 2,3,4 1,x1y,2");
    expect(await page.evaluate(weakTexts)).toEqual([]);
    await page.context().close();
  });

  test("everything that can be pressed or filled in has a name", async () => {
    const page = await visit();
    await say(page, "help");
    await say(page, "/dot 2,3,4 1,0,2");
    const snapshot = await page.locator("body").ariaSnapshot();
    expect(snapshot).toContain('log "Conversation"');
    expect(snapshot).toMatch(/textbox "Your question"/);
    for (const line of snapshot.split("\n"))
      if (/- (button|combobox|textbox|link|listbox)/.test(line)) expect(line).toMatch(/"[^"]+"/);
    await page.context().close();
  });
});

/** Runs in the page: the texts whose contrast with their ground is below 4.5 to 1. */
const weakTexts = `(() => {
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (element) => {
    for (let e = element; e !== null; e = e.parentElement) {
      const colour = parse(getComputedStyle(e).backgroundColor);
      if (colour.length === 3 || colour[3] > 0.9) return colour;
    }
    return [255, 255, 255];
  };
  const weak = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    if (text === "" || element.getClientRects().length === 0) continue;
    const [a, b] = [luminance(parse(getComputedStyle(element).color)), luminance(ground(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) weak.push([text, contrast.toFixed(2)]);
  }
  return weak;
})()`;

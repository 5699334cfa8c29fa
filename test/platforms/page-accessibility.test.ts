import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loginDocument } from "../../src/platforms/playground/page/document.ts";
import { openBrowser } from "../support/browser/browser.ts";
import { drawingOf } from "../support/drawing.ts";
import { openPage } from "../support/page/stage.ts";
import { openStudy, type Study } from "../support/tutor.ts";

let browser: Browser;
let study: Study;
let stage: Awaited<ReturnType<typeof openPage>>;
/** As wide as a picture may be. */
const drawing = drawingOf(200, { width: 1_000, height: 600 });

beforeAll(async () => {
  study = await openStudy({ drawPicture: async () => drawing });
  [browser, stage] = await Promise.all([openBrowser(), openPage(study.tutor)]);
  study.platforms.push(stage.page);
});
afterAll(async () => {
  await browser.close();
  await stage.close();
  await study.close();
});

const visit = async (options: BrowserContextOptions = {}): Promise<Page> => {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(stage.url);
  return page;
};

const say = async (page: Page, text: string): Promise<void> => {
  const before = await page.locator(".exchange").count();
  await page.fill("#text", text);
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator(".exchange").count()).toBeGreaterThan(before);
};

/** The rules that look at colours; all others find the same in either scheme. */
const ofColours = ["color-contrast", "link-in-text-block"];

/** What axe complains of, by WCAG 2.2 A and AA and by good practice; each names the rule and the place. */
const complaintsOn = async (page: Page, rules?: readonly string[]): Promise<readonly string[]> => {
  const axe = new AxeBuilder({ page } as never);
  if (rules !== undefined) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`),
  );
};

const loaded = (page: Page) =>
  expect
    .poll(
      () =>
        page
          .locator("figure.picture img")
          .evaluateAll((all) => all.every((img) => (img as never as { complete: boolean }).complete)),
      {
        timeout: 15_000,
      },
    )
    .toBe(true);

/** What stands in one conversation, each below the one before. */
const exchanges: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  "an answer with pictures": async (page) => {
    await say(page, "/cosine 2,3,4 1,0,2");
    await loaded(page);
  },
  "attention with its slider": (page) => say(page, "/attention"),
  "a table": (page) => say(page, "/compare 1,1 1,0.9 9,1"),
  "a lesson": (page) => say(page, "/explain cosine similarity"),
  "all commands in a menu": (page) => say(page, "help"),
  "a question": (page) => say(page, "/practice"),
  "a question of a quiz": async (page) => {
    const before = await page.locator(".exchange").count();
    await say(page, "/quiz start rounds:5 seconds:0");
    await expect.poll(() => page.locator(".exchange").count()).toBeGreaterThan(before + 1);
  },
  "a mistake": (page) => say(page, "/dot 1,2,3 1,2"),
};

/** What stands over a conversation. */
const overlays: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  "a form in a dialog": async (page) => {
    await say(page, "/dot 2,3,4 1,0,2");
    await page.getByRole("button", { name: "Change the vectors…" }).last().click();
    await page.waitForSelector("dialog[open]");
  },
  "suggestions while one types": async (page) => {
    await page.locator("#text").pressSequentially("/co");
    await page.waitForSelector("#suggestions li");
  },
};

describe("nothing to complain of", () => {
  describe.each([
    ["light", undefined],
    ["dark", ofColours],
  ] as const)("in %s colours", (colorScheme, rules) => {
    const open = () => visit({ colorScheme, reducedMotion: "reduce" });

    test(`the first view, and in one conversation ${Object.keys(exchanges).join(", ")}`, async () => {
      const page = await open();
      expect(await complaintsOn(page, rules)).toEqual([]);
      for (const come of Object.values(exchanges)) await come(page);
      expect(await complaintsOn(page, rules)).toEqual([]);
      await page.context().close();
    });

    test.each(Object.entries(overlays))("%s", async (_, come) => {
      const page = await open();
      await come(page);
      expect(await complaintsOn(page, rules)).toEqual([]);
      await page.context().close();
    });
  });

  test("without a script: the page, an answer, a form, and a mistake in it", async () => {
    // axe is a script itself: each document is fetched without one, and looked at with one.
    const page = await visit();
    const { cookie } = await stage.visit();
    const fetched = async (path: string, fields?: Readonly<Record<string, string>>) => {
      const answer = await fetch(stage.url + path, {
        headers: { cookie },
        ...(fields === undefined ? {} : { method: "POST", body: new URLSearchParams(fields) }),
      });
      return answer.text();
    };
    const withoutScript = (html: string) => html.replace(/<script[^>]*><\/script>/g, "");
    await fetched("/ask", { text: "/dot 2,3,4 1,0,2" });
    const chat = await fetched("/");
    const code = stage.tutor.codes.encode({
      does: { command: "dot", options: { vectors: "2,3,4 1,0,2" } },
      asks: "vectors",
    });
    const documents = {
      chat,
      form: await fetched("/form", { code, on: "" }),
      mistake: await fetched("/press", { code, on: "", typed: "1,2" }),
      notice: await fetched("/ask", { text: " " }),
      login: String(await loginDocument("ask")),
      refused: String(await loginDocument("wrong")),
      welcomed: String(await loginDocument("in")),
    };
    for (const [name, html] of Object.entries(documents)) {
      await page.route("**/alone", (route) =>
        route.fulfill({ contentType: "text/html", body: withoutScript(html) }),
      );
      await page.goto(`${stage.url}/alone`);
      expect(await complaintsOn(page), name).toEqual([]);
      await page.unroute("**/alone");
    }
    await page.context().close();
  });
});

describe("with the keyboard alone", () => {
  const focused = (page: Page) =>
    page.evaluate(
      "document.activeElement.textContent.trim() || document.activeElement.id",
    ) as Promise<string>;

  /** Presses Tab until something has the focus; what has it must be seen to have it. */
  const tabTo = async (page: Page, what: string): Promise<void> => {
    for (let i = 0; i < 80; i += 1) {
      await page.keyboard.press("Tab");
      if ((await focused(page)) !== what) continue;
      const outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle");
      expect(outline, `${what} does not show its focus`).not.toBe("none");
      return;
    }
    throw new Error(`“${what}” cannot be reached by Tab`);
  };

  test("one asks, presses, corrects and goes on", async () => {
    const page = await visit();
    await tabTo(page, "To the question field");
    await page.keyboard.press("Enter");
    await page.keyboard.type("/dot 2,3,4 1,0,2");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".exchange").count()).toBe(1);
    await page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)");
    await tabTo(page, "Change the vectors…");
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open]");
    expect(await focused(page)).not.toBe("");
    expect(await page.evaluate("document.activeElement.id")).toBe("typed");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
    expect(await focused(page), "the focus comes back to what opened the dialog").toBe("Change the vectors…");
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open]");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("1,1 2,2");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Send");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".exchange").last().textContent()).toContain("Dot product: 4");
    await page.context().close();
  });

  test("the slider moves by the arrows", async () => {
    const page = await visit();
    await say(page, "/attention");
    const slider = page.locator("input[type=range]").first();
    await slider.focus();
    const before = await slider.getAttribute("aria-valuetext");
    await page.keyboard.press("ArrowRight");
    await expect
      .poll(() => page.locator("input[type=range]").first().getAttribute("aria-valuetext"), {
        timeout: 10_000,
      })
      .not.toBe(before);
    await page.context().close();
  });
});

describe("at 200 % and without motion", () => {
  const tooWide = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  /** At 200 %, a window of 1280 by 800 has 640 by 400 of CSS's pixels; at 400 %, 320 by 200. */
  test.each([
    ["200 %", { width: 640, height: 400 }],
    ["400 %", { width: 320, height: 256 }],
  ])("at %s nothing makes the page scroll sideways", async (_, viewport) => {
    const page = await visit({ viewport });
    for (const text of [
      "/cosine 2,3,4 1,0,2",
      "/attention",
      "/compare 1,1 1,0.9 9,1",
      "help",
      "/dot 1,2,3 1,2",
    ]) {
      await say(page, text);
      expect(await page.evaluate(tooWide), text).toBe(0);
    }
    await page.context().close();
  });

  test("who wishes for less motion sees none", async () => {
    const page = await visit({ reducedMotion: "reduce" });
    await say(page, "/attention");
    const moving = await page.evaluate(`[...document.querySelectorAll("*")].filter((each) => {
      const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(each);
      return [transitionDuration, animationDuration].some((all) => all.split(",").some((one) => parseFloat(one) > 0.01))
        || scrollBehavior === "smooth";
    }).map((each) => each.tagName)`);
    expect(moving).toEqual([]);
    await page.context().close();
  });
});

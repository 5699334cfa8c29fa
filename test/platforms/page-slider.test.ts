import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../support/browser/browser.ts";
import { openPage } from "../support/page/stage.ts";

let browser: Browser;
let stage: Awaited<ReturnType<typeof openPage>>;

beforeAll(async () => {
  [browser, stage] = await Promise.all([openBrowser(), openPage()]);
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const ask = async (javaScriptEnabled: boolean) => {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(stage.url);
  await page.fill("#text", "/attention 1,0 0,1 1,1");
  await page.locator("#ask button").click();
  await page.locator(".exchange h2").waitFor();
  return page;
};

test("a slider changes the answer where it stands, and keeps the focus", async () => {
  const page = await ask(true);
  const range = page.getByRole("slider", { name: "Divide the scores by" });
  expect(await page.locator(".slider output").textContent()).toBe("÷ √2");
  await range.focus();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("heading", { name: "scaled by 3" }).waitFor();
  expect(await page.locator(".slider output").textContent()).toBe("÷ 3");
  await page.keyboard.press("End");
  await page.getByRole("heading", { name: "scaled by 30" }).waitFor();
  expect(await page.locator(".exchange").count()).toBe(1);
  expect(await range.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  expect(await range.getAttribute("aria-valuetext")).toBe("÷ 30");
  await page.context().close();
});

test("without script there is a menu instead", async () => {
  const page = await ask(false);
  expect(await page.getByRole("slider").count()).toBe(0);
  await page.getByRole("combobox", { name: "Divide the scores by" }).selectOption({ label: "÷ 10" });
  await page.locator(".slider button").click();
  await page.getByRole("heading", { name: "scaled by 10" }).waitFor();
  await page.context().close();
});

import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { learnerId } from "../../src/identity.ts";
import { type Draw, type Drawn, themes } from "../../src/reply/picture.ts";
import { type Block, paragraph, type Reply } from "../../src/reply/reply.ts";
import { openBrowser } from "../support/browser/browser.ts";
import { createEasel, drawingOf, pictureBlock } from "../support/drawing.ts";
import { openPage, type Visit } from "../support/page/stage.ts";
import { quietTutor } from "../support/tutor.ts";

let draw: Draw;
let reply: Reply;
let stage: Awaited<ReturnType<typeof openPage>>;

const saying = (...blocks: readonly Block[]): Reply => ({
  tone: "plain",
  blocks: [paragraph("The words."), ...blocks],
});
/** A drawing whose grey tells the theme. */
const themed: Draw = async (_, theme) => drawingOf(theme === "dark" ? 20 : 220);

beforeAll(async () => {
  stage = await openPage({
    ...quietTutor({ drawPicture: (...given) => draw(...given) }),
    answer: async () => ({ reply }),
  });
});
beforeEach(() => {
  draw = themed;
});
afterAll(() => stage.close());

describe("a picture over HTTP", () => {
  const addressesIn = (html: string) =>
    [...html.matchAll(/src(?:set)?="([^" ]+)/g)].map((match) => match[1]!);
  const get = (address: string, { cookie }: Pick<Visit, "cookie">) =>
    fetch(stage.url + address, { headers: { cookie } });
  const asked = async (said: Reply) => {
    reply = said;
    const visit = await stage.visit();
    const told = await visit.send("/ask", { text: "/dot 1,2 3,4" });
    return { visit, told, addresses: addressesIn(told.html) };
  };

  test("arrives byte for byte, in the colours of each theme", async () => {
    const { visit, addresses } = await asked(saying(pictureBlock(1)));
    expect(new Set(addresses.map((each) => each.split("?")[1]))).toEqual(
      new Set(["theme=dark", "theme=light"]),
    );
    for (const theme of themes) {
      const response = await get(addresses.find((each) => each.endsWith(theme))!, visit);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(
        (await themed(pictureBlock(1).picture, theme))!.png,
      );
      expect(Object.fromEntries(response.headers)).toMatchObject({
        "content-type": "image/png",
        "content-disposition": "inline",
        "x-content-type-options": "nosniff",
        "cache-control": "private, max-age=31536000, immutable",
      });
    }
  });

  test("is asked for in one theme where the learner chose it", async () =>
    expect(
      new Set(
        (await asked(saying(pictureBlock(1, { theme: "dark" })))).addresses.map((each) => each.split("?")[1]),
      ),
    ).toEqual(new Set(["theme=dark"])));

  test("is not drawn before a browser asks for it, and its data stays here", async () => {
    const easel = createEasel();
    draw = easel.draw;
    const { told } = await asked(saying(pictureBlock(1)));
    expect(easel.asked).toEqual([]);
    expect(JSON.stringify(told)).not.toContain("mark 1");
    expect(Object.keys(told).toSorted()).toEqual(["asked", "change", "html", "id"]);
  });

  test("of working is left out, as that is typeset", async () => {
    const formula = { ...pictureBlock(1), picture: { kind: "formula", chains: [] } } as const;
    expect((await asked(saying({ ...formula, alsoSaid: true }))).told.html).not.toMatch(/picture/i);
    const { told, addresses } = await asked(saying(formula));
    expect(told.html).toContain("What picture 1 shows");
    expect(addresses).toEqual([]);
  });

  test.each<[string, (address: string) => string]>([
    ["a key that nobody made", (address) => address.replace(/picture\/[^?]+/, `picture/${"x".repeat(32)}`)],
    ["no theme", (address) => address.replace(/\?.*/, "")],
    ["another theme", (address) => address.replace(/theme=.*/, "theme=constructor")],
  ])("there is none under %s", async (_, changed) => {
    const { visit, addresses } = await asked(saying(pictureBlock(1)));
    const response = await get(changed(addresses[0]!), visit);
    expect([response.status, await response.text()]).toEqual([404, "There is no such picture."]);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test("is for the visitor who was shown it, until that is forgotten", async () => {
    const { visit, addresses } = await asked(saying(pictureBlock(1)));
    expect((await get(addresses[0]!, await stage.visit())).status).toBe(404);
    expect((await get(addresses[0]!, visit)).status).toBe(200);
    await fetch(`${stage.url}/forget`, { method: "POST", headers: { cookie: visit.cookie } });
    expect((await get(addresses[0]!, visit)).status).toBe(404);
  });

  test("is there for what the tutor says by itself", async () => {
    const visit = await stage.visit();
    reply = saying();
    await visit.send("/ask", { text: "help" });
    await stage.page.post(learnerId("web", visit.visitor), saying(pictureBlock(5)));
    const [address] = addressesIn(await visit.reload()).filter((each) => each.startsWith("/picture/"));
    expect((await get(address!, visit)).status).toBe(200);
  });

  test.each<[string, Draw]>([
    ["nothing comes", async () => undefined],
    ["drawing fails", () => Promise.reject(new Error("The ink has run out"))],
  ])("is told to be missing where %s", async (_, given) => {
    draw = given;
    const { visit, addresses } = await asked(saying(pictureBlock(1)));
    const response = await get(addresses[0]!, visit);
    expect([response.status, await response.text()]).toEqual([
      503,
      "This picture could not be drawn just now.",
    ]);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test("has hostile words as mere words", async () => {
    const { told } = await asked(
      saying(pictureBlock(1, { alt: `"><script>x</script>${"y".repeat(5_000)}` })),
    );
    expect(told.html).toContain('alt="&quot;&gt;&lt;script&gt;x&lt;/script&gt;yyy');
    expect(told.html).not.toContain("<script");
  });
});

describe("a picture in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const asked = async (said: Reply, options: BrowserContextOptions = {}): Promise<Page> => {
    reply = said;
    const context = await browser.newContext(options);
    onTestFinished(() => context.close());
    const page = await context.newPage();
    page.on("console", (message) => {
      if (!message.text().includes("503")) throw new Error(message.text());
    });
    await page.goto(stage.url);
    await page.fill("#text", "/dot 1,2 3,4");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".exchange .answer");
    return page;
  };
  const image = (page: Page) => page.locator("figure.picture img");
  const widthOf = (page: Page) => image(page).evaluate((img: { naturalWidth: number }) => img.naturalWidth);
  const heightOf = async (page: Page) => (await image(page).boundingBox())?.height ?? 0;
  /** The grey in the middle of what is shown. */
  const greyOf = async (page: Page) => {
    const shot = PNG.sync.read(await image(page).screenshot());
    return shot.data[4 * (Math.floor(shot.height / 2) * shot.width + Math.floor(shot.width / 2))];
  };
  /** A drawing of one grey that nothing shines through. */
  const opaque = (grey: number): Drawn => {
    const drawn = PNG.sync.read(Buffer.from(drawingOf(grey).png));
    for (let i = 3; i < drawn.data.length; i += 4) drawn.data[i] = 255;
    return { ...drawingOf(grey), png: new Uint8Array(PNG.sync.write(drawn)) };
  };

  test.each([
    ["light", {}, 220],
    ["dark", {}, 20],
    ["light", { theme: "dark" as const }, 20],
    ["dark", { theme: "light" as const }, 220],
  ] as const)("where the page is %s and the learner chose %j", async (colorScheme, chosen, grey) => {
    draw = async (_, theme) => opaque(theme === "dark" ? 20 : 220);
    const page = await asked(saying(pictureBlock(1, chosen)), { colorScheme });
    await expect.poll(() => widthOf(page)).toBeGreaterThan(0);
    expect(await greyOf(page)).toBe(grey);
    expect(await image(page).getAttribute("alt")).toBe("What picture 1 shows");
  });

  test("stands at half of its pixels, and is there after a reload", async () => {
    const page = await asked(saying(pictureBlock(1)));
    await expect.poll(() => widthOf(page)).toBe(32);
    await page.reload();
    await expect.poll(() => widthOf(page)).toBe(32);
  });

  test("has room before it comes, and the words do not wait for it", async () => {
    const easel = createEasel();
    draw = easel.draw;
    const page = await asked(saying(pictureBlock(1)));
    expect(await page.locator(".answer").textContent()).toContain("The words.");
    await expect.poll(() => easel.asked.length).toBe(1);
    const before = await heightOf(page);
    easel.finish(0, drawingOf(1));
    await expect.poll(() => widthOf(page)).toBe(32);
    expect(before).toBeGreaterThan(150);
    expect(await heightOf(page)).toBeCloseTo(before, 0);
  });

  test("that does not come is told in words, but where they are said already", async () => {
    draw = async () => undefined;
    const page = await asked(saying(pictureBlock(1), pictureBlock(2, { alsoSaid: true })));
    await page.waitForSelector("p.picture");
    expect(await page.locator("p.picture").allTextContents()).toEqual(["What picture 1 shows"]);
    await expect.poll(() => page.locator("figure.picture").count()).toBe(0);
    await page.reload();
    await page.waitForSelector("p.picture");
    await expect.poll(() => page.locator("figure.picture").count()).toBe(0);
    expect(await page.locator("p.picture").allTextContents()).toEqual(["What picture 1 shows"]);
  });

  const withoutScript = async (): Promise<Page> => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(stage.url);
    await page.fill("#text", "/dot 1,2 3,4");
    return page;
  };

  test("that does not come leaves a line of words where there is no script", async () => {
    reply = saying(pictureBlock(1));
    draw = async () => undefined;
    const page = await withoutScript();
    await page.click(".composer button");
    await expect.poll(async () => await heightOf(page)).toBeGreaterThan(10);
    expect(await heightOf(page)).toBeLessThan(50);
  });

  test("needs no script", async () => {
    reply = saying(pictureBlock(1));
    const page = await withoutScript();
    const [response] = await Promise.all([
      page.waitForResponse((each) => each.url().includes("/picture/")),
      page.click(".composer button"),
    ]);
    expect(response.status()).toBe(200);
    expect(await image(page).getAttribute("alt")).toBe("What picture 1 shows");
  });
});

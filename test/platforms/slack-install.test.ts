import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { learnerId } from "../../src/identity.ts";
import type { Store } from "../../src/store/store.ts";
import { clientSecret, type How } from "../support/slack/oauth.ts";
import { openSharedStage, type SharedStage, secretKey } from "../support/slack/shared-stage.ts";
import { modes } from "../support/slack/stage.ts";
import { shortStore } from "../support/store.ts";
import { quietTutor } from "../support/tutor.ts";

const workspace = "slack:place:T01TEAM";

describe.each(modes)("installing the app, over %s", (mode) => {
  let stage: SharedStage;
  let store: Store;
  let fails = false;
  beforeAll(async () => {
    store = shortStore();
    const tutor = quietTutor({ store });
    const keep: typeof store.installations.keep = async (...what) => {
      if (fails) throw new Error("The disk is full");
      await store.installations.keep(...what);
    };
    const { find, remove, sealed, reseal } = store.installations;
    const installations = { keep, find, remove, sealed, reseal };
    const keeping = {
      ...tutor,
      installations,
      get welcome() {
        return tutor.welcome;
      },
    };
    stage = await openSharedStage(mode, keeping, { level: "trace" });
  });
  afterAll(async () => {
    await stage.close();
    await store.close();
  });
  afterEach(async () => {
    vi.useRealTimers();
    await store.installations.remove(workspace);
  });

  const kept = () => store.installations.find(workspace);
  const allow = (asked: string, how?: How) => stage.one.oauth.allow(asked, stage.one.workspace, how);

  const hello = { en: "Hello, I work out", de: "Hallo, ich rechne", es: "Hola, explico" };
  const greetings = () =>
    stage.one.workspace.messages
      .map(({ text }) => text)
      .filter((text) => Object.values(hello).some((words) => text.includes(words)));

  test("the page leads to Slack, which asks for what the bot needs and sends people back here", async () => {
    const asked = new URL(await stage.browser().begin());
    expect(asked.searchParams.get("redirect_uri")).toBe("https://tutor.example.org/slack/oauth_redirect");
    expect(asked.searchParams.get("scope")!.split(",")).toEqual(
      expect.arrayContaining(["commands", "chat:write", "users:read"]),
    );
    const { headers, status } = await stage.browser().open("/slack/install");
    expect(status).toBe(200);
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.getSetCookie()[0]).toMatch(/; Secure; HttpOnly/);
  });

  test("whoever allows it has the bot in their workspace; the token is kept sealed", async () => {
    const { status, text } = await stage.install(stage.one);
    expect(status).toBe(200);
    expect(text).toContain("It is ready in &lt;T01TEAM&gt;");
    expect(text).toContain("slack://app?team=T01TEAM&amp;id=A01APP");
    expect(await kept()).toMatchObject({ bot: "U0BOT", sealed: expect.stringMatching(/^s1\./) });
    await expect.poll(greetings).toEqual([expect.stringContaining(hello.en)]);
    const token = stage.one.oauth.tokenIn(stage.one.workspace)!;
    expect(JSON.stringify(await kept())).not.toContain(token);
    const [seen] = await stage.learnerIn(stage.one).mention("dot 2,3,4 1,0,2");
    expect(seen!.text).toContain("= 10");
  });

  test.each([
    ["de-AT,de;q=0.9,en;q=0.8", "de", "Den Tutor zu Slack hinzufügen", "Er ist in &lt;T01TEAM&gt; bereit"],
    ["es-419,es;q=0.9", "es", "Añade el tutor a Slack", "Está listo en &lt;T01TEAM&gt;"],
    ["fr,en;q=0.5", "en", "Add the tutor to Slack", "It is ready in &lt;T01TEAM&gt;"],
  ])("to a browser that asks for %s, the pages speak %s", async (languages, language, begin, end) => {
    const [person, before] = [stage.browser(languages), greetings().length];
    const first = await person.open("/slack/install");
    const last = await person.open(allow(await person.begin()));
    for (const [{ text }, words] of [
      [first, begin],
      [last, end],
    ] as const) {
      expect(text).toContain(`<html lang="${language}">`);
      expect(text).toContain(words);
    }
    const denied = await person.open(stage.one.oauth.deny(await person.begin()));
    expect(denied.text).toContain(`<html lang="${language}">`);
    expect(denied.text.includes("Nothing was installed")).toBe(language === "en");
    await expect.poll(() => greetings().length).toBe(before + 1);
  });

  describe("whoever has installed it is greeted", () => {
    const person = learnerId("slack", "T01TEAM/U01GRACE");
    const greetedIn = async (languages: string): Promise<string | undefined> => {
      const before = greetings().length;
      await stage.install(stage.one, languages);
      await expect.poll(() => greetings().length).toBe(before + 1);
      return greetings().at(-1);
    };
    afterEach(async () => {
      stage.one.workspace.locale = "en-US";
      await store.learners.change(person, { language: undefined });
    });

    test("in the language of their Slack, whatever their browser speaks", async () => {
      stage.one.workspace.locale = "es-ES";
      expect(await greetedIn("de")).toContain(hello.es);
    });

    test("in that of their browser where Slack does not tell theirs", async () => {
      stage.one.workspace.refuse("users.info", 1, { error: "missing_scope" });
      expect(await greetedIn("de-CH,de;q=0.9")).toContain(hello.de);
      expect(stage.one.workspace.refusalsLeft()).toBe(0);
    });

    test("in the one that they have set, before both", async () => {
      await store.learners.change(person, { language: "de" });
      expect(await greetedIn("es")).toContain(hello.de);
    });
  });

  test("whoever cancels is told so, and nothing is kept", async () => {
    const person = stage.browser();
    const page = await person.open(stage.one.oauth.deny(await person.begin()));
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining("Nothing was installed") });
    expect(page.text).toContain('href="/slack/install"');
    expect(await kept()).toBeUndefined();
  });

  test("an installation must end in the browser in which it began", async () => {
    const back = allow(await stage.browser().begin());
    const stranger = stage.browser();
    await stranger.begin();
    for (const person of [stranger, stage.browser()]) {
      const page = await person.open(back);
      expect(page).toMatchObject({ status: 400, text: expect.stringContaining("not one that I began") });
    }
    expect(await kept()).toBeUndefined();
  });

  test.each([
    ["without a state", (back: URL) => back.searchParams.delete("state")],
    [
      "with a state of somebody's own",
      (back: URL) => back.searchParams.set("state", "eyJhbGciOiJub25lIn0.e30."),
    ],
    ["without a code", (back: URL) => back.searchParams.delete("code")],
  ])("a link %s is refused", async (_, spoil) => {
    const person = stage.browser();
    const back = new URL(allow(await person.begin()));
    spoil(back);
    expect((await person.open(back.href)).status).toBe(400);
    expect(await kept()).toBeUndefined();
  });

  test("a state that was forged with its cookie is refused", async () => {
    const person = stage.browser();
    const back = new URL(allow(await person.begin()));
    const forged = back.searchParams.get("state")!.replace(/.$/, (last) => (last === "A" ? "Q" : "A"));
    back.searchParams.set("state", forged);
    const answer = await fetch(`${stage.url}${back.pathname}${back.search}`, {
      headers: { cookie: `slack-app-oauth-state=${forged}` },
    });
    expect(answer.status).toBe(400);
    expect(await kept()).toBeUndefined();
  });

  test("a link that is older than ten minutes is refused", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 601_000 });
    const person = stage.browser();
    const back = allow(await person.begin());
    vi.useRealTimers();
    expect((await person.open(back)).status).toBe(400);
    expect(await kept()).toBeUndefined();
  });

  test("a code that Slack does not take is told, and the reason is logged", async () => {
    const person = stage.browser();
    const back = allow(await person.begin());
    expect((await person.open(back)).status).toBe(200);
    await store.installations.remove(workspace);
    const again = await person.begin();
    const state = new URL(again).searchParams.get("state")!;
    const used = new URL(back);
    used.searchParams.set("state", state);
    const page = await person.open(used.href);
    expect(page).toMatchObject({ status: 502, text: expect.stringContaining("Slack did not confirm") });
    expect(await kept()).toBeUndefined();
    expect(stage.logged.join("\n")).toContain('"slack":"invalid_code"');
  });

  test("a whole organisation is refused in a page that says what to do, and its token is given back", async () => {
    const { tokens, revoked } = stage.one.oauth;
    const before = { valid: tokens.size, revoked: revoked.size };
    const person = stage.browser();
    const page = await person.open(allow(await person.begin(), "organisation"));
    expect(page).toMatchObject({ status: 409, text: expect.stringContaining("One workspace at a time") });
    expect(await kept()).toBeUndefined();
    expect(await store.installations.sealed("slack")).toEqual([]);
    expect({ valid: tokens.size, revoked: revoked.size - 1 }).toEqual(before);
  });

  test("a single workspace of an organisation is installed like any other", async () => {
    const person = stage.browser();
    const page = await person.open(allow(await person.begin(), "of an organisation"));
    expect(page.status).toBe(200);
    const learner = stage.learnerIn(stage.one);
    const payload = {
      ...learner.payloads.slash("/dot", "2,3,4 1,0,2", "C01MATHS"),
      enterprise_id: "E01ORG",
    };
    const before = stage.one.workspace.shown.length;
    const { text } = await stage.delivery.deliver("slash_commands", payload);
    const shown = () => stage.one.workspace.shown.slice(before).map((message) => message.text);
    await expect.poll(() => [text, ...shown()].join("")).toContain("= 10");
  });

  test("a link is good once, in the same browser, too", async () => {
    const person = stage.browser();
    const back = allow(await person.begin());
    const state = new URL(back).searchParams.get("state")!;
    expect((await person.open(back)).status).toBe(200);
    const cookie = `slack-app-oauth-state=${state}`;
    const again = await fetch(`${stage.url}${new URL(back).pathname}${new URL(back).search}`, {
      headers: { cookie },
    });
    expect(again.status).toBe(400);
    expect(await again.text()).toContain("not one that I began");
  });

  test("what anyone can open, and who cancels, is no error in the log; a refusal of Slack’s is told as one", async () => {
    const before = stage.logged.length;
    const person = stage.browser();
    await person.open("/slack/oauth_redirect");
    await person.open("/slack/oauth_redirect?code=1&state=2");
    await person.open(stage.one.oauth.deny(await person.begin()));
    const page = await person.open("/slack/oauth_redirect?error=invalid_scope");
    expect(page).toMatchObject({ status: 502, text: expect.stringContaining("Slack did not confirm") });
    const said = stage.logged.slice(before).join("");
    expect(said).not.toContain('"level":50');
    expect(said).toContain('"slack":"invalid_scope"');
  });

  test("an exchange that fails once for a fault of Slack's is tried again", async () => {
    stage.one.workspace.refuse("oauth.v2.access", 1, { status: 500 });
    expect((await stage.install(stage.one)).status).toBe(200);
    expect(stage.one.workspace.refusalsLeft()).toBe(0);
    expect(await kept()).toBeDefined();
  });

  test("a store that fails is told as a fault of ours, and nothing is answered there", async () => {
    fails = true;
    const page = await stage.install(stage.one);
    fails = false;
    expect(page).toMatchObject({ status: 500, text: expect.stringContaining("The fault is mine") });
    expect(await kept()).toBeUndefined();
  });

  test("other paths, other methods and requests without a signature are refused", async () => {
    expect((await stage.browser().open("/slack/elsewhere")).status).toBe(404);
    expect((await fetch(`${stage.url}/slack/install`, { method: "POST" })).status).toBe(404);
    const events = await fetch(`${stage.url}/slack/events`, { method: "POST", body: "{}" });
    expect(events.status).toBe(mode === "http" ? 401 : 404);
  });

  test("no secret is in the log, at any level", async () => {
    await stage.install(stage.one);
    const token = stage.one.oauth.tokenIn(stage.one.workspace)!;
    const said = stage.logged.join("\n");
    expect(said).toContain("the app was installed");
    const keys = ["hex", "base64", "base64url"].map((form) =>
      Buffer.from(secretKey(1)).toString(form as "hex"),
    );
    for (const secret of [token, clientSecret, ...keys, (await kept())!.sealed!])
      expect(said).not.toContain(secret);
    expect(said).not.toMatch(/xoxb-loopback|code-\d/);
  });
});

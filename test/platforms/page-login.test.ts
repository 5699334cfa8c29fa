import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Door, doorFor } from "../../src/platforms/playground/page/door.ts";
import { openPage } from "../support/page/stage.ts";

const token = "a-token-of-some-length";

describe("who may come in", () => {
  test.each([
    ["127.0.0.1", undefined, "open"],
    ["127.8.0.1", undefined, "open"],
    ["localhost", undefined, "open"],
    ["::1", undefined, "open"],
    ["0.0.0.0", undefined, "closed"],
    ["::", undefined, "closed"],
    ["192.168.1.5", undefined, "closed"],
    ["127.0.0.1.example.org", undefined, "closed"],
    ["0.0.0.0", token, "token"],
    ["127.0.0.1", token, "token"],
  ] as const)("on %s, with the token %s: %s", (host, given, kind) =>
    expect(doorFor(host, given).kind).toBe(kind),
  );
});

const everything = [
  ["GET", "/"],
  ["GET", "/page.js"],
  ["GET", "/complete?text=/dot"],
  ["GET", "/events"],
  ["GET", "/picture/x?theme=light"],
  ["GET", "/anything"],
  ["POST", "/ask"],
  ["POST", "/press"],
  ["POST", "/form"],
  ["POST", "/forget"],
] as const;

/** Opens the page behind a door for the tests around. */
const behind = (door: Door) => {
  let stage: Awaited<ReturnType<typeof openPage>>;
  beforeAll(async () => {
    stage = await openPage(undefined, door);
  }, 60_000);
  afterAll(() => stage.close());
  return (path: string, more: RequestInit = {}) => fetch(stage.url + path, { redirect: "manual", ...more });
};

describe("a page that is closed", () => {
  const send = behind({ kind: "closed" });

  test.each([...everything, ["GET", `/login?token=${token}`] as const])(
    "%s %s says why",
    async (method, path) => {
      const answer = await send(path, { method });
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain("PAGE_TOKEN is not set");
      expect(answer.headers.getSetCookie()).toEqual([]);
    },
  );
});

describe("a page behind a token", () => {
  const send = behind({ kind: "token", token });
  const logIn = async (): Promise<string> => (await send(`/login?token=${token}`)).headers.getSetCookie()[0]!;

  test.each(everything)("%s %s needs a session", async (method, path) => {
    expect((await send(path, { method })).status).toBe(401);
    const forged = { cookie: "session=9999999999.x; visitor=00000000-0000-0000-0000-000000000000" };
    expect((await send(path, { method, headers: forged })).status).toBe(401);
  });

  test("the page asks for the token, and looks right", async () => {
    expect(await (await send("/")).text()).toContain("Log in");
    expect((await send("/page.css")).status).toBe(200);
  });

  test.each(["", "a", `${token}x`, token.slice(1), token.toUpperCase()])(
    "“%s” is not the token",
    async (wrong) => {
      const answer = await send(`/login?token=${wrong}`);
      expect(answer.status).toBe(403);
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(await answer.text()).toContain("That is not the token");
    },
  );

  test("who knows it comes in, by the address or by the form, and learns and asks as always", async () => {
    const given = await logIn();
    expect(given).toMatch(/^session=\d+\.[\w-]{43};.*HttpOnly/);
    expect(given).toContain("SameSite=Strict");
    expect(given).not.toContain(token);
    const cookie = given.split(";")[0]!;
    const page = await send("/", { headers: { cookie } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Try one of these");
    const asked = await send("/ask", {
      method: "POST",
      headers: { cookie, accept: "application/json" },
      body: new URLSearchParams({ text: "/dot 2,3,4 1,0,2" }),
    });
    expect(((await asked.json()) as { html: string }).html).toContain("Dot product: 10");
    const form = await send("/login", { method: "POST", body: new URLSearchParams({ token }) });
    expect(form.headers.getSetCookie()[0]).toMatch(/^session=/);
  });

  test("behind TLS the cookie is for TLS alone", async () => {
    const answer = await send(`/login?token=${token}`, { headers: { "x-forwarded-proto": "https" } });
    expect(answer.headers.getSetCookie()[0]).toContain("Secure");
    expect(await logIn()).not.toContain("Secure");
  });

  test("a session ends: one with another end does not bear the seal", async () => {
    const [end, seal] = (await logIn()).split(";")[0]!.slice("session=".length).split(".");
    for (const session of [
      `${Number(end) + 1}.${seal}`,
      `${end}.${seal}x`,
      `.${seal}`,
      `${end}.`,
      `1.${seal}`,
    ])
      expect((await send("/", { headers: { cookie: `session=${session}` } })).status, session).toBe(401);
  });

  test("a post from another site does not log in", async () => {
    const answer = await send("/login", {
      method: "POST",
      headers: { origin: "https://evil.example" },
      body: new URLSearchParams({ token }),
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test.each(["/", "/login", "/page.css", "/nothing"])(
    "%s comes with headers that let nothing foreign in",
    async (path) => {
      const { headers } = await send(path);
      expect(headers.get("content-security-policy")).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("x-frame-options")).toBe("SAMEORIGIN");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    },
  );
});

describe("a session", () => {
  test("is over after thirty days, and with another token", async () => {
    const { keepDoor } = await import("../../src/platforms/playground/page/door.ts");
    const { Hono } = await import("hono");
    let now = Date.parse("2026-01-01");
    const open = (with_: string) =>
      new Hono().use(keepDoor({ kind: "token", token: with_ }, () => now)).get("/", (c) => c.text("in"));
    const cookie = (await open(token).request(`/login?token=${token}`)).headers
      .getSetCookie()[0]!
      .split(";")[0]!;
    const status = async (with_: string) => (await open(with_).request("/", { headers: { cookie } })).status;
    expect(await status(token)).toBe(200);
    expect(await status(`another-${token}`)).toBe(401);
    now += 30 * 86_400_000 - 1_000;
    expect(await status(token)).toBe(200);
    now += 2_000;
    expect(await status(token)).toBe(401);
  });
});

import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseProxies } from "../../src/config/proxies.ts";
import { type Door, doorFor, keepDoor, type Session } from "../../src/platforms/playground/page/door.ts";
import type { PageSettings } from "../../src/platforms/playground/page/page.ts";
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
const behind = (door: Door, more: Partial<PageSettings> = {}) => {
  let stage: Awaited<ReturnType<typeof openPage>>;
  beforeAll(async () => {
    stage = await openPage(undefined, door, 0, more);
  });
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
  const typeToken = (given: string, headers: Readonly<Record<string, string>> = {}) =>
    send("/login", { method: "POST", headers, body: new URLSearchParams({ token: given }) });
  const logIn = async (): Promise<string> => (await typeToken(token)).headers.getSetCookie()[0]!;

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
      const answer = await typeToken(wrong);
      expect(answer.status).toBe(403);
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(await answer.text()).toContain("That is not the token");
    },
  );

  test("who knows it comes in, and learns and asks as always", async () => {
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
  });

  test("behind TLS the cookie is for TLS alone", async () => {
    const tls = { "x-forwarded-proto": "https" };
    const answer = await typeToken(token, tls);
    const [session] = answer.headers.getSetCookie();
    expect(session).toContain("Secure");
    const headers = { ...tls, cookie: session!.split(";")[0]! };
    expect((await send("/", { headers })).headers.getSetCookie()[0]).toMatch(/^visitor=.*Secure/);
    const plain = await logIn();
    expect(plain).not.toContain("Secure");
    const visit = await send("/", { headers: { cookie: plain.split(";")[0]! } });
    expect(visit.headers.getSetCookie()[0]).not.toContain("Secure");
  });

  test("the address is no place for a token: it ends in histories and in the logs of proxies", async () => {
    const answer = await send(`/login?token=${token}`);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await answer.text()).toContain("To come in, type the token");
  });

  test("whoever logs out has no session any more", async () => {
    const cookie = (await logIn()).split(";")[0]!;
    expect(await (await send("/", { headers: { cookie } })).text()).toContain('action="/logout"');
    const out = await send("/logout", { method: "POST", headers: { cookie } });
    expect(await out.text()).toContain("You are logged out");
    for (const name of ["session", "admin"])
      expect(out.headers.getSetCookie().find((each) => each.startsWith(`${name}=;`))).toContain("Max-Age=0");
    expect((await send("/logout", { headers: { cookie } })).status).toBe(404);
    const foreign = { cookie, origin: "https://evil.example" };
    expect((await send("/logout", { method: "POST", headers: foreign })).status).toBe(403);
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

describe("wrong tokens", () => {
  let now = Date.parse("2026-01-01");
  const send = behind({ kind: "token", token }, { now: () => now, adminToken: "an-admin-token-of-length" });
  const from = async (address: string, given: string) => {
    const headers = { "x-forwarded-for": address };
    const answer = await send("/login", {
      method: "POST",
      headers,
      body: new URLSearchParams({ token: given }),
    });
    return { status: answer.status, wait: Number(answer.headers.get("retry-after") ?? 0) };
  };

  test("cost more and more time after the tenth, of whoever names them and of nobody else", async () => {
    const attacker = "203.0.113.7";
    for (let i = 0; i < 10; i += 1) expect((await from(attacker, `wrong ${i}`)).status).toBe(403);
    // Neither another token nor another last part of what the attacker claims helps; the right one has to wait, too.
    for (const given of ["wrong", token])
      expect(await from(attacker, given)).toEqual({ status: 429, wait: 1 });
    expect((await from(`198.51.100.9, ${attacker}`, token)).status).toBe(429);
    expect((await from("198.51.100.9", token)).status).toBe(200);
    const waits: number[] = [];
    for (let i = 0; i < 12; i += 1) {
      now += 1_000 * (await from(attacker, "wrong")).wait;
      expect((await from(attacker, "wrong")).status).toBe(403);
      waits.push((await from(attacker, token)).wait);
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
    now += 900_000;
    expect((await from(attacker, token)).status).toBe(200);
    expect((await from(attacker, "wrong")).status).toBe(403);
  });

  test("all addresses of one house are one", async () => {
    for (let i = 0; i < 10; i += 1) await from(`2001:db8:1:2::${i}`, "wrong");
    expect((await from("2001:db8:1:2:ffff::1", "wrong")).status).toBe(429);
    expect((await from("2001:db8:1:3::1", "wrong")).status).toBe(403);
  });
});

describe("an administrator of the page", () => {
  const adminToken = "an-admin-token-of-length";
  const feedback = async (
    send: (path: string, more?: RequestInit) => Promise<Response>,
    headers: Readonly<Record<string, string>>,
  ) => {
    const answer = await send("/ask", {
      method: "POST",
      headers: { ...headers, accept: "application/json" },
      body: new URLSearchParams({ text: "/feedback" }),
    });
    return ((await answer.json()) as { html: string }).html;
  };
  const cookiesFor = async (
    send: (path: string, more?: RequestInit) => Promise<Response>,
    given: string,
  ): Promise<string> => {
    const answer = await send("/login", { method: "POST", body: new URLSearchParams({ token: given }) });
    return answer.headers
      .getSetCookie()
      .map((each) => each.split(";")[0])
      .join("; ");
  };
  const refusal = "shown to those who look after this";

  describe("behind a token", () => {
    const send = behind({ kind: "token", token }, { adminToken });
    test("is who knows the token of administrators, not who may come in", async () => {
      expect(await feedback(send, { cookie: await cookiesFor(send, token) })).toContain(refusal);
      const cookie = await cookiesFor(send, adminToken);
      expect(cookie).toMatch(/^session=.*; admin=/);
      expect(await feedback(send, { cookie })).not.toContain(refusal);
      const forged = cookie.replace(/admin=.*/, `admin=${/session=([^;]*)/.exec(cookie)![1]}`);
      expect(await feedback(send, { cookie: forged })).toContain(refusal);
    });
  });

  describe("on a page that is open", () => {
    const send = behind({ kind: "open" }, { adminToken });
    test("is not whoever calls this machine by its own name", async () => {
      expect(await feedback(send, {})).toContain(refusal);
      const cookie = await cookiesFor(send, adminToken);
      expect(cookie).toMatch(/^admin=/);
      expect(await feedback(send, { cookie })).not.toContain(refusal);
      expect(await cookiesFor(send, token)).toBe("");
    });
  });

  describe("where there is no token", () => {
    const send = behind({ kind: "open" });
    test("is nobody", async () => {
      expect(await feedback(send, {})).toContain(refusal);
      expect((await send("/login")).status).toBe(404);
    });
  });
});

describe("a session", () => {
  test("is over after thirty days, and with another token", async () => {
    let now = Date.parse("2026-01-01");
    const open = (with_: string) =>
      new Hono<{ Variables: { session: Session } }>()
        .use(
          keepDoor({ door: { kind: "token", token: with_ }, proxies: parseProxies("::1")!, now: () => now }),
        )
        .get("/", (c) => c.text("in"));
    const form = { method: "POST", body: new URLSearchParams({ token }) };
    const cookie = (await open(token).request("/login", form)).headers.getSetCookie()[0]!.split(";")[0]!;
    const status = async (with_: string) => (await open(with_).request("/", { headers: { cookie } })).status;
    expect(await status(token)).toBe(200);
    expect(await status(`another-${token}`)).toBe(401);
    now += 30 * 86_400_000 - 1_000;
    expect(await status(token)).toBe(200);
    now += 2_000;
    expect(await status(token)).toBe(401);
  });
});

import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { loginDocument } from "./document.ts";
import { fieldOf } from "./request.ts";

/** Who may come in: whoever reaches the page, whoever knows a token, or nobody. */
export type Door =
  | { readonly kind: "open" }
  | { readonly kind: "token"; readonly token: string }
  | { readonly kind: "closed" };

/**
 * On an address of this machine to itself whoever reaches the page may use it; on others, only who knows the token, and
 * nobody where there is none. A token that is set is asked for everywhere, as something may stand before the page.
 */
export const doorFor = (host: string, token: string | undefined): Door => {
  if (token !== undefined) return { kind: "token", token };
  return isLoopback(host) ? { kind: "open" } : { kind: "closed" };
};

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);

/** A session lasts so many seconds: 30 days. */
const lifetime = 30 * 86_400;

const cookie = "session";

/** What a login needs to look right. */
const withoutSession = new Set(["/login", "/page.css"]);

/** Lets in whoever has a session, and gives one to whoever knows the token. */
export const keepDoor = (door: Door, now: () => number): MiddlewareHandler => {
  switch (door.kind) {
    case "open":
      return (_, next) => next();
    case "closed":
      return async (context) =>
        context.text("This page is closed: others could reach it, and PAGE_TOKEN is not set.", 403);
    case "token":
      return (context, next) => guarded(context, next, door.token, now());
  }
};

const guarded: (
  context: Context,
  next: () => Promise<void>,
  token: string,
  now: number,
) => Promise<Response | undefined> = async (context, next, token, now) => {
  const { method, path } = context.req;
  if (path === "/login") {
    const given = method === "POST" ? await fieldOf(context, "token") : context.req.query("token");
    context.header("cache-control", "no-store");
    if (given === undefined) return context.html(loginDocument("ask"));
    if (!isSame(given, token)) return context.html(loginDocument("wrong"), 403);
    setCookie(context, cookie, sessionUntil(Math.floor(now / 1_000) + lifetime, token), {
      httpOnly: true,
      sameSite: "Strict",
      path: "/",
      maxAge: lifetime,
      secure: context.req.header("x-forwarded-proto") === "https",
    });
    // A link on it, not a redirect: after one from elsewhere, a browser keeps a strict cookie back.
    return context.html(loginDocument("in"));
  }
  if (!withoutSession.has(path) && !isSession(getCookie(context, cookie), token, now))
    return method === "GET" && path === "/"
      ? context.html(loginDocument("ask"), 401)
      : context.text("Please log in at /login first.", 401);
  await next();
  return undefined;
};

/** The end of the session and its seal: nothing is kept, any process knows it, and another token ends all sessions. */
const sessionUntil = (end: number, token: string): string => `${end}.${sealOf(String(end), token)}`;

const sealOf = (text: string, token: string): string =>
  createHmac("sha256", token).update(`session until ${text}`).digest("base64url");

const isSession = (session: string | undefined, token: string, now: number): boolean => {
  const [end = "", seal = ""] = session?.split(".") ?? [];
  return /^\d{1,12}$/.test(end) && isSame(seal, sealOf(end, token)) && Number(end) * 1_000 > now;
};

/** Compares in a time that tells nothing of how much is right. */
const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(createHash("sha256").update(one).digest(), createHash("sha256").update(other).digest());

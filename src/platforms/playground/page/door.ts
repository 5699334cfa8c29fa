import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Proxies } from "../../../config/proxies.ts";
import { addressOf } from "./address.ts";
import { loginDocument } from "./document.ts";
import { fieldOf, isSecure } from "./request.ts";
import { createTries } from "./tries.ts";

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

/** As whom somebody is at the page. */
export interface Session {
  /** With a token, which may be given back. */
  readonly isIn: boolean;
  /** As one who runs this tutor. */
  readonly isAdministrator: boolean;
}

/** How long a session of each kind lasts, in seconds: 30 days, and one. */
const lifetimes = { session: 30 * 86_400, admin: 86_400 } as const;

type Kind = keyof typeof lifetimes;

/** What a login needs to look right. */
const withoutSession = new Set(["/login", "/logout", "/page.css"]);

export interface DoorServices {
  readonly door: Door;
  /** What whoever runs this tutor logs in with; absent, the page has no administrator. */
  readonly adminToken?: string | undefined;
  readonly proxies: Proxies;
  /** The present moment, in milliseconds since 1970. */
  readonly now: () => number;
}

type Guarded = MiddlewareHandler<{ Variables: { session: Session } }>;

/** Lets in whoever has a session, gives one to whoever knows a token, and takes it back. */
export const keepDoor = ({ door, adminToken, proxies, now }: DoorServices): Guarded => {
  if (door.kind === "closed")
    return async (context) =>
      context.text("This page is closed: others could reach it, and PAGE_TOKEN is not set.", 403);
  const tokens: Readonly<Record<Kind, string | undefined>> = {
    session: door.kind === "token" ? door.token : undefined,
    admin: adminToken,
  };
  const hasLogin = tokens.session !== undefined || tokens.admin !== undefined;
  const tries = createTries(now);

  const has = (context: Context, kind: Kind): boolean => {
    const token = tokens[kind];
    return token !== undefined && isSession(getCookie(context, kind), token, now());
  };

  const give = (context: Context, kind: Kind, token: string): void =>
    setCookie(context, kind, sessionUntil(Math.floor(now() / 1_000) + lifetimes[kind], token), {
      httpOnly: true,
      sameSite: "Strict",
      path: "/",
      maxAge: lifetimes[kind],
      secure: isSecure(context),
    });

  const logIn = async (context: Context): Promise<Response> => {
    const address = addressOf(context, proxies);
    const wait = tries.wait(address);
    if (wait > 0) {
      context.header("retry-after", String(wait));
      return context.html(loginDocument("slowly"), 429);
    }
    const given = await fieldOf(context, "token");
    const kinds = (["session", "admin"] as const).filter((kind) => isSame(given, tokens[kind]));
    if (kinds.length === 0) {
      tries.miss(address);
      return context.html(loginDocument("wrong"), 403);
    }
    tries.forget(address);
    // Whoever runs the tutor comes in, too.
    for (const kind of ["session", "admin"] as const) {
      const token = tokens[kind];
      if (token !== undefined && (kind === "session" || kinds.includes(kind))) give(context, kind, token);
    }
    // A link on it, not a redirect: after one from elsewhere, a browser keeps a strict cookie back.
    return context.html(loginDocument("in"));
  };

  return async (context, next) => {
    const { method, path } = context.req;
    if (hasLogin && path === "/login") {
      context.header("cache-control", "no-store");
      return method === "POST" ? logIn(context) : context.html(loginDocument("ask"));
    }
    if (hasLogin && path === "/logout" && method === "POST") {
      context.header("cache-control", "no-store");
      for (const kind of ["session", "admin"] as const) deleteCookie(context, kind, { path: "/" });
      return context.html(loginDocument("out"));
    }
    const [isIn, isAdministrator] = [has(context, "session"), has(context, "admin")];
    if (door.kind === "token" && !isIn && !withoutSession.has(path))
      return method === "GET" && path === "/"
        ? context.html(loginDocument("ask"), 401)
        : context.text("Please log in at /login first.", 401);
    context.set("session", { isIn: isIn || isAdministrator, isAdministrator });
    await next();
    return undefined;
  };
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
const isSame = (one: string, other: string | undefined): boolean =>
  other !== undefined &&
  timingSafeEqual(createHash("sha256").update(one).digest(), createHash("sha256").update(other).digest());

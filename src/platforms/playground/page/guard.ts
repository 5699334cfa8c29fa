import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/** The names of this machine to itself. */
const local = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Requests that name another host are refused, so that no foreign site can reach the page by a name of its own that
 * leads to this machine; and so are posts that another site makes.
 */
export const refuseStrangers = (hosts: readonly string[]): MiddlewareHandler => {
  const own = new Set([...local, ...hosts]);
  return async (context, next) => {
    const host = context.req.header("host") ?? "";
    if (!own.has(host.replace(/:\d+$/, "").toLowerCase()))
      return context.text(
        "This page answers only under its own names, such as localhost. Others are set with PAGE_HOSTS.",
        403,
      );
    if (
      context.req.method !== "GET" &&
      !isOwn(context.req.header("origin"), context.req.header("sec-fetch-site"), host)
    )
      return context.text("This request comes from another site. Please use the page itself.", 403);
    return next();
  };
};

const isOwn = (origin: string | undefined, site: string | undefined, host: string): boolean => {
  if (origin !== undefined && origin !== "null") return URL.canParse(origin) && new URL(origin).host === host;
  return site === "same-origin" || site === "none" || (origin === undefined && site === undefined);
};

/** Nothing but this page's own script and style may run, and no other page may frame it. */
export const strictHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: "no-referrer",
  // The page is plain HTTP on this machine; whoever puts it behind TLS sets this there.
  strictTransportSecurity: false,
});

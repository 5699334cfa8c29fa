import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Pressed } from "./document.ts";

/** Who is at the page, by a cookie that a new visitor is given. */
export const visitorOf = (context: Context): string => {
  const known = getCookie(context, "visitor");
  if (known !== undefined && /^[0-9a-f-]{36}$/.test(known)) return known;
  const visitor = randomUUID();
  setCookie(context, "visitor", visitor, {
    httpOnly: true,
    sameSite: "Strict",
    path: "/",
    maxAge: 31_536_000,
    secure: isSecure(context),
  });
  return visitor;
};

/** Whether the browser speaks TLS, with what stands before the page. */
export const isSecure = (context: Context): boolean => context.req.header("x-forwarded-proto") === "https";

/** A field of the form that was sent; empty where it has none of the name, or where what was sent is no form. */
export const fieldOf = async (context: Context, name: string): Promise<string> => {
  const value = (await formOf(context))[name];
  return typeof value === "string" ? value : "";
};

const formOf = async (context: Context): Promise<Readonly<Record<string, unknown>>> => {
  try {
    return await context.req.parseBody();
  } catch (error) {
    // A body without the boundaries that its type promises; all else, such as one that is too long, is told by others.
    if (error instanceof TypeError) return {};
    throw error;
  }
};

/** The button that was pressed. */
export const pressedOn = async (context: Context): Promise<Pressed> => ({
  code: await fieldOf(context, "code"),
  on: await fieldOf(context, "on"),
});

/** The latest change that a tab shows: as its browser says when it connects again, or as its document says. */
export const sinceOf = (context: Context): number | undefined => {
  const said = context.req.header("last-event-id") ?? context.req.query("since") ?? "";
  return /^\d{1,15}$/.test(said) ? Number(said) : undefined;
};

/** Whether the script asks, which shows what it is told by itself. */
export const wantsJson = (context: Context): boolean =>
  (context.req.header("accept") ?? "").startsWith("application/json");

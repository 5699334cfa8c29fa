import * as fc from "fast-check";
import { openPage } from "../../support/page/stage.ts";
import { type Entry, insist } from "../entry.ts";
import { typed } from "../texts.ts";
import { codes } from "./commands.ts";

interface Request {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly junk?: string | undefined;
}

const path = fc.oneof(
  fc.constantFrom(
    "/",
    "/ask",
    "/press",
    "/form",
    "/forget",
    "/complete",
    "/picture/x",
    "/page.js",
    "/nothing",
  ),
  fc.webPath(),
  typed.map((text) => `/complete?text=${encodeURIComponent(text.toWellFormed()).slice(0, 4_000)}`),
  fc
    .string({ maxLength: 40 })
    .map((text) => `/picture/${encodeURIComponent(text.toWellFormed())}?theme=dark`),
);

const header = fc.string({ maxLength: 60 }).map((text) => text.replace(/[^\x20-\x7e]/g, "x").trim());

/** What a browser, or something that is none, may send to the page. */
export const page: Entry<Request> = {
  name: "page requests",
  input: fc.record({
    method: fc.constantFrom("GET", "POST"),
    path,
    fields: fc.dictionary(
      fc.constantFrom("text", "code", "typed", "on", "other"),
      fc.oneof(typed, codes.input),
      { maxKeys: 4 },
    ),
    headers: fc.dictionary(
      fc.constantFrom("cookie", "accept", "content-type", "last-event-id", "origin", "sec-fetch-site"),
      fc.oneof(
        header,
        fc.constantFrom("application/json", "multipart/form-data", "application/x-www-form-urlencoded"),
      ),
      { maxKeys: 2 },
    ),
    junk: fc.option(fc.string({ maxLength: 200 }), { nil: undefined, freq: 5 }),
  }),
  open: async () => {
    const { url, close } = await openPage();
    return {
      check: async ({ method, path, fields, headers, junk }) => {
        const body = junk ?? new URLSearchParams(fields).toString();
        const answer = await fetch(url + path, {
          method,
          redirect: "manual",
          headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
          ...(method === "GET" ? {} : { body }),
        });
        const text = await answer.text();
        insist(answer.status < 500, () => `${method} ${path} was answered with ${answer.status}`);
        insist(
          !/<script(?! src="\/page\.js")/i.test(text),
          () => `${method} ${path} has a script in its answer`,
        );
      },
      close,
    };
  },
};

import { describe, expect, test } from "vitest";
import { toldOfError } from "../src/error-fields.ts";
import { createLog } from "../src/log.ts";
import { reportError } from "../src/report-error.ts";
import { beginRequest, currentRequest, inRequest, outsideRequests } from "../src/request.ts";

const caught = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

/** Errors as libraries make them, each with the word “secret” where it carries what was sent. */
const errors: readonly (readonly [string, unknown, object])[] = [
  [
    "a query that failed (drizzle)",
    Object.assign(new Error("Failed query: select $1\nparams: secret"), {
      query: "select $1",
      params: ["secret"],
    }),
    { query: "select $1" },
  ],
  [
    "its cause, a value that does not fit (PostgreSQL)",
    new Error("failed", {
      cause: Object.assign(new Error('invalid input syntax for type integer: "secret"'), {
        severity: "ERROR",
        code: "22P02",
        detail: "secret",
      }),
    }),
    { message: "failed", cause: { code: "22P02" } },
  ],
  ["text that is not JSON", caught(() => JSON.parse("secret")), { type: "SyntaxError" }],
  [
    "a refused request (discord.js)",
    Object.assign(new Error("Invalid Form Body: secret"), {
      code: 50035,
      status: 400,
      requestBody: { json: "secret" },
    }),
    { code: 50035, status: 400 },
  ],
  ["what is no error", "secret", { type: "string" }],
];

describe("what a log tells of an error", () => {
  test.each(errors)("%s: its kind, never what was sent", (_, error, expected) => {
    const told = toldOfError(error);
    expect(told).toMatchObject(expected);
    expect(JSON.stringify(told)).not.toContain("secret");
  });

  test("where it was thrown is told", () =>
    expect(toldOfError(new Error("x")).stack).toMatch(/^\s+at .*log\.test\.ts/));

  test("causes that go in a circle come to an end", () => {
    const error = new Error("round");
    error.cause = error;
    expect(JSON.stringify(toldOfError(error)).match(/round/g)!.length).toBeLessThan(10);
  });
});

describe("the request that a line is about", () => {
  const lines: Record<string, unknown>[] = [];
  const log = createLog("info", { write: (line: string) => lines.push(JSON.parse(line)) });
  const told = async (work: () => unknown): Promise<readonly Record<string, unknown>[]> => {
    lines.length = 0;
    await work();
    return [...lines];
  };

  test("all that follows from one event has its id, another event another", async () => {
    const event = () =>
      beginRequest(async () => {
        log.info("first");
        await new Promise((resolve) => setImmediate(resolve));
        inRequest(() => log.child({ part: "x" }).info("second"));
      });
    const [a, b, c, d] = await told(async () => {
      await event();
      await event();
    });
    expect(a!.request).toMatch(/^[0-9a-f]{8}$/);
    expect(b!.request).toBe(a!.request);
    expect(d!.request).toBe(c!.request);
    expect(c!.request).not.toBe(a!.request);
  });

  test("a job begins one of its own, whatever set it off; its name stands with it", () =>
    beginRequest(() => {
      const outer = currentRequest();
      beginRequest(
        () => {
          expect(currentRequest()!.request).not.toBe(outer!.request);
          expect(currentRequest()!.job).toBe("quiz");
        },
        { job: "quiz" },
      );
      expect(outsideRequests(currentRequest)).toBeUndefined();
    }));

  test("a fault has its place, and is fatal where it ends the process", async () => {
    const [one, other] = await told(() => {
      reportError(log, new Error("x"), { where: "drawing", what: "the drawing thread died" });
      reportError(log, new Error("x"), { where: "process", what: "the end", about: { origin: "y" } });
    });
    expect(one).toMatchObject({
      level: 50,
      where: "drawing",
      err: { message: "x" },
      msg: "the drawing thread died",
    });
    expect(other).toMatchObject({ level: 60, where: "process", origin: "y" });
  });
});

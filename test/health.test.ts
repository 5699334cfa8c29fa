import { afterEach, describe, expect, test } from "vitest";
import { createHealth, type Part, type Phase } from "../src/health.ts";
import { createWebServer, type WebServer } from "../src/platforms/web-server.ts";

let server: WebServer | undefined;
afterEach(() => server?.close());

const open = async (parts: readonly Part[], phase: () => Phase = () => "running") => {
  let seconds = 0;
  const now = () => new Date(Date.UTC(2026, 10, 24, 12, 0, seconds));
  const health = createHealth({ phase, parts: () => parts, now });
  server = createWebServer(health.mounted);
  const url = `http://127.0.0.1:${await server.open(0, "127.0.0.1")}`;
  const ask = async (path: string) => {
    const response = await fetch(url + path);
    return { status: response.status, text: await response.text() };
  };
  return {
    now,
    later: (more: number) => {
      seconds += more;
    },
    ask,
    look: health.look,
    ready: async () => {
      const { status, text } = await ask("/readyz");
      const { parts } = JSON.parse(text) as { parts: readonly object[] };
      return { status, parts };
    },
  };
};

describe("what is told to whoever asks how the process is", () => {
  test("it is alive in every phase", async () => {
    for (const phase of ["starting", "running", "stopping"] as const) {
      const { ask } = await open([], () => phase);
      expect(await ask("/healthz")).toEqual({ status: 200, text: "ok" });
      await server!.close();
    }
  });

  test("it is ready when every part is", async () => {
    const { ready } = await open([
      { name: "database", isReady: async () => true },
      { name: "jobs", isReady: () => true },
    ]);
    expect(await ready()).toEqual({
      status: 200,
      parts: [
        { name: "database", ready: true },
        { name: "jobs", ready: true },
      ],
    });
  });

  test("else the part that is not is named, and since when, until it is again", async () => {
    let isReady = true;
    const { now, later, look, ready } = await open([
      {
        name: "database",
        isReady: async () => {
          if (!isReady) throw new Error("postgres://tutor:secret@host");
          return true;
        },
      },
      { name: "slack", isReady: () => true },
    ]);
    isReady = false;
    const since = now().toISOString();
    await look();
    later(30);
    expect(await ready()).toEqual({
      status: 503,
      parts: [
        { name: "database", ready: false, since },
        { name: "slack", ready: true },
      ],
    });
    isReady = true;
    expect(await ready()).toMatchObject({ status: 200 });
    isReady = false;
    expect(await ready()).toMatchObject({ parts: [{ since: now().toISOString() }, {}] });
  });

  test("a part that says nothing is not ready", async () => {
    const { ready } = await open([{ name: "database", isReady: () => new Promise(() => undefined) }]);
    expect(await ready()).toMatchObject({ status: 503, parts: [{ name: "database", ready: false }] });
  });

  test.each(["starting", "stopping"] as const)("while %s it is not ready", async (phase) => {
    const { ask } = await open([{ name: "database", isReady: () => true }], () => phase);
    const { status, text } = await ask("/readyz");
    expect(status).toBe(503);
    expect(JSON.parse(text)).toEqual({ status: phase, parts: [{ name: "database", ready: true }] });
  });
});

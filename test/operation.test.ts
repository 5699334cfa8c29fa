import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../src/commands/catalogue.ts";
import { platformNames } from "../src/identity.ts";
import { createLearner as discordLearner } from "./support/discord/learner.ts";
import { botToken as discordToken } from "./support/discord/payloads.ts";
import { openDiscord } from "./support/discord/server.ts";
import { openPostgresServer, type PostgresServer } from "./support/postgres.ts";
import { run } from "./support/running.ts";
import { createPayloads } from "./support/slack/payloads.ts";
import { appToken, openSlack, botToken as slackToken } from "./support/slack/server.ts";

/** Each by a connection of its own: one that has been idle may be closed just as it is used again. */
const get = (url: string): Promise<Response> => fetch(url, { headers: { connection: "close" } });

const readiness = async (url: string) => {
  const response = await get(`${url}/readyz`);
  return { code: response.status, ...((await response.json()) as { status: string; parts: object[] }) };
};

/** Lines of Prometheus's text format by name and labels. */
const readMetrics = async (url: string): Promise<ReadonlyMap<string, number>> => {
  const text = await (await get(url)).text();
  return new Map(
    text
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ")))]),
  );
};

const ask = async (url: string, text: string): Promise<string> => {
  const answer = await fetch(`${url}/ask`, {
    method: "POST",
    headers: {
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
      connection: "close",
    },
    body: new URLSearchParams({ text }),
  });
  return ((await answer.json()) as { html: string }).html;
};

/** A port of this machine that something listens at, until it is freed. */
const listening = async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    port,
    free: async () => {
      server.close();
      await once(server, "close");
    },
  };
};

const opens = /The tutor is open at (http:\/\/localhost:\d+)\n/;

describe("the program at work", () => {
  test("tells that it is ready with all its parts, and what it has done in counts and times", async () => {
    const [discord, slack] = await Promise.all([openDiscord(), openSlack()]);
    const { child, says, said, ends } = run("main.ts", {
      METRICS_PORT: "0",
      DISCORD_TOKEN: discordToken,
      DISCORD_API_URL: discord.apiUrl,
      SLACK_BOT_TOKEN: slackToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_API_URL: slack.apiUrl,
    });
    const url = (await says(opens))[1]!;
    const measured = (await says(/Metrics are at (http:\/\/127\.0\.0\.1:\d+\/metrics)\n/))[1]!;
    expect(await (await get(`${url}/healthz`)).text()).toBe("ok");
    await expect.poll(async () => (await readiness(url)).code).toBe(200);
    expect((await readiness(url)).parts).toEqual(
      ["database", "jobs", "discord", "slack"].map((name) => ({ name, ready: true })),
    );

    await discordLearner(discord).slash("dot", "2,3,4 1,0,2");
    await slack.envelope(
      "slash_commands",
      createPayloads(slack, "U01ADA").slash("/cosine", "1,2 3,4", "C01MATHS"),
    );
    await ask(url, "/dot 1,2 3");
    await ask(url, "/zyxxyvault 1,2 3");
    const metrics = await readMetrics(measured);
    expect(Object.fromEntries(metrics)).toMatchObject({
      'tutor_answers_total{command="dot",platform="discord",outcome="answered"}': 1,
      'tutor_answers_total{command="cosine",platform="slack",outcome="answered"}': 1,
      'tutor_answers_total{command="dot",platform="web",outcome="dimension-mismatch"}': 1,
      'tutor_answers_total{command="unknown",platform="web",outcome="unknown-command"}': 1,
      'tutor_answer_seconds_count{command="dot",platform="discord"}': 1,
      'tutor_acknowledgement_seconds_count{platform="discord"}': 1,
      'tutor_acknowledgement_seconds_count{platform="slack"}': 1,
      'tutor_acknowledgement_seconds_count{platform="web"}': 2,
      'tutor_pictures_waiting{of=""}': expect.any(Number),
      'tutor_jobs_ready{of="quiz"}': 0,
    });
    expect(metrics.get('tutor_answer_seconds_sum{command="dot",platform="discord"}')).toBeGreaterThan(0);
    for (const name of ["nodejs_eventloop_lag_p99_seconds", "process_resident_memory_bytes"])
      expect(metrics.get(name)).toBeGreaterThan(0);
    const pictured = async () =>
      [...(await readMetrics(measured))]
        .filter(([series]) => series.startsWith("tutor_picture_seconds_count"))
        .reduce((sum, [, count]) => sum + count, 0);
    await expect.poll(pictured).toBeGreaterThan(0);
    const names = [...catalogue.map(({ name }) => name), "unknown"];
    for (const series of metrics.keys()) {
      const label = (of: string) => new RegExp(`[{,]${of}="([^"]*)"`).exec(series)?.[1];
      expect([...names, undefined]).toContain(label("command"));
      expect([...platformNames, undefined]).toContain(label("platform"));
      expect(series).not.toContain("zyxxyvault");
    }

    await slack.close();
    await expect.poll(async () => (await readiness(url)).code).toBe(503);
    const { status, parts } = await readiness(url);
    expect(status).toBe("not ready");
    expect(parts).toContainEqual({ name: "slack", ready: false, since: expect.stringMatching(/^20\d\d-/) });
    expect(parts).toContainEqual({ name: "discord", ready: true });
    expect((await get(`${url}/healthz`)).status).toBe(200);
    child.kill("SIGTERM");
    expect(await ends()).toBe(0);
    expect(said()).not.toContain("zyxxyvault");
    await discord.close();
  });

  test("a fault that nobody catches is told without a learner's words, and ends it in order with 1", async () => {
    const preload = new URL("support/fault-on-signal.ts", import.meta.url).href;
    const { child, says, said, ends } = run("main.ts", {}, ["--import", preload]);
    await says(opens);
    child.kill("SIGUSR2");
    expect(await ends()).toBe(1);
    const lines = said()
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line) as object);
    expect(lines).toEqual([
      expect.objectContaining({
        level: 60,
        where: "process",
        origin: "uncaughtException",
        err: expect.objectContaining({ query: "select $1" }),
      }),
    ]);
    expect(said()).not.toContain("zyxxyvault");
  });

  test("a port for metrics that is taken is told by its own name", async () => {
    const { port, free } = await listening();
    const { ends, said } = run("main.ts", { METRICS_PORT: String(port) });
    expect(await ends()).toBe(1);
    expect(said()).toContain(`Port ${port} is taken`);
    expect(said()).toContain("Set METRICS_PORT to a free one");
    await free();
  });
});

describe("a database on a server that is not there yet", () => {
  let server: PostgresServer;
  let url: string;
  beforeAll(async () => {
    server = await openPostgresServer();
    url = await server.createDatabase();
    await server.stop();
  });
  afterAll(() => server.close());

  test("is waited for, which is said in one line; one that refuses us is not", async () => {
    const { port, free } = await listening();
    await free();
    const { child, says, said, ends } = run("main.ts", {
      PORT: String(port),
      DATABASE_URL: url,
      DATABASE_WAIT: "60",
    });
    await says(/No PostgreSQL server answers at 127\.0\.0\.1:\d+ \(ECONNREFUSED\).*again for 60 seconds\.\n/);
    expect(await readiness(`http://localhost:${port}`)).toMatchObject({
      code: 503,
      status: "starting",
      parts: expect.arrayContaining([expect.objectContaining({ name: "database", ready: false })]),
    });
    expect((await get(`http://localhost:${port}/healthz`)).status).toBe(200);
    expect((await get(`http://localhost:${port}/`)).status).toBe(503);
    await server.start();
    await says(opens);
    expect(said().match(/No PostgreSQL server answers/g)).toHaveLength(1);
    expect(await ask(`http://localhost:${port}`, "/dot 1,2 3,4")).toContain("11");
    await expect.poll(async () => (await readiness(`http://localhost:${port}`)).status).toBe("ready");

    const refused = run("main.ts", { DATABASE_URL: url.replace(":loopback@", ":wrong@") });
    expect(await refused.ends()).toBe(78);
    expect(refused.said().trim().split("\n")).toHaveLength(1);

    await server.stop();
    await expect
      .poll(async () => (await readiness(`http://localhost:${port}`)).parts)
      .toContainEqual({ name: "database", ready: false, since: expect.any(String) });
    await server.start();
    await expect.poll(async () => (await readiness(`http://localhost:${port}`)).status).toBe("ready");
    child.kill("SIGTERM");
    expect(await ends()).toBe(0);
    expect(said()).not.toContain("loopback");
    await server.stop();
  });

  test("that never comes ends it with the reason and without the password", async () => {
    const { said, ends } = run("main.ts", { DATABASE_URL: url, DATABASE_WAIT: "1" });
    expect(await ends()).toBe(1);
    const lines = said().trim().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^No PostgreSQL server answers at .* Check that it runs, and DATABASE_URL\.$/);
    expect(said()).not.toContain("loopback");
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exitCodes } from "../src/config/config.ts";
import { createLog } from "../src/log.ts";
import { reportError } from "../src/report-error.ts";
import { beginRequest, outsideRequests } from "../src/request.ts";
import { inSpan } from "../src/spans.ts";
import { startTracing } from "../src/tracing.ts";
import { type Collector, openCollector } from "./support/otlp.ts";
import { run } from "./support/running.ts";

let collector: Collector;
beforeAll(async () => {
  collector = await openCollector();
});
afterAll(() => collector.close());

/** Asks the program something by its page, and ends it. */
const askAndEnd = async (settings: Readonly<Record<string, string>>, text: string): Promise<string> => {
  const { child, says, ends } = run("main.ts", settings);
  const [, url] = await says(/The tutor is open at (http:\/\/localhost:\d+)\n/);
  const answer = await fetch(`${url}/ask`, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ text }),
  });
  expect(answer.status).toBe(200);
  child.kill("SIGTERM");
  expect(await ends()).toBe(0);
  return answer.headers.get("set-cookie") ?? "";
};

describe("the program's traces", () => {
  test("tell of a command, its outcome and the calls of the store, and of no learner", async () => {
    const cookie = await askAndEnd(
      { OTEL_EXPORTER_OTLP_ENDPOINT: collector.address },
      "/dot 27182,8 31415,9",
    );
    const spans = collector.spans();
    const answer = spans.find(({ name }) => name === "answer dot");
    expect(answer).toMatchObject({
      parent: "",
      service: "dot-tutor",
      status: "",
      attributes: { "tutor.command": "dot", "tutor.platform": "web", "tutor.outcome": "answered" },
    });
    expect(answer!.attributes["tutor.request"]).toMatch(/^[0-9a-f]{8}$/);
    const calls = spans.filter(({ name }) => name.startsWith("store "));
    expect(calls.map(({ parent }) => parent)).toContain(answer!.id);
    const visitor = /=([\w-]{8,})/.exec(cookie)?.[1];
    expect(visitor).toBeDefined();
    for (const secret of ["27182", "31415", "web:learner", "web:place", visitor!])
      expect(collector.bytes()).not.toContain(secret);
  }, 60_000);

  test("are called as the operator wishes, and tell what kind of mistake a learner has made", async () => {
    const OTEL_EXPORTER_OTLP_TRACES_ENDPOINT = `${collector.address}/v1/traces`;
    await askAndEnd(
      { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, OTEL_SERVICE_NAME: "our-tutor" },
      "/cosine 1,2 1,2,3",
    );
    const found = collector
      .spans()
      .find(({ service, name }) => service === "our-tutor" && /cosine/.test(name));
    expect(found?.attributes["tutor.outcome"]).toMatch(/dimension/);
  }, 60_000);

  test.each<Readonly<Record<string, string>>>([
    { OTEL_SDK_DISABLED: "true" },
    { OTEL_TRACES_EXPORTER: "none" },
  ])(
    "are none with %j",
    async (off) => {
      const before = collector.spans().length;
      await askAndEnd({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.address, ...off }, "/dot 1,2 3,4");
      expect(collector.spans()).toHaveLength(before);
    },
    60_000,
  );

  test.each(["grpc", "http/json"])(
    "are refused at the start in %s",
    async (protocol) => {
      const { said, ends } = run("main.ts", {
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.address,
        OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
      });
      expect(await ends()).toBe(exitCodes.config);
      expect(said()).toContain("OTEL_EXPORTER_OTLP_PROTOCOL must be http/protobuf");
    },
    60_000,
  );
});

describe("within the process", () => {
  const log = createLog("silent");

  test("a fault is noted on the span of its request or job, without what it quotes", async () => {
    process.env.OTEL_EXPORTER_OTLP_ENDPOINT = collector.address;
    const tracing = startTracing(log);
    const fault = { where: "job", what: "a job failed" } as const;
    await beginRequest(
      async () => {
        await inSpan("store quizzes.find", {}, async () => {
          throw new RangeError("too far");
        }).catch((error: unknown) => reportError(log, error, fault));
        await outsideRequests(() => inSpan("apart", {}, async () => undefined));
      },
      { job: "remind" },
    );
    try {
      JSON.parse("a learner's words");
    } catch (error) {
      reportError(log, error, { where: "process", what: "nobody caught it" });
    }
    await tracing.close();
    const named = (name: string) => collector.spans().find((span) => span.name === name);
    const job = named("job remind")!;
    expect(job).toMatchObject({
      parent: "",
      attributes: { "tutor.job": "remind" },
      exceptions: ["RangeError"],
      status: "a job failed",
    });
    expect(named("store quizzes.find")).toMatchObject({ parent: job.id, exceptions: ["RangeError"] });
    expect(named("apart")).toMatchObject({ parent: "" });
    expect(named("fault")).toMatchObject({ exceptions: ["SyntaxError"], status: "nobody caught it" });
    expect(collector.bytes()).not.toContain("words");
  });

  test("a collector that is away is told in the log, and holds nothing up", async () => {
    process.env.OTEL_EXPORTER_OTLP_ENDPOINT = "http://127.0.0.1:9";
    process.env.OTEL_EXPORTER_OTLP_TIMEOUT = "500";
    let written = "";
    const tracing = startTracing(createLog("warn", { write: (line) => (written += line) }));
    expect(inSpan("unheard", {}, () => 7)).toBe(7);
    await tracing.close();
    expect(written).toContain("traces could not be delivered");
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLog } from "../src/log.ts";
import { createWorkerPool, type WorkerPool } from "../src/worker-pool.ts";
import { quietTutor } from "./support/tutor.ts";

const long = (f: (i: number) => string | number) => Array.from({ length: 4096 }, (_, i) => f(i)).join(",");

describe("heavy calls", () => {
  let pool: WorkerPool;
  beforeAll(() => {
    pool = createWorkerPool(createLog("silent"));
  });
  afterAll(() => pool.close());

  const ask = (tutor: ReturnType<typeof quietTutor>, line: string, command = "dot") =>
    tutor.answer({
      input: { kind: "line", command, line },
      id: "1",
      learner: "web:learner:a",
      place: "web:place:a",
      locale: "en",
    });

  test.each([
    ["dot", `${long((i) => i % 7)} ${long((i) => i % 5)}`],
    ["cosine", `${long((i) => `√${i + 2}`)} ${long((i) => i % 5)}`],
    ["why", `${long((i) => i % 7)} ${long((i) => i % 5)} `],
    ["dot", `${long((i) => i)},x1y 1,2`],
  ])(
    "/%s of 4,096 components is answered on another thread as it is here",
    async (command, line) => {
      const [there, here] = await Promise.all([
        ask(quietTutor({ work: pool.work }), line, command),
        ask(quietTutor(), line, command),
      ]);
      expect(JSON.parse(JSON.stringify(there))).toEqual(JSON.parse(JSON.stringify(here)));
    },
    20_000,
  );

  test("“this” is remembered where it was asked", async () => {
    const tutor = quietTutor({ work: pool.work });
    const first = await ask(tutor, `${long((i) => i % 7)} ${long((i) => i % 5)}`);
    expect(first.reply.title).toContain("Dot product");
    const why = await ask(tutor, "", "why");
    expect(why.reply.title).toContain("Why:");
  }, 20_000);

  test("a thread that fails is a fault of ours, told with a reference", async () => {
    const tutor = quietTutor({ work: () => Promise.reject(new Error("out of memory")) });
    const { problem } = await ask(
      tutor,
      long((i) => i),
    );
    expect(problem?.kind).toBe("fault");
  });
});

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Input } from "../../src/commands/command.ts";
import { allowance, createLimits, ownShare } from "../../src/commands/limits.ts";
import { createLoad, mostUnderWay } from "../../src/commands/load.ts";
import type { Tutor } from "../../src/commands/tutor.ts";
import { learnerId, placeId } from "../../src/identity.ts";
import { toPlainText } from "../../src/reply/plain-text.ts";
import { quietTutor } from "../support/tutor.ts";

/** The limiter reads the clock of JavaScript, and nothing else here does. */
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

const ada = learnerId("slack", "T1/U1");
const channel = placeId("slack", "T1", "C1");

/** How many of so many charges in a row are let through. */
const passed = async (times: number, charge: (i: number) => Promise<unknown>): Promise<number> => {
  let count = 0;
  for (let i = 0; i < times; i++) if ((await charge(i)) === undefined) count += 1;
  return count;
};

describe("limits", () => {
  test.each([
    ["light", 60],
    ["usual", 30],
    ["heavy", 10],
    ["free", 200],
  ] as const)("a learner may ask for %s answers %i times in a minute", async (weight, most) => {
    const { charge } = createLimits();
    expect(await passed(200, () => charge({ learner: ada, place: channel }, weight))).toBe(most);
  });

  test("one waits for the end of the minute in which one began, and is told how long", async () => {
    const { charge } = createLimits();
    const from = { learner: ada, place: channel };
    await passed(30, () => charge(from, "usual"));
    vi.advanceTimersByTime(48_000);
    expect(await charge(from, "usual")).toEqual({ kind: "too-quick", whose: "learner", seconds: 12 });
    vi.advanceTimersByTime(12_001);
    expect(await charge(from, "usual")).toBeUndefined();
  });

  /** So many learners who each ask as often as they may. */
  const flood = (learners: number, charge: (learner: number) => Promise<unknown>) =>
    passed(30 * learners, (i) => charge(i % learners));
  const own = ownShare / 2;

  test("beyond what each is sure of, a channel and its threads share, and another channel has its own", async () => {
    const { charge } = createLimits();
    const who = (i: number) => learnerId("slack", `T1/U${i}`);
    const thread = (i: number) => placeId("slack", "T1", "C1", String(i));
    expect(await flood(10, (i) => charge({ learner: who(i), place: thread(i) }, "usual"))).toBe(
      10 * own + allowance.place / 2,
    );
    expect(await passed(10, () => charge({ learner: who(500), place: channel }, "usual"))).toBe(own);
    expect(await charge({ learner: who(500), place: channel }, "usual")).toMatchObject({ whose: "place" });
    expect(await charge({ learner: who(500), place: placeId("slack", "T1", "C2") }, "usual")).toBeUndefined();
  });

  test("what a workspace shares is ten times that; direct messages on Discord are nobody's together", async () => {
    const asks = (inside: string) => {
      const { charge } = createLimits();
      return flood(100, (i) =>
        charge(
          { learner: learnerId("discord", String(i)), place: placeId("discord", inside, String(i)) },
          "usual",
        ),
      );
    };
    expect(await asks("guild")).toBe(100 * own + allowance.workspace / 2);
    expect(await asks("direct")).toBe(3_000);
  });

  test("a lecture of 220 learners presses, hints and asks why, and nobody is refused", async () => {
    const { charge } = createLimits();
    const who = (i: number) => ({ learner: learnerId("slack", `T1/U${i % 220}`), place: channel });
    for (const weight of ["own", "free", "own", "light", "usual"] as const)
      expect(await passed(220, (i) => charge(who(i), weight)), weight).toBe(220);
  });

  test("five who press without end shut nobody out", async () => {
    const { charge } = createLimits();
    const who = (i: number) => ({ learner: learnerId("slack", `T1/U${i}`), place: channel });
    await passed(5 * 58, (i) => charge(who(i % 5), "light"));
    expect(await passed(own, () => charge(who(5), "usual"))).toBe(own);
  });

  test("help with a question counts for who asks for it, and for no place", async () => {
    const { charge } = createLimits();
    expect(await passed(200, () => charge({ learner: ada, place: channel }, "own"))).toBe(60);
    const others = (i: number) => ({ learner: learnerId("slack", `T1/V${i % 20}`), place: channel });
    expect(await passed(1_200, (i) => charge(others(i), "own"))).toBe(1_200);
  });
});

const from = { id: "1", learner: ada, place: channel, locale: "en" } as const;
const ask = (tutor: Tutor, input: Input) => tutor.answer({ ...from, input });
const line = (command: string, rest = ""): Input => ({ kind: "line", command, line: rest });
const said = (text: string): Input => ({ kind: "said", text });

describe("the tutor with limits", () => {
  const never: readonly Input[] = [
    line("answer", "10"),
    said("/answer 10"),
    line("quiz", "stop"),
    line("quiz", "pause"),
    line("data", "delete"),
    line("remind", "off"),
    line("tutor", "quiz stop"),
    line("tutor", "answer 10"),
    { kind: "pressed", code: '1["answer",{"question":1,"option":2}]' },
    { kind: "pressed", code: '1["quiz",{"action":"stop"}]' },
  ];

  test("advises who was too quick, and goes on a minute later", async () => {
    const tutor = quietTutor({ limits: createLimits() });
    for (let i = 0; i < 30; i++)
      expect((await ask(tutor, line("dot", "1,2 3,4"))).reply.tone, `the ${i + 1}th`).not.toBe("problem");
    vi.advanceTimersByTime(20_000);
    const { problem, reply } = await ask(tutor, line("dot", "1,2 3,4"));
    expect(problem).toMatchObject({ kind: "too-quick", seconds: 40 });
    expect(toPlainText(reply)).toContain("Go on in 40 seconds.");
    expect(toPlainText(reply)).not.toContain("This works");
    vi.advanceTimersByTime(40_001);
    expect((await ask(tutor, line("dot", "1,2 3,4"))).problem).toBeUndefined();
  });

  test("a command that asks for others, and the one command for all, are counted once", async () => {
    for (const input of [line("tutor", "dot 1,2 3,4"), line("explain", "cosine 1,2 3,4")]) {
      const tutor = quietTutor({ limits: createLimits() });
      const kinds = [];
      for (let i = 0; i < 31; i++) kinds.push((await ask(tutor, input)).problem?.kind);
      expect(kinds.indexOf("too-quick"), JSON.stringify(input)).toBe(30);
    }
  });

  test.each(["hint", "working"])(
    "/%s is help with a question, so it uses up no place's allowance",
    async (name) => {
      const charged: string[] = [];
      const limits = { charge: async (_: unknown, weight: string) => void charged.push(weight) };
      const tutor = quietTutor({ limits });
      await ask(tutor, line(name));
      await ask(tutor, { kind: "pressed", code: `1["${name}",{"question":1}]` });
      expect(charged).toEqual(["own", "own"]);
    },
  );

  test("what cannot be understood is counted, too", async () => {
    const tutor = quietTutor({ limits: createLimits() });
    for (let i = 0; i < 30; i++) await ask(tutor, said("hello"));
    expect((await ask(tutor, said("hello"))).problem?.kind).toBe("too-quick");
  });

  test.each(never)("%j is never refused", async (input) => {
    const limits = createLimits();
    const load = { ...createLoad(), takes: (weight: string) => weight === "free" };
    const tutor = quietTutor({ limits, load });
    await passed(100, () => limits.charge(from, "usual"));
    expect((await ask(tutor, line("dot", "1,2 3,4"))).problem?.kind).toBe("busy");
    expect(["too-quick", "busy"]).not.toContain((await ask(tutor, input)).problem?.kind);
  });
});

describe("load", () => {
  /** A load with so many pieces of work under way, all of which end when asked to. */
  const loaded = (count: number) => {
    const load = createLoad();
    const { promise, resolve } = Promise.withResolvers<void>();
    const works = Array.from({ length: count }, () => load.track(() => promise));
    const end = async () => {
      resolve();
      await Promise.all(works);
    };
    return { load, end };
  };

  test.each([
    [0, ["pictures", "own", "light", "usual", "heavy", "free"]],
    [mostUnderWay.pictures, ["own", "light", "usual", "heavy", "free"]],
    [mostUnderWay.heavy + 1, ["own", "light", "usual", "free"]],
    [mostUnderWay.others + 1, ["free"]],
  ])("with %i under way it takes %j", async (count, taken) => {
    const { load, end } = loaded(count);
    const takes = () => [
      ...(load.takesPictures() ? ["pictures"] : []),
      ...(["own", "light", "usual", "heavy", "free"] as const).filter(load.takes),
    ];
    expect(takes()).toEqual(taken);
    await end();
    expect(takes()).toContain("pictures");
  });

  test("work that fails is no longer under way", async () => {
    const load = createLoad();
    for (let i = 0; i < mostUnderWay.others * 2; i++)
      await load.track(() => Promise.reject(new Error("no"))).catch(() => undefined);
    expect(load.takes("heavy")).toBe(true);
  });

  test("a tutor that answers a crowd refuses the heavy part of it, draws nothing, and answers the rest", async () => {
    const { load, end } = loaded(mostUnderWay.heavy);
    const tutor = quietTutor({
      load,
      drawPicture: async () => ({ png: new Uint8Array(1), width: 1, height: 1 }),
    });
    expect((await ask(tutor, line("similar", "king queen"))).problem?.kind).toBe("busy");
    expect((await ask(tutor, line("dot", "1,2 3,4"))).problem).toBeUndefined();
    const picture = { kind: "formula", tex: "a", spoken: "a" } as never;
    expect(await tutor.draw(picture, "light")).toBeUndefined();
    await end();
    expect(await tutor.draw(picture, "light")).toBeDefined();
    expect((await ask(tutor, line("similar", "king queen"))).problem).toBeUndefined();
  });
});

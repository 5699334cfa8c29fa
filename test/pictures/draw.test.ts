import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, expect, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { noMeters } from "../../src/meters.ts";
import { createPictures, type DrawingParts, type Pictures } from "../../src/pictures/draw.ts";
import { type FormulaPicture, type Picture, themes } from "../../src/reply/picture.ts";
import { examplePictures } from "../support/example-pictures.ts";

const drawMany = fileURLToPath(new URL("../support/draw-many.ts", import.meta.url));
const unruly = new URL("../support/unruly-worker.ts", import.meta.url);

let open: Pictures | undefined;
afterEach(() => open?.close());

interface Told {
  readonly msg: string;
  readonly counts?: Readonly<Record<string, number>>;
  readonly because?: string;
}

/** Draws, and what was logged and counted of it. */
const createLogged = (
  parts: Partial<DrawingParts> = {},
): Pictures & {
  readonly lines: readonly string[];
  readonly told: () => Told[];
  readonly outcomes: string[];
} => {
  const lines: string[] = [];
  const outcomes: string[] = [];
  const log = createLog("warn", { write: (line: string) => lines.push(line) });
  const meters = { ...noMeters, pictureDone: (outcome: string) => outcomes.push(outcome) };
  open = createPictures({ log, meters, ...parts });
  return { ...open, lines, outcomes, told: () => lines.map((line) => JSON.parse(line) as Told) };
};

const showing = (subject: string): FormulaPicture => ({ kind: "formula", chains: [{ subject, lines: [] }] });

test("a formula is drawn on another thread", async () => {
  const { draw, lines } = createLogged();
  const drawn = await draw(examplePictures.formula["dot-product"]!, "light");
  expect(lines).toEqual([]);
  expect(drawn).toMatchObject({ width: 400 });
  expect([...drawn!.png.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
});

test.each(Object.entries(examplePictures))(
  "%s is drawn on another thread, in either theme",
  async (_, examples) => {
    const { draw, lines } = createLogged();
    const [picture] = Object.values<Picture>(examples);
    const drawn = await Promise.all(themes.map((theme) => draw(picture!, theme)));
    expect(lines).toEqual([]);
    expect(new Set(drawn.map((one) => one!.png)).size).toBe(2);
  },
);

test("what was drawn is the same object when it is asked for again, and no further job", async () => {
  const { draw } = createLogged({ worker: unruly });
  const first = await draw(showing("a"), "light");
  expect(await draw(showing("a"), "light")).toBe(first);
  expect(await draw(showing("a"), "dark")).not.toBe(first);
  expect(await draw(showing("b"), "light")).not.toBe(first);
});

test("those who ask for one picture at the same moment wait for one drawing", async () => {
  const { draw } = createLogged({ worker: unruly, mostWaiting: 1 });
  const all = await Promise.all(Array.from({ length: 100 }, () => draw(showing("slow"), "light")));
  expect(new Set(all)).toEqual(new Set([{ png: new Uint8Array([1, 2, 3]), width: 1, height: 1 }]));
});

test.each([
  ["exit", "failed", /exited/],
  ["throw", "failed", /I do not want to/],
  // Where the machine is slow, its time is over first.
  ["fill", /failed|slow/, /memory|too long/],
  ["loop", "slow", /too long/],
])(
  "a thread told to %s costs one picture; those that wait behind it are drawn",
  async (subject, outcome, because) => {
    const { draw, told, lines, outcomes } = createLogged({ worker: unruly, limits: { drawing: 1_000 } });
    const [first, ...behind] = await Promise.all(
      [subject, "a", "b", "c"].map((each) => draw(showing(each), "light")),
    );
    expect(first).toBeUndefined();
    expect(behind).not.toContain(undefined);
    expect(outcomes[0]).toMatch(outcome);
    expect(told()).toMatchObject([{ msg: "pictures were not drawn", counts: { [outcomes[0]!]: 1 } }]);
    expect(told()[0]!.because).toMatch(because);
    expect(lines[0]).not.toMatch(/chains|stack/);
  },
);

test("loading takes as long as it takes: a picture has its time from then on", async () => {
  const { draw, outcomes } = createLogged({ worker: unruly, limits: { drawing: 1_000 } });
  expect(await draw(showing("heavy"), "light")).toBeDefined();
  expect(outcomes).toEqual(["drawn"]);
});

test("one that waits too long for others is not drawn", async () => {
  const { draw, outcomes } = createLogged({ worker: unruly, limits: { before: 100 } });
  const [slow, behind] = await Promise.all(["slow", "a"].map((subject) => draw(showing(subject), "light")));
  expect([slow !== undefined, behind]).toEqual([true, undefined]);
  expect(outcomes.toSorted()).toEqual(["drawn", "late"]);
  expect(await draw(showing("afterwards"), "light")).toBeDefined();
});

test("a thread that has nothing to draw is ended; the next picture has a new one", async () => {
  const { draw } = createLogged({ worker: unruly, limits: { idle: 0 } });
  expect(await draw(showing("0"), "light")).toMatchObject({ width: 1 });
  let asked = 0;
  // A picture that comes before the end is one more of the same thread.
  await expect
    .poll(async () => {
      asked += 1;
      return (await draw(showing(`${asked}`), "light"))?.width;
    })
    .toBe(1);
});

test("what failed is tried again when it is asked for again", async () => {
  const { draw, outcomes } = createLogged({ worker: unruly });
  await draw(showing("throw"), "light");
  await draw(showing("throw"), "light");
  expect(outcomes).toEqual(["failed", "failed"]);
});

test("of many that fail the first is told at once, and the rest together, without a stack", async () => {
  const { draw, told, lines, close } = createLogged({ worker: unruly });
  await draw(showing("throw"), "light");
  expect(told().map(({ counts }) => counts)).toEqual([{ failed: 1 }]);
  for (let i = 0; i < 20; i += 1) await draw(showing("throw"), "light");
  expect(lines).toHaveLength(1);
  await close();
  expect(told().map(({ counts }) => counts)).toEqual([{ failed: 1 }, { failed: 20 }]);
  expect(lines.join()).not.toContain("stack");
});

test("when too many wait, further ones are refused, counted, and those that wait are drawn", async () => {
  const { draw, outcomes } = createLogged({ worker: unruly, mostWaiting: 5 });
  const all = await Promise.all(Array.from({ length: 40 }, (_, i) => draw(showing(`number ${i}`), "light")));
  // One is being drawn.
  expect(all.filter((one) => one !== undefined)).toHaveLength(6);
  expect(outcomes.filter((outcome) => outcome === "shed")).toHaveLength(34);
  expect(await draw(showing("afterwards"), "light")).toBeDefined();
});

test("what is closed draws no more, and those that wait are told", async () => {
  const { draw, close } = createLogged({ worker: unruly });
  const waiting = ["loop", "a"].map((subject) => draw(showing(subject), "light"));
  await close();
  expect(await Promise.all([...waiting, draw(showing("b"), "light")])).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("what a picture takes outside the heap is given back: a thread does not grow with what it draws", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [drawMany, "450"]);
  expect(Number(stdout)).toBeLessThan(60);
});

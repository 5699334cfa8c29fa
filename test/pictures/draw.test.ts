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

/** Draws, and what was logged of it. */
const createLogged = (parts: Partial<DrawingParts> = {}): Pictures & { readonly told: readonly string[] } => {
  const told: string[] = [];
  const log = createLog("warn", { write: (line: string) => told.push(line) });
  open = createPictures({ log, ...parts });
  return { ...open, told };
};

const showing = (subject: string): FormulaPicture => ({ kind: "formula", chains: [{ subject, lines: [] }] });

test("a formula is drawn on another thread", async () => {
  const { draw, told } = createLogged();
  const drawn = await draw(examplePictures.formula["dot-product"]!, "light");
  expect(told).toEqual([]);
  expect(drawn).toMatchObject({ width: 400 });
  expect([...drawn!.png.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
});

test.each(Object.entries(examplePictures))(
  "%s is drawn on another thread, in either theme",
  async (_, examples) => {
    const { draw, told } = createLogged();
    const [picture] = Object.values<Picture>(examples);
    const drawn = await Promise.all(themes.map((theme) => draw(picture!, theme)));
    expect(told).toEqual([]);
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
  ["exit", /exited/],
  ["throw", /I do not want to/],
  // Where the machine is slow, its time is over first.
  ["fill", /memory|aborted/],
  ["loop", /aborted/],
])("a thread told to %s costs one picture; the next is drawn", async (subject, reason) => {
  const { draw, told } = createLogged({ worker: unruly });
  expect(await draw(showing(subject), "light")).toBeUndefined();
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(reason);
  expect(told[0]).not.toContain("chains");
  expect(await draw(showing("a"), "light")).toBeDefined();
});

test("those that wait behind a thread that dies are drawn by the next", async () => {
  const { draw, told } = createLogged({ worker: unruly });
  const [first, ...behind] = await Promise.all(
    ["exit", "a", "b", "c"].map((subject) => draw(showing(subject), "light")),
  );
  expect(first).toBeUndefined();
  expect(told.length + behind.filter((one) => one !== undefined).length).toBe(4);
  expect(await draw(showing("d"), "light")).toBeDefined();
});

test("what failed is tried again when it is asked for again", async () => {
  const { draw, told } = createLogged({ worker: unruly });
  await draw(showing("throw"), "light");
  await draw(showing("throw"), "light");
  expect(told).toHaveLength(2);
});

test("each drawing is counted once, by what it came to", async () => {
  const outcomes: string[] = [];
  const meters = { ...noMeters, pictureDone: (outcome: string) => outcomes.push(outcome) };
  const { draw } = createLogged({ worker: unruly, mostWaiting: 1, meters });
  await draw(showing("a"), "light");
  await draw(showing("a"), "light");
  expect(outcomes).toEqual(["drawn"]);
  await draw(showing("throw"), "light");
  expect(outcomes).toEqual(["drawn", "failed"]);
  await Promise.all(Array.from({ length: 20 }, (_, i) => draw(showing(`number ${i}`), "light")));
  expect(outcomes).toHaveLength(22);
  expect(outcomes).toContain("shed");
});

test("when too many wait, further ones are refused and those that wait are drawn", async () => {
  const { draw, told } = createLogged({ worker: unruly, mostWaiting: 5 });
  const all = await Promise.all(Array.from({ length: 40 }, (_, i) => draw(showing(`number ${i}`), "light")));
  const drawn = all.filter((one) => one !== undefined).length;
  expect(drawn).toBeGreaterThanOrEqual(5);
  expect(drawn).toBeLessThan(10);
  expect(told).toHaveLength(40 - drawn);
  expect(await draw(showing("afterwards"), "light")).toBeDefined();
});

test("what a picture takes outside the heap is given back: a thread does not grow with what it draws", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [drawMany, "450"]);
  expect(Number(stdout)).toBeLessThan(60);
});

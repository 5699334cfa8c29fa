import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createSeal, readSecretKey, type SecretKey } from "../src/seal.ts";

const newKey = (): SecretKey => readSecretKey(randomBytes(32).toString("hex"))!;
const [old, current, stranger] = [newKey(), newKey(), newKey()];
const text = "xoxb-1 ‖a‖";

describe("a seal", () => {
  test("opens what it closed, which says nothing and never comes out twice the same", () => {
    const seal = createSeal([current]);
    const sealed = Array.from({ length: 200 }, () => seal.close(text, "slack:place:a"));
    expect(new Set(sealed).size).toBe(200);
    for (const one of sealed) {
      expect(one).not.toContain("xoxb");
      expect(Buffer.from(one.split(".")[2]!, "base64url").toString()).not.toContain("xoxb");
      expect(seal.open(one, "slack:place:a")).toEqual({ text, isCurrent: true });
    }
  });

  test("opens for its owner alone", () => {
    const seal = createSeal([current]);
    expect(seal.open(seal.close(text, "slack:place:a"), "slack:place:b")).toBeUndefined();
  });

  test("opens under each key that is listed, and closes under the first", () => {
    const before = createSeal([old]).close(text, "a");
    const rotated = createSeal([current, old]);
    expect(rotated.open(before, "a")).toEqual({ text, isCurrent: false });
    const after = rotated.close(text, "a");
    expect(createSeal([current]).open(after, "a")).toEqual({ text, isCurrent: true });
    expect(createSeal([old]).open(after, "a")).toBeUndefined();
    expect(createSeal([stranger]).open(before, "a")).toBeUndefined();
  });

  test("does not open what has been changed, anywhere, or was cut short", () => {
    const seal = createSeal([current, old]);
    const sealed = seal.close(text, "a");
    const [form, name, content] = sealed.split(".") as [string, string, string];
    const bytes = Buffer.from(content, "base64url");
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes.map((byte, i) => (i === at ? byte ^ 1 : byte)));
      expect(
        seal.open([form, name, changed.toString("base64url")].join("."), "a"),
        `byte ${at}`,
      ).toBeUndefined();
      const cut = bytes.subarray(0, at).toString("base64url");
      expect(seal.open([form, name, cut].join("."), "a"), `cut at ${at}`).toBeUndefined();
    }
    const otherName = createSeal([old]).close(text, "a").split(".")[1]!;
    for (const wrong of ["", "s1", `s2.${name}.${content}`, `s1.${otherName}.${content}`, content])
      expect(seal.open(wrong, "a")).toBeUndefined();
  });

  test("derives a secret for each purpose that is not the key", () => {
    const seal = createSeal([current]);
    expect(seal.derive("one")).toBe(createSeal([current, old]).derive("one"));
    expect(seal.derive("one")).not.toBe(seal.derive("other"));
    expect(seal.derive("one")).not.toBe(createSeal([old]).derive("one"));
  });
});

test.each([
  ["hexadecimal", (key: Buffer) => key.toString("hex"), true],
  ["base64", (key: Buffer) => key.toString("base64"), true],
  ["base64url", (key: Buffer) => key.toString("base64url"), true],
  ["31 bytes", (key: Buffer) => key.subarray(1).toString("base64"), false],
  ["33 bytes", (key: Buffer) => Buffer.concat([key, key.subarray(0, 1)]).toString("base64"), false],
  ["a password", () => "correct horse battery staple", false],
  ["nothing", () => "", false],
])("a key in %s is read: %#", (_, spell, isRead) => {
  const key = randomBytes(32);
  const read = readSecretKey(spell(key));
  expect(read === undefined).toBe(!isRead);
  if (isRead) expect(Buffer.from(read!)).toEqual(key);
});

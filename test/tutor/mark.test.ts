import { describe, expect, test } from "vitest";
import { readVectors } from "../../src/math/read-vectors.ts";
import { number, vector } from "../../src/tutor/answer.ts";
import { kinds, questionFrom, questionThatTells } from "../../src/tutor/kinds.ts";
import { markTyped } from "../../src/tutor/mark.ts";
import { poseQuestion } from "../../src/tutor/pose.ts";
import type { Answer, QuestionKind } from "../../src/tutor/question.ts";

/** The answer written in a text: one number, or a vector. */
const written = (text: string): Answer => {
  const read = readVectors(text);
  if (!read.ok) throw new TypeError(text);
  const [first] = read.value;
  return first!.components.length === 1 ? number(first!.components[0]) : vector(first!);
};

/** A question with this right answer, and a slip that leads to each of the others. */
const asking = (right: string, rounding?: QuestionKind["rounding"], slips: readonly string[] = ["1000"]) =>
  poseQuestion<undefined>(
    {
      name: "dot-product",
      skill: "dot-product",
      templates: [{ name: "the only one", level: 1, pose: () => undefined }],
      prompt: () => ["What?"],
      answer: () => written(right),
      ...(rounding === undefined ? {} : { rounding }),
      hints: () => [["One."], ["Two."], ["Three."]],
      because: () => ["So it is."],
      solve: () => ({ workings: [], words: [] }),
      slips: slips.map((text, i) => ({
        name: `slip-${i + 1}`,
        title: "A slip",
        leadsTo: () => written(text),
        advice: () => ["Look again."],
      })) as never,
    },
    1,
    1,
  );

const twoDecimals = { decimals: 2 };
const degrees = { decimals: 0, unit: "°" };

type Row = readonly [
  right: string,
  rounding: QuestionKind["rounding"],
  typed: string,
  outcome: "right" | "rounding" | "wrong" | "not-an-answer" | "unreadable",
];

const rows: readonly Row[] = [
  // Any form of the right value.
  ["10", undefined, "10", "right"],
  ["10", undefined, "10.0", "right"],
  ["10", undefined, "20/2", "right"],
  ["10", undefined, "= 10", "right"],
  ["10", undefined, " ≈10 ", "right"],
  ["10", undefined, "10,0", "right"],
  ["10", undefined, "2·5", "right"],
  ["10/√145", undefined, "10/√145", "right"],
  ["10/√145", undefined, "10/sqrt(145)", "right"],
  ["10/√145", undefined, "2√145/29", "right"],
  ["√2/2", undefined, "1/√2", "right"],
  ["√2/2", undefined, "sqrt(2)/2", "right"],
  ["√2/2", undefined, "√(1/2)", "right"],
  ["-3", undefined, "−3", "right"],
  ["-3", undefined, "-3", "right"],
  ["-3", undefined, "3", "wrong"],
  ["45", undefined, "45°", "right"],
  ["45", undefined, "45 degrees", "right"],
  ["45", undefined, "45 deg", "right"],
  ["45", undefined, "45 Grad", "right"],
  ["45", undefined, "45 grados", "right"],
  ["2403", undefined, "2,403", "right"],
  ["1/2", undefined, "0,5", "right"],
  ["1/2", undefined, ".5", "right"],
  // Where the exact number is asked for, one that is near is wrong.
  ["10", undefined, "9", "wrong"],
  ["10", undefined, "11", "wrong"],
  ["10", undefined, "9.9", "wrong"],
  ["10", undefined, "9.99", "wrong"],
  ["1/2", undefined, "0.4", "wrong"],
  // A root or a third rounded to two decimals or more is right.
  ["√2", undefined, "1.41", "right"],
  ["√2", undefined, "1.4142", "right"],
  ["√20", undefined, "4.47", "right"],
  ["√20", undefined, "4.472135955", "right"],
  ["14/15", undefined, "0.9333", "right"],
  ["-2/√85", undefined, "−0.2169", "right"],
  ["-1/17", undefined, "-0.0588", "right"],
  ["√20", undefined, "4.46", "wrong"],
  ["√20", undefined, "4.4722", "rounding"],
  ["√2", undefined, "1.4", "rounding"],
  ["√2", undefined, "1.42", "rounding"],
  ["√2", undefined, "1.43", "wrong"],
  ["√2", undefined, "1.5", "wrong"],
  ["√2", undefined, "1", "wrong"],
  ["1/3", undefined, "0.33", "right"],
  // Two decimals are asked for.
  ["10/√145", twoDecimals, "0.83", "right"],
  ["10/√145", twoDecimals, "0,83", "right"],
  ["10/√145", twoDecimals, ".83", "right"],
  ["10/√145", twoDecimals, "0.8305", "right"],
  ["10/√145", twoDecimals, "10/√145", "right"],
  ["10/√145", twoDecimals, "0.84", "rounding"],
  ["10/√145", twoDecimals, "0.8304", "right"],
  ["10/√145", twoDecimals, "0.8", "rounding"],
  ["10/√145", twoDecimals, "0.9", "wrong"],
  ["10/√145", twoDecimals, "0.82", "wrong"],
  ["10/√145", twoDecimals, "0.85", "wrong"],
  ["10/√145", twoDecimals, "0.8350", "wrong"],
  ["10/√145", twoDecimals, "1", "wrong"],
  ["10/√145", twoDecimals, "-0.83", "wrong"],
  ["-10/√145", twoDecimals, "−0,83", "right"],
  ["-10/√145", twoDecimals, "−0.84", "rounding"],
  ["1/2", twoDecimals, "0.5", "right"],
  ["1/2", twoDecimals, "0.51", "wrong"],
  ["0.99473", twoDecimals, "0.990", "right"],
  ["0.99473", twoDecimals, "0.9948", "right"],
  ["0.99473", twoDecimals, "0.9999", "wrong"],
  // What is worked out from the figures that a question gives is right.
  ["0.880797", twoDecimals, "7.389/8.389", "right"],
  ["0.880797", twoDecimals, "7.389/(7.389+1)", "right"],
  ["0.880797", twoDecimals, "20.086/(20.086+2.718)", "right"],
  ["0.880797", twoDecimals, "e^2/(e^2+1)", "right"],
  ["0.880797", twoDecimals, "e²/(e²+1)", "right"],
  ["0.880797", twoDecimals, "1/(1+e^-2)", "right"],
  ["0.880797", twoDecimals, "exp(2)/(exp(2)+1)", "right"],
  ["0.880797", twoDecimals, "e^3/(e^3+e)", "right"],
  ["0.880797", twoDecimals, "7.389/9.389", "wrong"],
  ["0.880797", twoDecimals, "e^2", "wrong"],
  ["0.880797", twoDecimals, "8/9", "wrong"],
  ["2e-1", undefined, "2e-1", "right"],
  ["10/√145", undefined, "10/12.042", "right"],
  ["10/√145", undefined, "10/12.5", "wrong"],
  // Whole degrees are asked for.
  ["33.69", degrees, "34.0", "right"],
  ["33.69", degrees, "33.70", "right"],
  ["33.69", degrees, "34.6", "wrong"],
  ["33.69", degrees, "34", "right"],
  ["33.69", degrees, "34°", "right"],
  ["33.69", degrees, "33.7 degrees", "right"],
  ["33.69", degrees, "33", "rounding"],
  ["33.69", degrees, "35", "wrong"],
  ["33.69", degrees, "32", "wrong"],
  // Vectors.
  ["(3/5, 4/5)", undefined, "3/5, 4/5", "right"],
  ["(3/5, 4/5)", undefined, "(0.6, 0.8)", "right"],
  ["(3/5, 4/5)", undefined, "[0.6 0.8]", "right"],
  ["(3/5, 4/5)", undefined, "0,6; 0,8", "right"],
  ["(3/5, 4/5)", undefined, "(4/5, 3/5)", "wrong"],
  ["(3/5, 4/5)", undefined, "(3/5, 4/5, 0)", "wrong"],
  ["(1/√2, -1/√2)", undefined, "(√2/2, −√2/2)", "right"],
  ["(-5/√50, -3/√50, -4/√50)", undefined, "(-0.707, -0.424, -0.566)", "right"],
  ["(-5/√50, -3/√50, -4/√50)", undefined, "(−0.7071, −0.4243, −0.5657)", "right"],
  ["(-5/√50, -3/√50, -4/√50)", undefined, "(-0.71, -0.42, -0.57)", "right"],
  ["(-5/√50, -3/√50, -4/√50)", undefined, "(-0.7, -0.4, -0.6)", "rounding"],
  ["(-5/√50, -3/√50, -4/√50)", undefined, "(-0.708, -0.424, -0.566)", "rounding"],
  ["(-5/√50, -3/√50, -4/√50)", undefined, "(-0.77, -0.42, -0.57)", "wrong"],
  ["(1/√2, 1/√2)", undefined, "(0.70, 0.71)", "rounding"],
  // A multiple of a vector.
  ["(4/5, 3/5)", undefined, "(4,3)/5", "right"],
  ["(4/5, 3/5)", undefined, "1/5*(4,3)", "right"],
  ["(4/5, 3/5)", undefined, "1/5·(4, 3)", "right"],
  ["(4/5, 3/5)", undefined, "(1/5)(4,3)", "right"],
  ["(4/5, 3/5)", undefined, "(4,3)·1/5", "right"],
  ["(4/5, 3/5)", undefined, "0.2*[4, 3]", "right"],
  ["(4/5, 3/5)", undefined, "(4,3)/4", "wrong"],
  ["(3, 3)", undefined, "3/2*(2,2)", "right"],
  ["(-4, -3)", undefined, "-(4,3)", "right"],
  ["(1/√2, -1/√2)", undefined, "(1,-1)/√2", "right"],
  ["(4/5, 3/5)", undefined, "5/(4,3)", "unreadable"],
  ["(4/5, 3/5)", undefined, "1+(4,3)", "not-an-answer"],
  // Letters, in any order.
  ["2x + 3y", undefined, "2x+3y", "right"],
  ["2x + 3y", undefined, "3y + 2x", "right"],
  ["2x + 3y", undefined, "x + x + 3y", "right"],
  ["2x + 3y", undefined, "2y + 3x", "wrong"],
  ["2x + 3y", undefined, "5", "wrong"],
  // No answer to what was asked.
  ["10", undefined, "", "not-an-answer"],
  ["10", undefined, "10 12", "not-an-answer"],
  ["10", undefined, "(1, 2) (3, 4)", "not-an-answer"],
  ["10", undefined, "(10, 12)", "not-an-answer"],
  ["(3/5, 4/5)", undefined, "3/5", "not-an-answer"],
  ["10", undefined, "banana split!", "unreadable"],
  ["10", undefined, "1/0", "unreadable"],
];

describe("what is typed", () => {
  test.each(rows)("for %s, with rounding %o: “%s” is %s", (right, rounding, typed, outcome) => {
    const mark = markTyped(asking(right, rounding), typed);
    expect(mark.ok ? mark.value.outcome : mark.problem.kind).toBe(outcome);
    if (mark.ok) expect(mark.value.slips).toEqual([]);
  });
});

describe("the slips behind a wrong answer", () => {
  const slipsOf = (right: string, rounding: QuestionKind["rounding"], slips: string[], typed: string) => {
    const mark = markTyped(asking(right, rounding, slips), typed);
    if (!mark.ok) throw new TypeError(mark.problem.kind);
    return [mark.value.outcome, ...mark.value.slips.map(({ name }) => name)];
  };

  test("are found in any form", () =>
    expect(slipsOf("10", undefined, ["7/2"], "3,5")).toEqual(["wrong", "slip-1"]));
  test("are all named where two lead to one value", () =>
    expect(slipsOf("10", undefined, ["14", "9", "28/2"], "14")).toEqual(["wrong", "slip-1", "slip-3"]));
  test("are told by as many decimals as were asked for, and by no fewer", () => {
    expect(slipsOf("0.9947", twoDecimals, ["0.518"], "1")).toEqual(["wrong"]);
    expect(slipsOf("0.9947", twoDecimals, ["0.518"], "0.5")).toEqual(["wrong"]);
    expect(slipsOf("0.9947", twoDecimals, ["0.518"], "0.52")).toEqual(["wrong", "slip-1"]);
    expect(slipsOf("0.9947", twoDecimals, ["0.991"], "0.99")).toEqual(["right"]);
    expect(slipsOf("√20", undefined, ["√6"], "2.45")).toEqual(["wrong", "slip-1"]);
    expect(slipsOf("√20", undefined, ["√6"], "2")).toEqual(["wrong"]);
    expect(slipsOf("(3/5, 4/5)", undefined, ["(1/√2, 1/√2)"], "(0.71, 0.71)")).toEqual(["wrong", "slip-1"]);
  });
  test("that lead to the right value are none", () =>
    expect(slipsOf("10", undefined, ["10", "9"], "10")).toEqual(["right"]));
  test("are found by their rounded value, before the rounding is blamed", () =>
    expect(slipsOf("10/√145", twoDecimals, ["0.8367"], "0.84")).toEqual(["wrong", "slip-1"]));
  test("may lead to a vector where a number is wanted", () => {
    expect(slipsOf("10", undefined, ["(2, 0, 8)"], "(2, 0, 8)")).toEqual(["wrong", "slip-1"]);
    expect(slipsOf("5", undefined, ["(2, 3)"], "2,3")).toEqual(["wrong", "slip-1"]);
  });
  test("may lead to a number where a vector is wanted", () =>
    expect(slipsOf("(3/5, 4/5)", undefined, ["1/5"], "0.2")).toEqual(["wrong", "slip-1"]));
});

test.each(["4.472", "4.47", "  42.00000001 ", "−0.2169", "20/2", "4,47"])(
  "“%s” is given back as it was typed",
  (typed) => {
    const mark = markTyped(asking("√20"), typed);
    expect(mark.ok && mark.value.given).toBe(typed.trim());
  },
);

test("a further question tells apart slips that led to one answer", () => {
  const told = kinds.flatMap(({ name }) => {
    for (let seed = 0; seed < 20; seed += 1) {
      const question = questionFrom({ kind: name, seed, level: 3 })!;
      const unclear = question.options.find(({ slips }) => slips.length === 2)?.slips;
      if (unclear === undefined) continue;
      const next = questionThatTells(question, unclear);
      if (next === undefined) continue;
      const where = unclear.map((slip) => next.options.findIndex(({ slips }) => slips.includes(slip)));
      expect(where).not.toContain(-1);
      expect(where[0], `${name}, seed ${seed}`).not.toBe(where[1]);
      expect(next.kind).toBe(name);
      return [name];
    }
    return [];
  });
  expect(told.length).toBeGreaterThanOrEqual(6);
});

import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { findVectors } from "../../src/math/find-vectors.ts";
import { loadExpressionParser } from "../../src/math/read-expression.ts";
import { readVectors } from "../../src/math/read-vectors.ts";

/** The work that no input may make, in milliseconds of this thread's own: what else the machine does is not counted. */
const most = 50;

const worked = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.threadCpuUsage(since);
  return (user + system) / 1_000;
};

/** Reads a text in both ways; the best of three, so that a collection of garbage is not taken for the reader's work. */
const timeToRead = (text: string): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3 && best > most; i += 1) {
    const start = process.threadCpuUsage();
    readVectors(text);
    const between = process.threadCpuUsage();
    const first = worked(start);
    findVectors(text);
    best = Math.min(best, Math.max(first, worked(between)));
  }
  return best;
};

const forms = [
  "2,3,4 1,0,2",
  "[2 3 4] [1 0 2]",
  "(2, 3, 4)·(1, 0, 2)",
  "<2,3,4> . <1,0,2>",
  "2;3;4 | 1;0;2",
  "1,5;2,5",
  "1e-3, ½, √2, sqrt(2), pi/2, 2^0.5",
  "3i − 2j + k and i + j",
  "np.array([2., 3., 4.], dtype=np.float32)",
  "torch.tensor([[2],[3],[4]])",
  "\\begin{pmatrix}2\\\\\\frac{1}{2}\\\\\\sqrt{4}\\end{pmatrix}",
  "a = (1,2), b = (3,4)",
  "(a+b)(c+d), (1+(2*(3-4)))^2",
  "what is the cosine similarity of (1,2) and (3,4)?",
  "```python\nx = c(1,2)\n```",
  "9^9^9^9, 1e6!, __proto__, f(x)=x",
] as const;

const pieces = [
  ..."()[]{}<>,;|·.*+-/^√½=:'\"`$&\\ \n\t0123456789eijkabxπ_!",
  "sqrt(",
  "\\frac{",
  "\\begin{pmatrix}",
  "\\\\",
  "np.array([",
  " and ",
  "1e9",
  "−",
  "１",
  "\u0302",
] as const;

/** A form with parts of it cut out, doubled, repeated, and strange pieces put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...forms),
    fc.array(fc.tuple(fc.nat(80), fc.nat(12), fc.constantFrom(...pieces), fc.nat(40)), { maxLength: 6 }),
  )
  .map(([form, changes]) =>
    changes.reduce(
      (text, [at, length, piece, times]) =>
        text.slice(0, at) +
        (times > 30 ? text.slice(at, at + length).repeat(times) : piece.repeat((times % 3) + 1)) +
        text.slice(at + (times % 2) * length),
      form as string,
    ),
  );

const strange = fc.oneof(
  { weight: 6, arbitrary: mutated },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
);

describe("whatever is typed", () => {
  beforeAll(() => {
    loadExpressionParser();
    for (const form of forms) for (let i = 0; i < 50; i += 1) timeToRead(form);
  });

  test("100,000 random and mutated texts neither crash the reader nor take it over 50 ms", () => {
    let slowest = 0;
    fc.assert(
      fc.property(strange, (text) => {
        const time = timeToRead(text);
        slowest = Math.max(slowest, time);
        expect(time, JSON.stringify(text)).toBeLessThan(most);
      }),
      { numRuns: 100_000, endOnFailure: true },
    );
    expect(slowest).toBeGreaterThan(0);
  }, 180_000);

  const whole = 65_536;
  test.each<[string, string]>([
    ...[
      "(",
      "[",
      "<",
      ")",
      ",",
      ";",
      "|",
      " ",
      "\n",
      "1",
      "a",
      "i",
      ".",
      "√",
      "^",
      "-",
      "=",
      ":",
      "$",
      "`",
      "&",
      "½",
      "_",
      "·",
    ].map((sign): [string, string] => [sign, sign.repeat(whole)]),
    ...[
      "1,",
      "1 ",
      "a ",
      "(1)",
      "[1]",
      "()",
      "1e",
      "a=",
      "i+",
      "i+j+",
      "3i-2j ",
      "np.",
      "np.array(",
      "sqrt(",
      "\\frac{",
      "\\frac{1}{2}",
      "\\begin{pmatrix}",
      "\\\\",
      "1/",
      "1½",
      "a:1,",
      "c(",
      "1;2,",
      "1|",
      "(1,2)",
      ",a=",
      " and ",
      "- ",
      "1^",
      "a.a",
      "x_",
    ].map((piece): [string, string] => [piece, piece.repeat(whole / piece.length)]),
    ["brackets in brackets", "[".repeat(whole / 2) + "]".repeat(whole / 2)],
    ["a sum in brackets", `${"(1+".repeat(60)}1${")".repeat(60)},2`],
    ["a tower of powers", `${"2^".repeat(90)}2,1`],
    ["a product of sums", `${"(a+b)".repeat(38)},1`],
    ["a power of a sum", "(a+b+c+d)^8,(1+√2)^5000"],
    ["digits", `${"9".repeat(whole - 2)},1`],
    [
      "fractions with long denominators",
      Array.from({ length: 1500 }, (_, i) => `1/${10 ** 9 + i}`).join(","),
    ],
    ["powers", Array.from({ length: 6000 }, (_, i) => `2^.${1000 + i}`).join(",")],
    ["vectors of powers", Array.from({ length: 6000 }, (_, i) => `(1,2^.${1000 + i})`).join(" ")],
    ["exponentials in one component", `${"exp(2)+".repeat(28)}1,1`],
    ["expressions", Array.from({ length: 900 }, (_, i) => `sqrt(${i})+${i}^2*(1+2)/3`).join(",")],
  ])("%s, to the full length that is read", (_, text) => {
    expect(timeToRead(text.slice(0, whole))).toBeLessThan(most);
  });
});

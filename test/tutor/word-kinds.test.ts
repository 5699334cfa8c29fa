import { describe, expect, test } from "vitest";
import { namesFor, showWords } from "../../src/present/words.ts";
import { textToPlain } from "../../src/reply/plain-text.ts";
import type { Words } from "../../src/tutor/markdown.ts";
import type { Question } from "../../src/tutor/question.ts";
import { skillsCalled } from "../../src/tutor/quiz.ts";
import { type Measures, measure } from "../../src/words/measures.ts";
import { posed } from "../support/posed.ts";
import { shipped } from "../words/shipped.ts";

const all = await shipped();

/** How many questions of each kind are looked at. */
const some = 400;

const plain = (words: Words): string => textToPlain(showWords(words, namesFor([])));

const questions = (kind: string): readonly Question[] =>
  Array.from({ length: some }, (_, seed) => posed(kind, seed * 7_921));

/** What the big file says of two words. */
const of = (first: string, second: string): Measures => measure(all, first, second)!;

const mean = (values: readonly number[]): number => values.reduce((x, y) => x + y, 0) / values.length;

const shown = (value: number): string => value.toFixed(2).replace("-", "−");

const rightLabel = ({ options }: Question): string => options.find(({ right }) => right)!.label;

/** What stands in quotation marks, or is told as a norm. */
const named = (text: string): readonly string[] => [...text.matchAll(/“([^”]+)”/g)].map(([, word]) => word!);

describe("the closest word", () => {
  const asked = questions("closest-word");
  const targetOf = ({ prompt }: Question): string => named(plain(prompt))[0]!;

  test("has clearly the largest cosine in the vectors that come with the tutor", () => {
    for (const question of asked) {
      const target = targetOf(question);
      const right = of(target, rightLabel(question)).cosine;
      for (const { label, right: isRight } of question.options)
        if (!isRight) expect(right - of(target, label).cosine, `${target}: ${label}`).toBeGreaterThan(0.079);
    }
  });

  test("is not named by a hint", () => {
    for (const question of asked)
      for (const hint of question.hints.map(plain)) expect(named(hint)).not.toContain(rightLabel(question));
  });

  test("is not the one with the largest dot product where figures are told", () => {
    const withFigures = asked.filter(({ level }) => level === 5);
    expect(withFigures.length).toBeGreaterThan(50);
    for (const question of withFigures) {
      const target = targetOf(question);
      for (const { label } of question.options) {
        const { dotProduct, norms } = of(target, label);
        expect(plain(question.prompt)).toContain(
          `${target}·${label} = ${shown(dotProduct)} with ‖${label}‖ = ${shown(norms[1])}`,
        );
      }
      const misled = question.options.find(({ slips }) => slips.includes("dot-product-taken-for-cosine"))!;
      expect(of(target, misled.label).dotProduct).toBeGreaterThan(
        of(target, rightLabel(question)).dotProduct + 0.4,
      );
    }
  });
});

describe("the odd one out", () => {
  const asked = questions("odd-word-out");

  test("has clearly the smallest mean cosine in the vectors that come with the tutor", () => {
    for (const question of asked) {
      const text = plain(question.because);
      // The words behind a, b, c and d are told with the answer.
      const behind = new Map(
        [...text.matchAll(/\b([a-d]) = (\p{L}+)/gu)].map(([, name, word]) => [name, word!]),
      );
      const words = question.options.map(({ label }) => behind.get(label) ?? label);
      const means = words.map((word) =>
        mean(words.filter((other) => other !== word).map((other) => of(word, other).cosine)),
      );
      const at = question.options.findIndex(({ right }) => right);
      means.forEach((value, i) => {
        if (i !== at) expect(value - means[at]!, words.join()).toBeGreaterThan(0.079);
      });
      expect(text).toContain(`is ${shown(means[at]!)}.`);
    }
  });

  test("is not named by a hint", () => {
    for (const question of asked)
      for (const hint of question.hints.map(plain)) expect(named(hint)).not.toContain(rightLabel(question));
  });
});

describe("whether the larger dot product means more similar", () => {
  const asked = questions("larger-dot-product");

  /** The pairs of a question, with the figures it tells. */
  const pairsOf = ({ prompt }: Question) =>
    [
      ...plain(prompt).matchAll(
        /(\p{L}+)·(\p{L}+) = (\S+) with ‖\p{L}+‖ = (\S+) and ‖\p{L}+‖ = (\d+\.\d\d)/gu,
      ),
    ].map(([, a, b, dot, normA, normB]) => ({ a: a!, b: b!, told: [dot, normA, normB], ...of(a!, b!) }));

  test("is asked with the figures of the vectors that come with the tutor, and answered by the cosine", () => {
    for (const question of asked) {
      const pairs = pairsOf(question);
      expect(pairs.length).toBeGreaterThanOrEqual(2);
      for (const { told, dotProduct, norms } of pairs)
        expect(told).toEqual([dotProduct, ...norms].map(shown));
      const [best, second] = pairs.toSorted((x, y) => y.cosine - x.cosine);
      expect(best!.cosine - second!.cosine).toBeGreaterThan(0.079);
      expect(rightLabel(question)).toContain(`${best!.a} and ${best!.b}`);
    }
  });

  test("has either answer about as often", () => {
    const two = asked.filter((question) => pairsOf(question).length === 2);
    const yes = two.filter((question) => rightLabel(question).startsWith("yes")).length;
    expect(yes / two.length).toBeGreaterThan(0.4);
    expect(yes / two.length).toBeLessThan(0.6);
    for (const question of two) {
      const [more] = pairsOf(question).toSorted((x, y) => y.dotProduct - x.dotProduct);
      const yesOption = question.options.find(({ label }) => label.startsWith("yes"))!;
      expect(yesOption.label).toContain(`${more!.a} and ${more!.b}`);
    }
  });
});

test.each([
  "words",
  "Words",
  "embeddings",
  "embedding",
  "word vectors",
  "similarity of words",
  "odd one out",
])("%s as a topic finds questions about words", (topic) =>
  expect(skillsCalled(topic)).toEqual(["word-similarity"]),
);

test("a cosine similarity that is shown is what the shown figures come to", () => {
  for (const kind of ["closest-word", "larger-dot-product"])
    for (const { solution } of questions(kind)) {
      const lines = [
        ...solution.words
          .map(plain)
          .join("\n")
          .matchAll(/: (−?[\d.]+)\/\(([\d.]+)×([\d.]+)\) ≈ (−?[\d.]+)/g),
      ];
      expect(lines.length).toBeGreaterThan(1);
      for (const [line, dot, a, b, cosine] of lines)
        expect(shown(Number(dot!.replace("−", "-")) / (Number(a) * Number(b))), line).toBe(cosine);
    }
});

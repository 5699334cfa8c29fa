import { describe, expect, test } from "vitest";
import { inLanguage, type Language, languages } from "../../src/language.ts";
import { rational } from "../../src/math/scalar.ts";
import { namesFor, showWords } from "../../src/present/words.ts";
import { textToPlain } from "../../src/reply/plain-text.ts";
import { number } from "../../src/tutor/answer.ts";
import { type AnyKind, kinds, questionFrom } from "../../src/tutor/kinds.ts";
import { markTyped } from "../../src/tutor/mark.ts";
import type { Words } from "../../src/tutor/markdown.ts";
import { levels, type Question } from "../../src/tutor/question.ts";

/** How many questions of each kind and level are asked in each language. */
const some = 8;

const others = languages.filter((language) => language !== "en");

const plain = (words: Words): string => textToPlain(showWords(words, namesFor([])));

/** What does not depend on the language: which options there are, and what leads to them. */
const bonesOf = ({ template, right, options, slips }: Question) => ({
  template,
  kind: right.kind,
  options: options.map((option) => ({
    answer: option.answer.kind === "words" ? undefined : option.answer,
    right: option.right,
    slips: option.slips,
  })),
  slips: slips.map(({ name }) => name),
});

/** All sentences around the options. */
const saidIn = ({ prompt, hints, because, slips }: Question): readonly string[] =>
  [prompt, ...hints, because, ...slips.map(({ advice }) => advice)].map(plain);

const posedIn = (language: Language, kind: AnyKind, ask: (question: Question) => void): void =>
  inLanguage(language, () => {
    for (const level of levels)
      for (let seed = 0; seed < some; seed += 1) ask(questionFrom({ kind: kind.name, seed, level })!);
  });

describe.each(others)("in %s", (language) => {
  test.each(kinds.map((kind) => [kind.name, kind] as const))(
    "%s asks what it asks in English, with the same slips behind the same options",
    (_, kind) => {
      const english: unknown[] = [];
      const here: unknown[] = [];
      posedIn("en", kind, (question) => english.push(bonesOf(question)));
      posedIn(language, kind, (question) => here.push(bonesOf(question)));
      expect(here).toEqual(english);
    },
  );

  test.each(kinds.map((kind) => [kind.name, kind] as const))(
    "%s has options that differ and fit, and can say everything",
    (_, kind) => {
      posedIn(language, kind, (question) => {
        const labels = question.options.map(({ label }) => label);
        const where = `seed ${question.seed}, level ${question.level}`;
        expect(new Set(labels).size, `${where}: ${labels.join(" | ")}`).toBe(labels.length);
        for (const label of labels) {
          expect(label.length, label).toBeGreaterThan(0);
          expect(label.length, label).toBeLessThanOrEqual(75);
        }
        for (const text of saidIn(question)) {
          expect(text, where).toMatch(/[.?!:)…]$/);
          expect(text, where).not.toMatch(/[{}]|undefined/);
        }
        for (const words of question.solution.words)
          expect(plain(words), where).not.toMatch(/[{}]|undefined/);
        expect(new Set(question.hints.map(plain)).size, where).toBe(question.hints.length);
      });
    },
  );
});

test.each(others)("in %s what stands on an option can be typed", (language) => {
  for (const kind of kinds)
    posedIn(language, kind, (question) => {
      if (question.chosenOnly) return;
      const { label } = question.options.find((option) => option.right)!;
      const mark = markTyped(question, label);
      expect(mark.ok && mark.value.outcome, `${kind.name}, seed ${question.seed}: ${label}`).toBe("right");
    });
});

test("a comma stands between thousands only where no comma stands before decimals", () => {
  const question = questionFrom({ kind: "dot-product", seed: 0, level: 1 })!;
  const asked = { ...question, right: number(rational(9, 8)) };
  const outcomeIn = (language: Language) =>
    inLanguage(language, () => {
      const mark = markTyped(asked, "1,125");
      return mark.ok ? mark.value.outcome : mark.problem.kind;
    });
  expect(languages.map(outcomeIn)).toEqual(["wrong", "right", "right"]);
});

test("a question is said in the language in which it is asked", () => {
  const prompts = languages.map((language) =>
    inLanguage(language, () => plain(questionFrom({ kind: "dimensions", seed: 1, level: 1 })!.prompt)),
  );
  expect(prompts).toEqual([
    expect.stringMatching(/^What is the dimension of \(\d+(, \d+)+\)\?$/),
    expect.stringMatching(/^Welche Dimension hat \(\d+(; \d+)+\)\?$/),
    expect.stringMatching(/^¿Cuál es la dimensión de \(\d+(; \d+)+\)\?$/),
  ]);
});

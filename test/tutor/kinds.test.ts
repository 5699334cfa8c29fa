import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/math/expression/expression.ts";
import { valuesOf } from "../../src/math/working.ts";
import { namesFor, showWords } from "../../src/present/words.ts";
import { textToPlain } from "../../src/reply/plain-text.ts";
import { sameAnswer } from "../../src/tutor/answer.ts";
import { kinds, questionThatTells } from "../../src/tutor/kinds.ts";
import { lessonNamed } from "../../src/tutor/lessons.ts";
import { markOption, markTyped } from "../../src/tutor/mark.ts";
import type { Words } from "../../src/tutor/markdown.ts";
import { describeSkill, skills } from "../../src/tutor/skill.ts";
import { posed } from "../support/posed.ts";

/** How many questions of each kind are tried. That their options hold for far more is in kinds-options-*.test.ts. */
const some = 60;

const plain = (words: Words): string => textToPlain(showWords(words, namesFor([])));

describe.each(kinds.map((kind) => [kind.name, kind] as const))("questions of the kind %s", (name, kind) => {
  test("are the same when they are made again, and others from another seed", () => {
    const again = Array.from({ length: some }, (_, seed) => posed(name, seed));
    expect(again.map((question) => plain(question.prompt))).toEqual(
      again.map(({ seed }) => plain(posed(name, seed).prompt)),
    );
    if (!["concepts", "proof-order"].includes(name))
      expect(new Set(again.map((question) => plain(question.prompt) + question.right)).size).toBeGreaterThan(
        3,
      );
  });

  test("say everything in plain words that fit", () => {
    for (let seed = 0; seed < some; seed += 1) {
      const question = posed(name, seed);
      const { prompt, hints, because, options, slips, solution } = question;
      expect(plain(prompt)).toMatch(/[?.:…]$/);
      expect(plain(prompt).length).toBeLessThan(500);
      for (const { label } of options) {
        expect(label.length, label).toBeLessThanOrEqual(75);
        expect(label.length, label).toBeGreaterThan(0);
      }
      expect(hints.length).toBeGreaterThanOrEqual(3);
      expect(new Set(hints.map(plain)).size).toBe(hints.length);
      for (const words of [...hints, because, ...slips.map(({ advice }) => advice)])
        expect(plain(words)).toMatch(/^[\p{Lu}\d(‖√−“(a-z][\s\S]*[.?!)]$/u);
      expect(plain(because).length).toBeLessThan(300);
      expect(solution.workings.length + solution.words.length).toBeGreaterThan(0);
    }
  });

  test("hints do not give the answer away", () => {
    for (let seed = 0; seed < some; seed += 1) {
      const { hints, options, right } = posed(name, seed);
      const answer = options.find((option) => option.right)!.label;
      for (const hint of hints.map(plain)) {
        expect(hint).not.toContain(`= ${answer}.`);
        if (right.kind === "words" && answer.length > 12) expect(hint).not.toContain(answer);
      }
    }
  });

  test("every line of a solution equals the one above", () => {
    for (let seed = 0; seed < some; seed += 1) {
      for (const { working } of posed(name, seed).solution.workings) {
        const [first, ...rest] = valuesOf(working);
        for (const value of rest)
          expect(
            Array.isArray(value)
              ? sameAnswer(asVector(value), asVector(first))
              : sameAnswer(
                  { kind: "number", value: value as never },
                  { kind: "number", value: first as never },
                ),
          ).toBe(true);
        expect(evaluate(working.subject)).toBeDefined();
      }
    }
  });

  test("options are marked by what they are, and name their slips", () => {
    for (let seed = 0; seed < some; seed += 1) {
      const question = posed(name, seed);
      for (const [i, option] of question.options.entries()) {
        const mark = markOption(question, i + 1)!;
        expect(mark.outcome).toBe(option.right ? "right" : "wrong");
        expect(mark.slips.map((slip) => slip.name)).toEqual(option.slips);
      }
      expect(markOption(question, question.options.length + 1)).toBeUndefined();
    }
  });

  test("typed answers are marked as the same options are", () => {
    for (let seed = 0; seed < some; seed += 1) {
      const question = posed(name, seed);
      if (question.chosenOnly) continue;
      for (const option of question.options) {
        if (option.answer.kind !== question.right.kind) continue;
        const mark = markTyped(question, option.label);
        expect(mark.ok, `${name} ${seed} ${option.label}`).toBe(true);
        if (mark.ok && option.right) expect(mark.value.outcome, `${seed} ${option.label}`).toBe("right");
        if (mark.ok && !option.right) expect(mark.value.outcome, `${seed} ${option.label}`).not.toBe("right");
      }
    }
  });

  test("where two slips lead to one answer, another question can tell them apart", () => {
    let tried = 0;
    for (let seed = 0; seed < 400 && tried < 5; seed += 1) {
      const question = posed(name, seed);
      const unclear = question.options.find(({ slips }) => slips.length === 2);
      if (unclear === undefined) continue;
      tried += 1;
      const next = questionThatTells(question, unclear.slips);
      if (next === undefined) continue;
      const leading = next.options.filter(({ slips }) => slips.some((slip) => unclear.slips.includes(slip)));
      expect(leading.length).toBe(2);
    }
  });

  test("belong to a skill with a lesson", () => {
    expect(skills).toContain(kind.skill);
    expect(lessonNamed(describeSkill[kind.skill].lesson)).toBeDefined();
  });
});

const asVector = (components: unknown) =>
  ({ kind: "vector", value: { components, notation: "fraction" } }) as never;

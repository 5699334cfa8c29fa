import { describe, expect, test } from "vitest";
import { inWords } from "../../src/present/question.ts";
import { type Help, helpAbove, helpBelow, helpWith, hintsFor } from "../../src/present/support.ts";
import { textToPlain, toPlainText } from "../../src/reply/plain-text.ts";
import type { Block, Reply } from "../../src/reply/reply.ts";
import { labelOf, number, sameAnswer, vector } from "../../src/tutor/answer.ts";
import { kinds, questionFrom } from "../../src/tutor/kinds.ts";
import { type Level, levels, type Question } from "../../src/tutor/question.ts";
import { runs } from "../support/runs.ts";

/** How many seeds of each kind are tried, the levels in turn. */
const many = runs(250);

const textOf = (blocks: readonly Block[]): string =>
  blocks.length === 0
    ? ""
    : toPlainText({ tone: "plain", title: "Help", blocks: blocks as unknown as Reply["blocks"] });

/** Whether a text holds an answer as a whole, not as a part of a longer number. */
const holds = (text: string, answer: string): boolean => {
  for (let at = text.indexOf(answer); at >= 0; at = text.indexOf(answer, at + 1)) {
    const [before, after] = [text.slice(0, at), text.slice(at + answer.length)];
    if (!/(?:[\p{L}\d√/^−-]|\d[.,])$/u.test(before) && !/^(?:[\p{L}\d√/²]|[.,]\d)/u.test(after)) return true;
  }
  return false;
};

/** Everything that is shown with a question before it is answered, as far as it is about this question. */
const aboutIt = (question: Question, helps: readonly Help[]): string =>
  [
    ...helps.map((help) => textOf(helpBelow(help))),
    ...hintsFor(question).map((hint) => textToPlain(inWords(hint))),
  ].join("\n");

describe.each(kinds.map(({ name }) => name))("the help with %s", (kind) => {
  test(`holds no answer that the question does not name itself, over ${many} seeds`, () => {
    for (let seed = 0; seed < many; seed += 1) {
      const question = questionFrom({ kind, seed, level: levels[seed % levels.length] as Level })!;
      const [above, ...others] = [0, 1, 2, 3].map((right) => helpWith(question, right));
      const help = aboutIt(question, [above!, ...others]);
      const prompt = textToPlain(inWords(question.prompt));
      for (const answer of new Set([labelOf(question.right, question.rounding), labelOf(question.right)]))
        if (holds(help, answer) && !holds(prompt, answer))
          expect.fail(`seed ${seed}: ${answer} stands in\n${help}`);
      expect(hintsFor(question).length, `seed ${seed}`).toBeGreaterThan(0);
      if (above!.support === "full")
        expect(labelOf(above!.like.right, above!.like.rounding)).not.toBe(
          labelOf(question.right, question.rounding),
        );
    }
  });
});

test("“only the last line is missing” is said where that line is the answer, and nowhere else", () => {
  const said = new Set<string>();
  for (const { name } of kinds)
    for (const level of levels)
      for (let seed = 0; seed < 20; seed += 1) {
        const question = questionFrom({ kind: name, seed, level })!;
        const help = helpWith(question, 1);
        if (help.support !== "last-line") continue;
        said.add(name);
        const ends = question.solution.workings.map(({ working: { value } }) =>
          "components" in value ? vector(value) : number(value),
        );
        expect(
          ends.some((end) => sameAnswer(end, question.right)),
          name,
        ).toBe(true);
      }
  expect([...said]).toEqual(
    expect.arrayContaining(["dot-product", "missing-component", "cosine", "softmax-weight"]),
  );
  for (const choosing of [
    "same-dimension",
    "is-unit-vector",
    "dot-or-cosine",
    "more-similar",
    "attention",
    "softmax",
  ])
    expect(said).not.toContain(choosing);
});

test("an example ends in its answer", () => {
  for (const { name } of kinds)
    for (const level of levels) {
      const question = questionFrom({ kind: name, seed: 3, level })!;
      const help = helpWith(question, 0);
      if (help.support !== "full") continue;
      const { right, rounding } = help.like;
      const text = textOf(helpAbove(help));
      expect(holds(text, labelOf(right, rounding)) || holds(text, labelOf(right)), text).toBe(true);
    }
});

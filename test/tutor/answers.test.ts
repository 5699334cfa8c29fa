import { describe, expect, test } from "vitest";
import { languages } from "../../src/language.ts";
import { lettersOfExpression } from "../../src/math/expression/letters.ts";
import { readFormula, readNames } from "../../src/math/read-formula.ts";
import { readVectors } from "../../src/math/read-vectors.ts";
import { namesFor } from "../../src/present/words.ts";
import { type Answer, answers, answersIn } from "../../src/tutor/answers.ts";
import { lessons } from "../../src/tutor/lessons.ts";
import type { Part, Word } from "../../src/tutor/markdown.ts";
import { proofs } from "../../src/tutor/proofs.ts";
import { holds } from "../support/chain.ts";
import { quietTutor } from "../support/tutor.ts";

const mostWords = 60;

const wordsOf = (part: Part): readonly Word[] =>
  part.kind === "formula" ? [{ formula: part.formula }] : part.words;

const formulasOf = ({ body, example }: Answer): readonly string[] =>
  [...body, ...example]
    .flatMap(wordsOf)
    .flatMap((word) => (typeof word === "object" && "formula" in word ? [word.formula] : []));

/** How many words are read; a formula counts as one. */
const lengthOf = (parts: readonly Part[]): number =>
  parts
    .flatMap(wordsOf)
    .map((word) => (typeof word === "string" ? word : "strong" in word ? word.strong : "it"))
    .join("")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const vectorsFrom = (typed: string) => {
  const read = readVectors(typed);
  if (!read.ok) throw new Error(`“${typed}” cannot be read`);
  return read.value;
};

/** Vectors of one's own that an example meets, in the dimensions in which people try things. */
const others = ["1,2 3,4", "3,-4 -1,0.5", "2,3,4 1,0,2", "-1,2,0,5 4,4,-2,1"];

/** A formula with a letter for a number has no value of its own. */
const hasLetters = (source: string, names: ReturnType<typeof readNames>): boolean =>
  readFormula(source, names).parts.some((part) => lettersOfExpression(part).length > 0);

const namesWith = (answer: Answer, typed: string) => {
  const count = Math.max(vectorsFrom(answer.vectors).length, 1);
  return readNames(answer.where, namesFor(vectorsFrom(typed).slice(0, count)));
};

describe.each(answers().map((answer) => [answer.language, answer.name, answer] as const))(
  "the answer in %s, %s",
  (_, __, answer) => {
    test("is short", () => {
      expect(lengthOf(answer.body), "words").toBeLessThanOrEqual(mostWords);
      expect(lengthOf(answer.example), "words of the example").toBeLessThanOrEqual(30);
      expect(answer.body.filter(({ kind }) => kind === "formula").length).toBeLessThanOrEqual(1);
      expect(answer.body.length).toBeGreaterThan(0);
    });

    test("says nothing in a formula that does not hold, of its own vectors or of others", () => {
      const tried = answer.vectors === "" ? [""] : [answer.vectors, ...(answer.isFixed ? [] : others)];
      for (const typed of tried) {
        const names = namesWith(answer, typed);
        for (const source of formulasOf(answer).filter((each) => !hasLetters(each, names)))
          expect(holds(readFormula(source, names)), `${source} with ${typed}`).toBe(true);
      }
    });

    test("has the formulas of the English one", () => {
      const english = answersIn("en").find(({ name }) => name === answer.name)!;
      expect(formulasOf(answer).toSorted()).toEqual(formulasOf(english).toSorted());
    });
  },
);

test.each(languages)("no phrasing in %s serves two answers, or one twice", (language) => {
  const flat = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{Sm}‖·⟨⟩]+/gu, " ")
      .trim();
  const names = new Map<string, string>();
  const twice = answersIn(language).flatMap(({ name, question, phrasings }) =>
    [question, ...phrasings].map(flat).flatMap((phrase) => {
      const other = names.get(phrase);
      names.set(phrase, name);
      return other === undefined ? [] : [`“${phrase}”: ${other} and ${name}`];
    }),
  );
  expect(twice).toEqual([]);
});

test("every answer is there in every language", () => {
  const [english, ...translated] = languages.map((language) => answersIn(language).map(({ name }) => name));
  for (const names of translated) expect(names).toEqual(english);
});

const lines = [...new Set(answersIn("en").flatMap(({ next }) => next))];

const tutor = quietTutor();

test("lessons and proofs to go on with are called by their names", () => {
  for (const [, command, name] of lines.flatMap((line) => [/^\/(explain|prove) (\S+)/.exec(line) ?? []]))
    if (command !== undefined)
      expect((command === "explain" ? lessons() : proofs()).map((each) => each.name)).toContain(name);
});

test.each(lines)("what is gone on with is there: %s", async (line) => {
  const { reply } = await tutor.answer({
    input: { kind: "said", text: line },
    id: "1",
    learner: "web:learner:a",
    place: "web:place:a",
    locale: "en",
    isAlone: true,
  });
  expect(reply.tone, JSON.stringify(reply)).not.toBe("problem");
});

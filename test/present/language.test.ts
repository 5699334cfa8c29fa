import { expect, test } from "vitest";
import { inLanguage, type Language } from "../../src/language.ts";
import { rational } from "../../src/math/scalar.ts";
import { vectorOf } from "../../src/math/vector.ts";
import { showLesson } from "../../src/present/lesson.ts";
import { showProof } from "../../src/present/proof.ts";
import { quizInWords, showOpenQuestion } from "../../src/present/quiz.ts";
import { toPlainText } from "../../src/reply/plain-text.ts";
import { questionOfKept } from "../../src/tutor/kinds.ts";
import { lessons } from "../../src/tutor/lessons.ts";
import { proofs } from "../../src/tutor/proofs.ts";
import type { QuizSettings } from "../../src/tutor/quiz.ts";
import { skills } from "../../src/tutor/skill.ts";

const settings: QuizSettings = {
  skills: ["norm"],
  rounds: 5,
  seconds: 30,
  mode: "together",
  seed: 1,
  alone: false,
};

const titleIn = (language: Language) =>
  inLanguage(
    language,
    () =>
      showOpenQuestion({
        id: 1,
        quiz: 1,
        number: 2,
        question: questionOfKept({ kind: "norm", seed: 1, level: 1 }),
        settings,
        answered: 0,
      }).title,
  );

test("a title behind a colon begins small in English, and stays as it is in German", () => {
  expect(titleIn("en")).toBe("Question 2 of 5: norm");
  expect(titleIn("de")).toBe("Frage 2 von 5: Norm");
});

test.each<[Language, string]>([
  ["en", "5 questions on norm, 30 seconds each, together"],
  ["de", "5 Fragen (Norm), je 30 Sekunden, gemeinsam"],
])("a quiz is described in %s", (language, words) =>
  expect(inLanguage(language, () => quizInWords(settings))).toBe(words),
);

test("a quiz without a bell, as a race, on every skill", () => {
  const { seconds: _, ...silent } = settings;
  expect(quizInWords({ ...silent, skills: [...skills], mode: "race" })).toBe(
    "5 questions on a bit of everything, without a bell, as a race",
  );
});

const vectorFrom = (...components: readonly number[]) => vectorOf(components.map((each) => rational(each)));

const vectors = [vectorFrom(3, 4), vectorFrom(4, 3)] as const;

const opening = (language: Language) =>
  inLanguage(language, () => [
    toPlainText(
      showLesson(
        lessons().find(({ name }) => name === "dot-product")!,
        "lesson",
        {
          vectors,
          typed: "/dot 3,4 4,3",
          reply: { tone: "plain", blocks: [{ kind: "paragraph", text: "24" }] },
        },
        { before: [], next: [] },
      ),
    ),
    toPlainText(showProof({ proof: proofs()[0]!, step: 0, view: "hint", digits: 4, vectors })),
  ]);

test("a lesson and a proof are told in the language of the rest", () => {
  for (const text of opening("de")) expect(text).toMatch(/Geometrie|Skalarprodukt/);
  for (const text of opening("es")) expect(text).toMatch(/geometría|producto escalar/);
  for (const text of opening("en")) expect(text).toMatch(/geometry|dot product/);
});

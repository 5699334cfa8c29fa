import * as z from "zod";
import { err, ok } from "../base/result.ts";
import { isZeroVector } from "../math/norm.ts";
import { accountForSimilarity } from "../math/similarity.ts";
import type { Vector } from "../math/vector.ts";
import { type PosedCheck, showCheck, showCheckMark } from "../present/check.ts";
import { styleFor } from "../present/formula.ts";
import { message, say } from "../say.ts";
import { questionsAbout } from "../tutor/check.ts";
import { defineCommand } from "./command.ts";
import { vectorsOption } from "./option.ts";

/** The vectors that one is asked about when there are none at hand: those of the article. */
const usual = "2,3,4 1,0,2";

export const check = defineCommand({
  name: "check",
  summary: message("A few questions about two vectors, for you alone"),
  audience: "asker",
  options: z.object({
    vectors: vectorsOption(
      message("Two vectors; left out, those of the latest answer here"),
      2,
      20,
    ).optional(),
    question: z
      .int()
      .min(1)
      .max(9)
      .default(1)
      .meta({ description: message("Which question, 1 to 9") }),
    answer: z
      .int()
      .min(1)
      .max(9)
      .optional()
      .meta({ description: message("The number of your answer, 1 to 9") }),
  }),
  examples: ["2,3,4 1,0,2", "2,3,4 1,0,2 question:2"],
  offer: message("Quiz me on this"),
  needs: ["numbers", "direction"],
  phrases: {
    en: ["quiz me on", "check me"],
    de: ["frag mich ab", "prüfe mich"],
    es: ["ponme a prueba", "pregúntame"],
  },
  run: async ({ vectors, question: number, answer: chosen }, { given, numbers, recall, answer }) => {
    if (vectors === undefined)
      return answer({
        kind: "call",
        command: "check",
        options: { ...given, vectors: (await recall()) ?? usual },
      });
    const [a, b] = vectors as [Vector, Vector];
    const account = accountForSimilarity(a, b);
    if (!account.ok) return account;
    const zeroAt = [a, b].findIndex(isZeroVector);
    if (zeroAt >= 0)
      return err({ kind: "zero-vector", operation: message("cosine similarity"), vector: zeroAt + 1 });
    const questions = questionsAbout(a, b, account.value);
    const question = questions[Math.min(number, questions.length) - 1]!;
    const posed: PosedCheck = {
      question,
      number: Math.min(number, questions.length),
      count: questions.length,
      vectors: [a, b],
      given: String(given.vectors),
    };
    if (chosen !== undefined && chosen > question.options.length)
      return err({
        kind: "bad-option",
        option: "answer",
        given: String(chosen),
        wanted: say("1 to {most}", { most: question.options.length }),
      });
    return ok(
      chosen === undefined
        ? showCheck(posed, styleFor([a, b], numbers.digits))
        : showCheckMark(posed, chosen),
    );
  },
});

import * as z from "zod";
import { languages } from "../language.ts";
import type { Preferences } from "../preferences.ts";
import { pictureWishes } from "../reply/picture.ts";
import { fewestRounds, longestSeconds, mostRounds, quizModes } from "../tutor/quiz.ts";

export const notations = ["written", "fractions", "decimals"] as const;

export const languageWishes = ["auto", ...languages] as const;

/** Significant digits that may be asked for. */
export const [fewestDigits, mostDigits] = [1, 15];

/** What may be set for a learner as well as for a place. */
export const preferencesShape = z.object({
  pictures: z.enum(pictureWishes).optional(),
  notation: z.enum(notations).optional(),
  digits: z.int().min(fewestDigits).max(mostDigits).optional(),
  language: z.enum(languageWishes).optional(),
  quiz: z
    .object({
      topic: z.string().optional(),
      rounds: z.int().min(fewestRounds).max(mostRounds).optional(),
      seconds: z.int().min(0).max(longestSeconds).optional(),
      mode: z.enum(quizModes).optional(),
    })
    .optional(),
}) satisfies z.ZodType<Preferences>;

/** The inner ones over the outer, a quiz part by part. */
export const overlaid = (outer: Preferences, inner: Preferences): Preferences => ({
  ...outer,
  ...inner,
  ...(outer.quiz === undefined && inner.quiz === undefined ? {} : { quiz: { ...outer.quiz, ...inner.quiz } }),
});

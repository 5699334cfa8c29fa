import * as z from "zod";
import { err, ok, type Result } from "../base/result.ts";
import { languages } from "../language.ts";
import type { Preferences, QuizPreferences } from "../preferences.ts";
import type { Problem } from "../problem.ts";
import type { Context } from "./command.ts";
import { overlaid, preferencesShape } from "./preferences.ts";

/** What is set for a place. */
const shape = preferencesShape.extend({
  daily: z
    .object({
      minutes: z.number(),
      zone: z.string(),
      topic: z.string().optional(),
      language: z.enum(languages).optional(),
      /** Whoever set it, and is told when it cannot be posted. */
      by: z.string().optional(),
    })
    .optional(),
});

export type PlaceSettings = z.output<typeof shape>;

export const placeSettings = async ({ store, invocation }: Context): Promise<PlaceSettings> =>
  shape.parse(await store.quizzes.placeSettings(invocation.place));

/** Whoever may manage the place; where one is alone, one may. */
export const mayManage = async ({ invocation }: Context): Promise<boolean> =>
  invocation.isAlone === true ||
  ((await invocation.mayManage?.()) ?? false) ||
  ((await invocation.isAdministrator?.()) ?? false);

/** Whose setting is meant: the learner's own, or the place's for everyone in it. */
export type Whose = "me" | "here";

/** What is to be set; what is undefined is no longer set. The parts of a quiz that are not named stay. */
export type Change = { readonly [Name in keyof Preferences]: Preferences[Name] };

/**
 * Keeps what the learner or the place now wants. Where one is alone, everyone is oneself. `operation` is said to those
 * who may not.
 */
export const changeSettings = async (
  change: Change,
  whose: Whose,
  operation: string,
  context: Context,
): Promise<Result<undefined, Problem>> => {
  const { store, invocation } = context;
  const { learner, name, place, isAlone } = invocation;
  const withQuiz = (quiz: QuizPreferences | undefined): Change =>
    change.quiz === undefined ? change : { ...change, ...overlaid({ quiz }, { quiz: change.quiz }) };
  if (whose === "here" && isAlone !== true) {
    if (!(await mayManage(context))) return err({ kind: "not-allowed", operation });
    await store.quizzes.changePlace(place, withQuiz((await placeSettings(context)).quiz));
  } else {
    await store.learners.meet(learner, name);
    await store.learners.change(learner, withQuiz((await store.learners.settingsOf(learner)).quiz));
  }
  return ok(undefined);
};

import * as z from "zod";
import { err, ok, type Result } from "../base/result.ts";
import { placesOutwards, workspaceOf } from "../identity.ts";
import type { Problem } from "../problem.ts";
import { message } from "../say.ts";
import type { KeptQuestion } from "../store/questions.ts";
import { questionOfKept } from "../tutor/kinds.ts";
import type { Question } from "../tutor/question.ts";
import type { Context } from "./command.ts";

/** Buttons name the question that they stand on; whoever types means the one that is open. */
export const questionOption = z
  .int()
  .min(1)
  .optional()
  .meta({ description: message("Which question, by its number; usually left out") });

/** A question that was posed, as it is kept and as it reads. */
export interface AskedQuestion {
  readonly kept: KeptQuestion;
  readonly question: Question;
}

/**
 * The question of that id, or else the one that is open in this place. Nobody reaches a question of another place, or
 * one that was put to somebody else alone: to them there is none.
 */
export const findAsked = async (
  context: Context,
  id: number | undefined,
): Promise<Result<AskedQuestion, Problem>> => {
  const kept = id === undefined ? await openHere(context) : await context.store.questions.find(id);
  if (kept === undefined || !isFor(context, kept)) return err({ kind: "no-question" });
  return ok({ kept, question: questionOfKept(kept) });
};

/** The one of a quiz here; else what was put to the learner last and is not answered; else what was put last. */
const openHere = async ({ store, invocation }: Context): Promise<KeptQuestion | undefined> => {
  const { place, learner } = invocation;
  for (const around of placesOutwards(place)) {
    const quiz = await store.quizzes.in(around);
    const latest = quiz && (await store.questions.latestOf(quiz.id));
    if (latest !== undefined && latest.closedAt === undefined) return latest;
  }
  const dailies = await Promise.all(
    placesOutwards(place).map((around) => store.questions.latestDaily(around)),
  );
  const latest = [...dailies, ...(await store.questions.practisedBy(learner, 1))]
    .flatMap((kept) => (kept === undefined || kept.closedAt !== undefined ? [] : [kept]))
    .toSorted((x, y) => y.openedAt.getTime() - x.openedAt.getTime());
  for (const kept of latest) {
    const attempts = await store.questions.attemptsOn(kept.id);
    if (!attempts.some((attempt) => attempt.learner === learner)) return kept;
  }
  return latest[0];
};

const isFor = ({ invocation: { learner, place } }: Context, kept: KeptQuestion): boolean =>
  kept.learner === undefined
    ? kept.workspace === workspaceOf(place) && placesOutwards(place).includes(kept.place)
    : kept.learner === learner;

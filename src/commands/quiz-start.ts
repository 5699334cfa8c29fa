import { err, ok, type Result } from "../base/result.ts";
import { workspaceOf } from "../identity.ts";
import { currentLanguage } from "../language.ts";
import { PostRefused } from "../posting.ts";
import { showStarted } from "../present/quiz.ts";
import type { Problem } from "../problem.ts";
import { message, say } from "../say.ts";
import {
  longestSeconds,
  type QuizMode,
  type QuizSettings,
  shortestSeconds,
  skillsCalled,
  usualRounds,
  usualSeconds,
} from "../tutor/quiz.ts";
import { describeSkill, skills } from "../tutor/skill.ts";
import type { Context, Outcome } from "./command.ts";
import { changeSettings } from "./place-settings.ts";
import { readWishes, wishedFor } from "./wishes.ts";

/** What may be said of a quiz. */
export interface QuizWishes {
  readonly topic?: string | undefined;
  readonly rounds?: number | undefined;
  /** 0 for no bell. */
  readonly seconds?: number | undefined;
  readonly mode?: QuizMode | undefined;
}

/** Begins at once with what is set for the place, and with what is wished beyond that. */
export const startQuiz = async (wishes: QuizWishes, context: Context): Promise<Outcome> => {
  const { store, invocation, now, quizMaster, draw } = context;
  const { place, learner, name } = invocation;
  if ((await invocation.mayWrite?.()) === false)
    return err({
      kind: "not-allowed",
      operation: message("A quiz is started by those who may write in this channel."),
    });
  const wanted = quizFor({ ...(await quizHere(context)), ...given(wishes) }, draw(), context);
  if (!wanted.ok) return wanted;
  const settings = wanted.value;
  await store.learners.meet(learner, name);
  const started = await store.quizzes.start({
    workspace: workspaceOf(place),
    place,
    starter: learner,
    settings,
    startedAt: now(),
  });
  if (started === undefined) {
    const running = await store.quizzes.in(place);
    return err({ kind: "quiz-under-way", isPaused: running?.state === "paused" });
  }
  try {
    await quizMaster.advance(started.id);
  } catch (error) {
    if (!(error instanceof PostRefused)) throw error;
    await store.quizzes.change(started.id, "paused", "ended", now());
    return err({ kind: "cannot-post" });
  }
  return ok(showStarted(settings));
};

/** What is set for quizzes here: a quiz of one is as they want it. */
const quizHere = async ({ store, invocation }: Context): Promise<QuizWishes | undefined> =>
  wishedFor(await readWishes(invocation, store), invocation.isAlone === true).quiz;

/** Those that are said. */
export const given = (wishes: QuizWishes): QuizWishes =>
  Object.fromEntries(
    (["topic", "rounds", "seconds", "mode"] as const).flatMap((name) =>
      wishes[name] === undefined ? [] : [[name, wishes[name]]],
    ),
  );

const quizFor = (
  { topic = "", rounds = usualRounds, seconds = usualSeconds, mode = "together" }: QuizWishes,
  seed: number,
  { invocation }: Context,
): Result<QuizSettings, Problem> => {
  const found = skillsCalled(topic);
  if (found.length === 0)
    return err({
      kind: "bad-option",
      option: "topic",
      given: topic,
      wanted: say("a topic such as {topics}", {
        topics: skills
          .slice(0, 5)
          .map((skill) => say(describeSkill[skill].title))
          .join(", "),
      }),
    });
  if (seconds !== 0 && seconds < shortestSeconds)
    return err({
      kind: "bad-option",
      option: "seconds",
      given: String(seconds),
      wanted: say("{least} to {most}, or 0 for no bell", { least: shortestSeconds, most: longestSeconds }),
    });
  const alone = invocation.isAlone === true;
  return ok({
    skills: [...found],
    rounds,
    ...(seconds === 0 || alone ? {} : { seconds }),
    mode,
    seed,
    alone,
    language: currentLanguage(),
  });
};

/** The settings of the place, with what is given changed. */
export const usualSettings = async (
  wishes: QuizWishes,
  context: Context,
): Promise<Result<QuizSettings, Problem>> => {
  const changes = given(wishes);
  const settings = quizFor({ ...(await quizHere(context)), ...changes }, 0, context);
  if (!settings.ok || Object.keys(changes).length === 0) return settings;
  const changed = await changeSettings(
    { quiz: changes },
    "here",
    message("What quizzes here are set to is for those who manage the channel."),
    context,
  );
  return changed.ok ? settings : changed;
};

/** Why quizzes cannot be like that; undefined when they can. */
export const problemWith = (wishes: QuizWishes, context: Context): Problem | undefined => {
  const settings = quizFor(wishes, 0, context);
  return settings.ok ? undefined : settings.problem;
};

import * as z from "zod";
import { cut } from "../base/cut.ts";
import { err, ok, type Result } from "../base/result.ts";
import { workspaceOf } from "../identity.ts";
import { helpWith } from "../present/support.ts";
import { showNoted, showVerdict } from "../present/verdict.ts";
import type { Problem } from "../problem.ts";
import type { Reply } from "../reply/reply.ts";
import { message, say } from "../say.ts";
import type { Recorded } from "../store/questions.ts";
import { type Mark, markOption, markTyped } from "../tutor/mark.ts";
import { pointsFor, type QuizSettings, readQuizSettings } from "../tutor/quiz.ts";
import { isMastered, learned, type SkillRecord } from "../tutor/skill-record.ts";
import { type AskedQuestion, findAsked, questionOption } from "./asked.ts";
import { type Context, defineCommand, type Outcome } from "./command.ts";

/** No question is thought about for longer; what is kept of the time ends there. */
const mostSeconds = 86_400;

export const answer = defineCommand({
  name: "answer",
  summary: message("Answer the question that is open here, for nobody else to see"),
  audience: "asker",
  weight: "free",
  options: z.object({
    answer: z
      .string()
      .max(500)
      .optional()
      .meta({
        description: message("Your answer, such as 10, 20/2 or 10/√145"),
        form: { title: message("Your answer"), label: message("Your answer") },
      }),
    question: questionOption,
    option: z
      .int()
      .min(1)
      .max(9)
      .optional()
      .meta({ description: message("The number of one of the answers") }),
  }),
  examples: ["10", "3/5, 4/5"],
  run: async ({ answer: typed, question: id, option }, context): Promise<Outcome> => {
    const asked = await findAsked(context, id);
    if (!asked.ok) return asked;
    const mark = markOf(asked.value, typed, option);
    if (!mark.ok) return mark;
    return record(asked.value, mark.value, option === undefined, context);
  },
});

const markOf = (
  { question }: AskedQuestion,
  typed: string | undefined,
  option: number | undefined,
): Result<Mark, Problem> => {
  if (option !== undefined) {
    const mark = markOption(question, option);
    return mark === undefined
      ? err({
          kind: "bad-option",
          option: "option",
          given: String(option),
          wanted: say("1 to {most}", { most: question.options.length }),
        })
      : ok(mark);
  }
  if (typed === undefined)
    return err({ kind: "bad-option", option: "answer", wanted: say("your answer, such as 10") });
  const chosen = question.options.findIndex(
    ({ label }) => label.toLowerCase() === typed.trim().toLowerCase(),
  );
  if (chosen >= 0) return ok(markOption(question, chosen + 1)!);
  return question.chosenOnly
    ? err({ kind: "not-an-answer", found: cut(typed, 60), wanted: "words" })
    : readable(question, markTyped(question, typed), typed);
};

/** Whoever answers is not bothered with vectors and components where one number is wanted. */
const readable = (
  { right }: AskedQuestion["question"],
  mark: Result<Mark, Problem>,
  typed: string,
): Result<Mark, Problem> =>
  mark.ok || (mark.problem.kind === "unreadable" && right.kind === "vector")
    ? mark
    : err({ kind: "not-an-answer", found: cut(typed, 60), wanted: right.kind });

/** Keeps the answer first; what becomes of it is shown only then. */
const record = async (
  asked: AskedQuestion,
  mark: Mark,
  isTyped: boolean,
  context: Context,
): Promise<Outcome> => {
  const { kept, question } = asked;
  const { store, invocation, now } = context;
  const quiz = kept.quiz === undefined ? undefined : await store.quizzes.find(kept.quiz);
  const settings = quiz && readQuizSettings(quiz.settings);
  const at = now();
  const seconds = Math.min(mostSeconds, (at.getTime() - kept.openedAt.getTime()) / 1_000);
  const { learner, place, id: event, name } = invocation;
  await store.learners.meet(learner, name);
  const recorded = await store.questions.attempt(
    {
      question: kept.id,
      learner,
      workspace: workspaceOf(place),
      event: `${learner}:${event}`,
      outcome: mark.outcome,
      given: cut(mark.given, 200),
      slips: mark.slips.map((slip) => slip.name),
      seconds,
      at,
    },
    {
      points: (facts) => pointsFor(settings?.mode ?? "together", { ...facts, outcome: mark.outcome }),
      skill: question.skill,
      learn: (before, { hints }) => {
        const [slip, other] = mark.slips;
        const after = learned(
          before as SkillRecord | undefined,
          {
            kind: question.kind,
            level: question.level,
            options: isTyped ? 0 : question.options.length,
            outcome: mark.outcome,
            ...(slip === undefined || other !== undefined ? {} : { slip: slip.name }),
            hints,
            seconds,
            isHelped: isHelped(asked, before as SkillRecord | undefined),
          },
          at,
        );
        return { record: after, dueAt: new Date(after.card.due), mastered: isMastered(after, at) };
      },
    },
  );
  if (recorded.kind === "closed") return err({ kind: "question-closed", question: kept.id });
  if (recorded.kind === "recorded") await goOn(asked, settings, context);
  return ok(replyTo(asked, mark, recorded, settings));
};

/** Whether the learner was shown more than the question: in practice, as long as few answers were right. */
const isHelped = ({ kept, question }: AskedQuestion, before: SkillRecord | undefined): boolean =>
  kept.purpose === "practice" &&
  kept.tells === undefined &&
  helpWith(question, before?.right ?? 0).support !== "none";

/** A quiz of one goes on with each answer; in a class the number of answers is shown. */
const goOn = async (
  { kept }: AskedQuestion,
  settings: QuizSettings | undefined,
  { store, quizMaster, now }: Context,
): Promise<void> => {
  if (kept.quiz === undefined || settings === undefined) return;
  if (!settings.alone) {
    void quizMaster.refresh(kept.id);
    return;
  }
  await store.questions.close(kept.id, now());
  quizMaster.soon(kept.quiz);
};

const replyTo = (
  { kept, question }: AskedQuestion,
  mark: Mark,
  { kind, attempt }: Exclude<Recorded, { kind: "closed" }>,
  settings: QuizSettings | undefined,
): Reply => {
  const inClass = settings !== undefined && !settings.alone;
  const isSecret = inClass && settings.mode === "together";
  if (kind === "already" || isSecret)
    return showNoted({
      id: kept.id,
      isFirst: kind === "recorded",
      given: attempt.given,
      ...(isSecret && kept.closesAt !== undefined ? { closesAt: kept.closesAt } : {}),
      inPlace: kept.purpose === "practice",
      mayKnow: !inClass,
    });
  return showVerdict({ id: kept.id, question, inPlace: kept.purpose === "practice" }, mark, {
    points: kept.purpose === "practice" ? undefined : attempt.points,
    mayKnow: !inClass,
  });
};

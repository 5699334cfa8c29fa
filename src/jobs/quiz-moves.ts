import { setTimeout as sleep } from "node:timers/promises";
import { inLanguage } from "../language.ts";
import type { Log } from "../log.ts";
import type { Posting } from "../posting.ts";
import { showClosedQuestion, showOpenQuestion } from "../present/quiz.ts";
import { showScoreboard } from "../present/scoreboard.ts";
import { showSolution } from "../present/solution.ts";
import type { Reply } from "../reply/reply.ts";
import { say } from "../say.ts";
import type { KeptQuestion } from "../store/questions.ts";
import type { KeptQuiz } from "../store/quizzes.ts";
import type { Store } from "../store/store.ts";
import { questionOfKept } from "../tutor/kinds.ts";
import { type Move, type QuizSettings, questionOf } from "../tutor/quiz.ts";
import { classOn, hardFor, levelFor } from "./class.ts";
import type { Jobs } from "./jobs.ts";

export interface QuizMoveServices {
  readonly store: Store;
  readonly posting: Posting;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly log: Log;
}

/** What is done in a quiz. Each move is kept as done only when it is, so that one which is cut off is made again. */
export interface QuizMoves {
  /** Makes one move; false when there is nothing more to do now. Throws `PostRefused`. */
  readonly perform: (quiz: KeptQuiz, settings: QuizSettings, move: Move) => Promise<boolean>;
  /** Shows on the open question how many have answered. */
  readonly showCount: (kept: KeptQuestion, settings: QuizSettings) => Promise<void>;
  /** Posts the solution of a closed question. Throws `PostRefused`. */
  readonly tell: (quiz: KeptQuiz, settings: QuizSettings, kept: KeptQuestion) => Promise<void>;
  /** Takes the buttons from a question's message; whether that succeeds is no condition for what follows. */
  readonly showClosed: (kept: KeptQuestion, settings: QuizSettings) => Promise<void>;
  readonly scoreboard: (quiz: KeptQuiz, settings: QuizSettings, wasStopped: boolean) => Promise<Reply>;
}

/**
 * How long a quiz waits until its question looks closed, in milliseconds: edits of one workspace may take turns for long,
 * and other quizzes move on together with this one.
 */
const patienceForLook = 1_000;

export const createQuizMoves = ({ store, posting, jobs, now, log }: QuizMoveServices): QuizMoves => {
  const { questions, quizzes } = store;

  const shown = async (kept: KeptQuestion, settings: QuizSettings) => ({
    id: kept.id,
    quiz: kept.quiz!,
    number: kept.number!,
    question: questionOfKept(kept),
    settings,
    answered: await questions.countAttempts(kept.id),
    ...(kept.closesAt === undefined ? {} : { closesAt: kept.closesAt }),
  });

  const bellAfter = ({ seconds }: QuizSettings): Date | undefined =>
    seconds === undefined ? undefined : new Date(now().getTime() + seconds * 1_000);

  const post = async (quiz: KeptQuiz, settings: QuizSettings, kept: KeptQuestion): Promise<void> => {
    const closesAt = bellAfter(settings);
    const open = await shown({ ...kept, ...(closesAt === undefined ? {} : { closesAt }) }, settings);
    const message = await posting.post(
      quiz.place,
      showOpenQuestion(open),
      `question-${kept.id}-${kept.openedAt.getTime()}`,
    );
    await questions.posted(kept.id, message, closesAt);
  };

  const open = async (quiz: KeptQuiz, settings: QuizSettings, number: number): Promise<void> => {
    const level = await levelFor(store, quiz.id);
    const posed = await questions.pose({
      workspace: quiz.workspace,
      place: quiz.place,
      purpose: "quiz",
      quiz: quiz.id,
      number,
      ...questionOf(settings, number, level),
      openedAt: now(),
    });
    if (posed !== undefined) await post(quiz, settings, posed);
  };

  const showClosed = async (kept: KeptQuestion, settings: QuizSettings): Promise<void> => {
    if (kept.message === undefined) return;
    await posting
      .edit(kept.message, showClosedQuestion(await shown(kept, settings)))
      .catch((error: unknown) => log.debug({ err: error }, "a closed question was not shown as closed"));
  };

  const tell = async (quiz: KeptQuiz, settings: QuizSettings, kept: KeptQuestion): Promise<void> => {
    const answers = await classOn(store, kept.id);
    // Whoever is alone has been told when they answered.
    const isTold = settings.alone && answers.length > 0;
    const solution = showSolution(await shown(kept, settings), answers);
    await Promise.all([
      Promise.race([showClosed(kept, settings), sleep(patienceForLook, undefined, { ref: false })]),
      ...(isTold ? [] : [posting.post(quiz.place, solution, `solution-${kept.id}`)]),
    ]);
    await questions.told(kept.id, now());
  };

  const scoreboard = async (quiz: KeptQuiz, settings: QuizSettings, wasStopped: boolean): Promise<Reply> => {
    const asked = (await questions.ofQuiz(quiz.id)).filter(({ closedAt }) => closedAt !== undefined);
    const scores = (await quizzes.scores(quiz.id)).map((score) => ({ ...score, name: nameOf(score) }));
    return showScoreboard(
      scores,
      asked.length,
      await hardFor(store, asked),
      wasStopped && asked.length < settings.rounds,
    );
  };

  const end = async (quiz: KeptQuiz, settings: QuizSettings): Promise<void> => {
    await posting.post(quiz.place, await scoreboard(quiz, settings, false), `scores-${quiz.id}`);
    await quizzes.change(quiz.id, "running", "ended", now());
  };

  const perform = async (quiz: KeptQuiz, settings: QuizSettings, move: Move): Promise<boolean> => {
    const kept = "question" in move ? await questions.find(move.question) : undefined;
    switch (move.kind) {
      case "open":
        await open(quiz, settings, move.number);
        return true;
      case "post":
        await post(quiz, settings, kept!);
        return true;
      case "close":
        await questions.close(move.question, now());
        return true;
      case "tell":
        await tell(quiz, settings, kept!);
        return true;
      case "end":
        await end(quiz, settings);
        return false;
      case "wait":
        if (move.until !== undefined) await jobs.add("quiz", { quiz: quiz.id }, move.until);
        return false;
    }
  };

  const showCount = async (kept: KeptQuestion, settings: QuizSettings): Promise<void> => {
    if (kept.message !== undefined)
      await posting.edit(kept.message, showOpenQuestion(await shown(kept, settings)));
  };

  const inItsLanguage = <T>({ language = "en" }: QuizSettings, work: () => T): T =>
    inLanguage(language, work);

  return {
    perform: (quiz, settings, move) => inItsLanguage(settings, () => perform(quiz, settings, move)),
    showCount: (kept, settings) => inItsLanguage(settings, () => showCount(kept, settings)),
    tell: (quiz, settings, kept) => inItsLanguage(settings, () => tell(quiz, settings, kept)),
    showClosed: (kept, settings) => inItsLanguage(settings, () => showClosed(kept, settings)),
    scoreboard: (quiz, settings, wasStopped) =>
      inItsLanguage(settings, () => scoreboard(quiz, settings, wasStopped)),
  };
};

const nameOf = ({ name, learner }: { readonly name?: string; readonly learner: string }): string =>
  name ?? (learner.includes(":learner:deleted-") ? say("someone who left") : say("someone"));

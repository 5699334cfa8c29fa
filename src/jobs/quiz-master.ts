import type { LearnerId } from "../identity.ts";
import type { Log } from "../log.ts";
import { type Posting, PostRefused } from "../posting.ts";
import {
  showClosedQuestion,
  showOpenQuestion,
  showQuizNote,
  showScoreboard,
  showSolution,
} from "../present/quiz.ts";
import type { Reply } from "../reply/reply.ts";
import type { KeptQuestion } from "../store/questions.ts";
import type { KeptQuiz } from "../store/quizzes.ts";
import type { Store } from "../store/store.ts";
import { type Move, nextMove, type QuizSettings, questionOf, readQuizSettings } from "../tutor/quiz.ts";
import { classOn, hardFor, levelFor } from "./class.ts";
import type { Jobs } from "./jobs.ts";
import { questionOfKept } from "./kept-question.ts";

/** Moves quizzes on. Whatever it does follows from what is kept and from the moment, so it may be called at any time. */
export interface QuizMaster {
  /** Does all that the moment allows, and has the rest done when its time comes. Throws `PostRefused`. */
  readonly advance: (quiz: number) => Promise<void>;
  /** Shows on the question's message how many have answered by now. */
  readonly refresh: (question: number) => Promise<void>;
  /** Ends a quiz before its time; resolves to the scoreboard, undefined when it has ended already. */
  readonly stop: (quiz: number) => Promise<Reply | undefined>;
  /** Stops the clock; false when the quiz is not running. */
  readonly pause: (quiz: number) => Promise<boolean>;
  /** Puts the open question anew, with a new bell; false when the quiz is not paused. Throws `PostRefused`. */
  readonly resume: (quiz: number) => Promise<boolean>;
  /** Takes up every quiz that is running; or only those whose process seems to have ended. */
  readonly recover: (onlyOverdue?: boolean) => Promise<void>;
}

export interface QuizMasterServices {
  readonly store: Store;
  readonly posting: Posting;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly log: Log;
}

/** While one process moves a quiz on, no other does, for at most so many milliseconds. */
const leaseFor = 4_000;

/** A quiz that is so many milliseconds late is taken up by whoever notices. */
const overdueAfter = 1_500;

/** How long presses are gathered before their number is shown, in milliseconds. */
const refreshAfter = 1_000;

export const createQuizMaster = ({ store, posting, jobs, now, log }: QuizMasterServices): QuizMaster => {
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

  /** The message loses its buttons; whether it does is no condition for what follows. */
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
      showClosed(kept, settings),
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

  /** One move; false when there is nothing more to do now. */
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

  const moveOn = async (id: number): Promise<void> => {
    for (;;) {
      const quiz = await quizzes.find(id);
      if (quiz?.state !== "running") return;
      const settings = readQuizSettings(quiz.settings);
      const latest = await questions.latestOf(id);
      const position = latest && {
        ...latest,
        number: latest.number!,
        isPosted: latest.message !== undefined,
      };
      if (!(await perform(quiz, settings, nextMove(settings, position, now())))) return;
    }
  };

  /** What cannot be posted pauses the quiz, and whoever started it is told where that is possible. */
  const pauseRefused = async (id: number, { refusal }: PostRefused): Promise<void> => {
    const moment = now();
    if (!(await quizzes.change(id, "running", "paused", moment))) return;
    const quiz = await quizzes.find(id);
    log.info({ quiz: id, refusal }, "a quiz is paused: it cannot be posted");
    if (quiz === undefined) return;
    const why =
      refusal === "gone"
        ? "the channel, or the question in it, is gone"
        : "I may not write there any more. Give me leave to post, then start again with /quiz resume in the channel";
    const note = showQuizNote("Your quiz is paused", `I cannot go on: ${why}. All answers so far are kept.`);
    await posting
      .post(quiz.starter as LearnerId, note, `paused-${id}-${moment.getTime()}`)
      .catch((error: unknown) => log.debug({ err: error }, "nobody could be told that a quiz is paused"));
  };

  const advance: QuizMaster["advance"] = async (id) => {
    const moment = now();
    const until = new Date(moment.getTime() + leaseFor);
    if (!(await quizzes.lease(id, moment, until))) {
      await jobs.add("quiz", { quiz: id }, until);
      return;
    }
    try {
      await moveOn(id);
    } catch (error) {
      if (!(error instanceof PostRefused)) throw error;
      await pauseRefused(id, error);
      throw error;
    } finally {
      await quizzes.release(id);
    }
  };

  /** Questions whose messages will be changed in a moment: presses that come together are shown together. */
  const refreshing = new Map<number, Promise<void>>();

  const refreshNow = async (id: number): Promise<void> => {
    const kept = await questions.find(id);
    if (kept?.message === undefined || kept.closedAt !== undefined || kept.quiz === undefined) return;
    const quiz = await quizzes.find(kept.quiz);
    if (quiz?.state !== "running") return;
    await posting.edit(kept.message, showOpenQuestion(await shown(kept, readQuizSettings(quiz.settings))));
  };

  const refreshSoon = async (id: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, refreshAfter));
    refreshing.delete(id);
    await refreshNow(id).catch((error: unknown) => log.debug({ err: error }, "a count was not shown"));
  };

  return {
    advance,
    refresh: (id) => {
      const under = refreshing.get(id) ?? refreshSoon(id);
      refreshing.set(id, under);
      return under;
    },
    stop: async (id) => {
      const quiz = await quizzes.find(id);
      if (quiz === undefined) return undefined;
      const latest = await questions.latestOf(id);
      if (latest !== undefined) await questions.close(latest.id, now());
      if (!(await quizzes.change(id, quiz.state, "ended", now()))) return undefined;
      const settings = readQuizSettings(quiz.settings);
      if (latest !== undefined && latest.toldAt === undefined) void showClosed(latest, settings);
      return scoreboard(quiz, settings, true);
    },
    pause: async (id) => {
      if (!(await quizzes.change(id, "running", "paused", now()))) return false;
      const latest = await questions.latestOf(id);
      if (latest !== undefined) await questions.silence(latest.id);
      return true;
    },
    resume: async (id) => {
      const [quiz, latest] = [await quizzes.find(id), await questions.latestOf(id)];
      if (quiz === undefined || !(await quizzes.change(id, "paused", "running", now()))) return false;
      if (latest !== undefined && latest.closedAt === undefined) {
        void showClosed(latest, readQuizSettings(quiz.settings));
        await questions.reopen(latest.id, now());
      }
      await advance(id);
      return true;
    },
    recover: async (overdue = false) => {
      const ids = overdue
        ? await quizzes.overdue(new Date(now().getTime() - overdueAfter))
        : (await quizzes.running()).map(({ id }) => id);
      for (const id of ids)
        await advance(id).catch((error: unknown) =>
          log.warn({ err: error, quiz: id }, "a quiz did not move on"),
        );
    },
  };
};

const nameOf = ({ name, learner }: { readonly name?: string; readonly learner: string }): string =>
  name ?? (learner.includes(":learner:deleted-") ? "someone who left" : "someone");

import type { LearnerId } from "../identity.ts";
import { PostRefused } from "../posting.ts";
import { showQuizNote } from "../present/quiz.ts";
import type { Reply } from "../reply/reply.ts";
import { say } from "../say.ts";
import { nextMove, readQuizSettings } from "../tutor/quiz.ts";
import { createQuizMoves, type QuizMoveServices } from "./quiz-moves.ts";

/** Moves quizzes on. Whatever it does follows from what is kept and from the moment, so it may be called at any time. */
export interface QuizMaster {
  /** Does all that the moment allows, and has the rest done when its time comes. Throws `PostRefused`. */
  readonly advance: (quiz: number) => Promise<void>;
  /** Has a quiz moved on at once, without anyone waiting for it. */
  readonly soon: (quiz: number) => void;
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

/** While one process moves a quiz on, no other does, for at most so many milliseconds. */
const leaseFor = 4_000;

/** How often, and after how many milliseconds, a lease is asked for again. */
const [looks, betweenLooks] = [4, 150];

/** A quiz that is so many milliseconds late is taken up by whoever notices. */
const overdueAfter = 1_500;

/** How long presses are gathered before their number is shown, in milliseconds. */
const refreshAfter = 1_000;

export const createQuizMaster = (services: QuizMoveServices): QuizMaster => {
  const { store, posting, jobs, now, log } = services;
  const { questions, quizzes } = store;
  const moves = createQuizMoves(services);

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
      if (!(await moves.perform(quiz, settings, nextMove(settings, position, now())))) return;
    }
  };

  /** What cannot be posted pauses the quiz, and whoever started it is told where that is possible. */
  const pauseRefused = async (id: number, { refusal }: PostRefused): Promise<void> => {
    const moment = now();
    if (!(await quizzes.change(id, "running", "paused", moment))) return;
    const [quiz, latest] = [await quizzes.find(id), await questions.latestOf(id)];
    log.info({ quiz: id, refusal }, "a quiz is paused: it cannot be posted");
    // Where nothing was ever posted, whoever starts is told in the answer.
    if (quiz === undefined || (latest?.number === 1 && latest.message === undefined)) return;
    const why =
      refusal === "gone"
        ? say("I cannot go on: the channel, or the question in it, is gone. All answers so far are kept.")
        : say(
            "I cannot go on: I may not write there any more. Give me leave to post, then start again with /quiz resume in the channel. All answers so far are kept.",
          );
    const note = showQuizNote(say("Your quiz is paused"), why);
    await posting
      .post(quiz.starter as LearnerId, note, `paused-${id}-${moment.getTime()}`)
      .catch((error: unknown) => log.debug({ err: error }, "nobody could be told that a quiz is paused"));
  };

  /** A move takes milliseconds, so a lease of another is usually over at the next look. */
  const leased = async (id: number): Promise<boolean> => {
    for (let look = 0; look < looks; look += 1) {
      if (look > 0) await new Promise((resolve) => setTimeout(resolve, betweenLooks));
      const moment = now();
      if (await quizzes.lease(id, moment, new Date(moment.getTime() + leaseFor))) return true;
    }
    return false;
  };

  const advance: QuizMaster["advance"] = async (id) => {
    if (!(await leased(id))) {
      await jobs.add("quiz", { quiz: id }, new Date(now().getTime() + leaseFor));
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
    if (kept === undefined || kept.closedAt !== undefined || kept.quiz === undefined) return;
    const quiz = await quizzes.find(kept.quiz);
    if (quiz?.state !== "running") return;
    await moves.showCount(kept, readQuizSettings(quiz.settings));
  };

  const refreshSoon = async (id: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, refreshAfter));
    refreshing.delete(id);
    await refreshNow(id).catch((error: unknown) => log.debug({ err: error }, "a count was not shown"));
  };

  return {
    advance,
    soon: (id) => {
      // What fails here is taken up by whoever looks after quizzes that are late.
      advance(id).catch((error: unknown) => log.info({ err: error, quiz: id }, "a quiz did not move on yet"));
    },
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
      if (latest !== undefined && latest.toldAt === undefined)
        await moves
          .tell(quiz, settings, latest)
          .catch((error: unknown) => log.debug({ err: error }, "the last solution was not told"));
      return moves.scoreboard(quiz, settings, true);
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
        void moves.showClosed(latest, readQuizSettings(quiz.settings));
        await questions.reopen(latest.id, now());
      }
      await advance(id);
      return true;
    },
    recover: async (overdue = false) => {
      const ids = overdue
        ? await quizzes.overdue(new Date(now().getTime() - overdueAfter))
        : (await quizzes.running()).map(({ id }) => id);
      const takeUp = (id: number) =>
        advance(id).catch((error: unknown) => log.warn({ err: error, quiz: id }, "a quiz did not move on"));
      await Promise.all(ids.map(takeUp));
    },
  };
};

import { err, ok, type Result } from "../base/result.ts";
import { PostRefused } from "../posting.ts";
import { resumeChoice, showQuizNote, showStopAsked } from "../present/quiz.ts";
import type { Problem } from "../problem.ts";
import type { Reply } from "../reply/reply.ts";
import { message, say } from "../say.ts";
import type { KeptQuiz } from "../store/quizzes.ts";
import { readQuizSettings, skipsFrom, votesToSkip } from "../tutor/quiz.ts";
import type { Context, Outcome } from "./command.ts";
import { mayManage } from "./place-settings.ts";

const quizHere = async ({ store, invocation }: Context): Promise<Result<KeptQuiz, Problem>> => {
  const found = await store.quizzes.in(invocation.place);
  return found === undefined ? err({ kind: "no-quiz" }) : ok(found);
};

/** Whoever started a quiz may steer it, and so may those who manage the place. */
const steer = async (
  context: Context,
  operation: string,
  move: (quiz: KeptQuiz) => Promise<Outcome>,
): Promise<Outcome> => {
  const found = await quizHere(context);
  if (!found.ok) return found;
  const quiz = found.value;
  return quiz.starter === context.invocation.learner || (await mayManage(context))
    ? move(quiz)
    : err({
        kind: "not-allowed",
        operation,
      });
};

/** One press ends a quiz for all who take part, so it is asked whether that was meant. */
export const stopQuiz = (context: Context, isSure: boolean): Promise<Outcome> =>
  steer(
    context,
    message(
      "Stop is for whoever started the quiz, and for those who manage the channel. Skip is for everyone.",
    ),
    async ({ id, place, settings }) => {
      const { alone } = readQuizSettings(settings);
      if (!isSure && !alone) return ok(showStopAsked());
      const scoreboard = await context.quizMaster.stop(id);
      if (scoreboard === undefined) return err({ kind: "no-quiz" });
      // What follows a press on a question to the asker is for the asker alone, and the points are for all.
      if (alone || context.invocation.input.kind !== "pressed") return ok(scoreboard);
      try {
        await context.posting.post(place, scoreboard, `stopped-${id}`);
      } catch (error) {
        if (!(error instanceof PostRefused)) throw error;
        return ok(scoreboard);
      }
      return ok(privately(say("The quiz is over"), say("The points are shown to everyone here.")));
    },
  );

export const pauseQuiz = (context: Context): Promise<Outcome> =>
  steer(
    context,
    message(
      "Pause is for whoever started the quiz, and for those who manage the channel. Skip is for everyone.",
    ),
    async ({ id }) =>
      (await context.quizMaster.pause(id))
        ? ok(
            showQuizNote(say("The quiz is paused"), say("The clock stands still. All answers are kept."), [
              resumeChoice,
            ]),
          )
        : err({ kind: "quiz-under-way", isPaused: true }),
  );

export const resumeQuiz = (context: Context): Promise<Outcome> =>
  steer(
    context,
    message(
      "Going on is for whoever started the quiz, and for those who manage the channel. Skip is for everyone.",
    ),
    async ({ id }) => {
      try {
        return (await context.quizMaster.resume(id))
          ? ok(
              showQuizNote(
                say("The quiz goes on"),
                say("The open question is asked anew, with its full time."),
              ),
            )
          : err({ kind: "quiz-under-way", isPaused: false });
      } catch (error) {
        if (error instanceof PostRefused) return err({ kind: "cannot-post" });
        throw error;
      }
    },
  );

const privately = (title: string, sentence: string): Reply => ({
  ...showQuizNote(title, sentence),
  audience: "asker",
});

/** Half of those who take part close the question before its bell: whoever started the quiz or has answered in it. */
export const skipQuestion = async (context: Context): Promise<Outcome> => {
  const { store, invocation, now, quizMaster } = context;
  const found = await quizHere(context);
  if (!found.ok) return found;
  if (found.value.state === "paused") return err({ kind: "quiz-under-way", isPaused: true });
  const open = await store.questions.latestOf(found.value.id);
  if (open === undefined || open.closedAt !== undefined) return err({ kind: "no-question" });
  const { starter, settings } = found.value;
  const scores = await store.quizzes.scores(found.value.id);
  const participants = new Set([starter, ...scores.map(({ learner }) => learner)]);
  if (!participants.has(invocation.learner))
    return ok(
      privately(
        say("Skip is for those who take part"),
        say("Answer a question of this quiz first, then your vote counts."),
      ),
    );
  const from = skipsFrom(readQuizSettings(settings), open.openedAt, {
    answered: await store.questions.countAttempts(open.id),
    participants: participants.size,
  });
  if (now() < from)
    return ok(
      privately(
        say("A moment yet"),
        say(
          "Give the others time to read. Press Skip again in {seconds, plural, one {# second} other {# seconds}}, or once some have answered.",
          { seconds: Math.ceil((from.getTime() - now().getTime()) / 1_000) },
        ),
      ),
    );
  const votes = (await store.questions.voteToSkip(open.id, invocation.learner)).filter((voter) =>
    participants.has(voter),
  );
  const needed = votesToSkip(participants.size);
  if (votes.length < needed)
    return ok(
      privately(
        say("Your vote to skip is in"),
        say("{votes} of {needed} votes. With {needed}, the solution is shown.", {
          votes: votes.length,
          needed,
        }),
      ),
    );
  if (await store.questions.close(open.id, now())) quizMaster.soon(found.value.id);
  return ok(privately(say("Skipped"), say("The solution comes now.")));
};

import { type PostingEverywhere, PostRefused } from "../posting.ts";
import { cleanUp } from "./clean-up.ts";
import { type DailyServices, postDaily } from "./daily.ts";
import type { Handlers } from "./jobs.ts";
import type { QuizMaster } from "./quiz-master.ts";
import { remindAll } from "./remind.ts";

export interface HandlerServices extends DailyServices {
  readonly quizMaster: QuizMaster;
  readonly posting: PostingEverywhere;
}

/** What is done when the clock asks for it. Each may be done again without harm. */
export const createHandlers = (services: HandlerServices): Handlers => ({
  quiz: ({ quiz }) => services.quizMaster.advance(quiz).catch(isToldAlready),
  daily: ({ place, day }) => postDaily(place, services, day).catch(isToldAlready),
  remind: () => remindAll(services),
  "clean-up": () => cleanUp(services),
});

/** A refused post has been dealt with; to try it again would not help. */
const isToldAlready = (error: unknown): void => {
  if (!(error instanceof PostRefused)) throw error;
};

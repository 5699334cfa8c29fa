import { draw, now } from "./clock.ts";
import { type ChoiceCode, createChoiceCode } from "./commands/choice-code.ts";
import { createTutor } from "./commands/create-tutor.ts";
import type { Limits } from "./commands/limits.ts";
import type { Load } from "./commands/load.ts";
import type { Tutor } from "./commands/tutor.ts";
import { homeOf, isPlace, workspaceOf } from "./identity.ts";
import { createHandlers } from "./jobs/handlers.ts";
import type { Handlers, Jobs } from "./jobs/jobs.ts";
import { createQuizMaster, type QuizMaster } from "./jobs/quiz-master.ts";
import type { Log } from "./log.ts";
import type { Meters } from "./meters.ts";
import type { PostingEverywhere } from "./posting.ts";
import type { Draw } from "./reply/picture.ts";
import type { Store } from "./store/store.ts";
import { createWords, type Words } from "./words/lazy-words.ts";

export interface Parts {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly posting: PostingEverywhere;
  readonly log: Log;
  /** What draws pictures; absent, there are none. */
  readonly drawPicture?: Draw;
  /** The vectors of words; absent, those that come with the tutor. */
  readonly words?: Words;
  /** Absent, nothing is measured. */
  readonly meters?: Meters;
  readonly now?: () => Date;
  readonly draw?: () => number;
  /** How much anyone may ask for; absent, as much as they like. */
  readonly limits?: Limits;
  /** How much is taken on at once; absent, all of it. */
  readonly load?: Load;
}

/** The tutor, and what goes on beside its answers. */
export interface Assembled {
  readonly tutor: Tutor;
  readonly quizMaster: QuizMaster;
  readonly handlers: Handlers;
}

/** Puts the tutor together, whatever shows it and wherever it keeps things. */
export const assemble = (parts: Parts): Assembled => {
  const codes = createChoiceCode(parts.store.replies);
  const words = createWords(undefined, (sentence) => parts.log.error(sentence));
  const services = { now, draw, words, ...parts, codes, posting: keepingChoices(parts.posting, codes) };
  const quizMaster = createQuizMaster(services);
  const all = { ...services, quizMaster };
  return { tutor: createTutor(all), quizMaster, handlers: createHandlers(all) };
};

/** What the choices of a posted reply do is kept before anyone can press them. */
const keepingChoices = (
  { post, edit, reaches }: PostingEverywhere,
  codes: ChoiceCode,
): PostingEverywhere => ({
  reaches,
  post: async (to, reply, key) => {
    if (isPlace(to)) await codes.keep(reply, workspaceOf(to));
    else await codes.keep(reply, homeOf(to), to);
    return post(to, reply, key);
  },
  edit: async (message, reply) => {
    await codes.keep(reply, homeOf(message));
    return edit(message, reply);
  },
});

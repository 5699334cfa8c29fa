import { randomUUID } from "node:crypto";
import { within } from "../base/within.ts";
import { placesOutwards, platformOf, workspaceOf } from "../identity.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { QuizMaster } from "../jobs/quiz-master.ts";
import { languageOf, speak } from "../language.ts";
import type { Log } from "../log.ts";
import type { Posting } from "../posting.ts";
import { showCourtesy } from "../present/courtesy.ts";
import type { Problem } from "../problem.ts";
import { inShort } from "../reply/in-short.ts";
import type { Call, Reply } from "../reply/reply.ts";
import { reportError } from "../report-error.ts";
import { currentRequest } from "../request.ts";
import { message } from "../say.ts";
import type { Store } from "../store/store.ts";
import type { Words } from "../words/lazy-words.ts";
import { keptWords, wordsIn } from "./about-words.ts";
import { adviseOn } from "./advise.ts";
import type { ChoiceCode } from "./choice-code.ts";
import type { Command, Input, Invocation } from "./command.ts";
import { courtesyIn, courtesyMeant } from "./courtesy.ts";
import { withDistinctChoices } from "./distinct-choices.ts";
import { createFindCall, unknownCommand } from "./find-call.ts";
import { findCommand } from "./find-command.ts";
import type { Limits } from "./limits.ts";
import type { Load } from "./load.ts";
import { type Numbers, usualNumbers, writesNumbers } from "./numbers.ts";
import { readOptions } from "./read-options.ts";
import type { Answer, Tutor } from "./tutor.ts";
import { isForAskerAlone } from "./visibility.ts";
import { type Weight, weightOf } from "./weight.ts";
import { languageFor, localeOf, numbersFor, type Wishes, wishesInTime } from "./wishes.ts";
import { withPictures } from "./with-pictures.ts";

export interface AnswerServices {
  readonly commands: readonly Command[];
  readonly codes: ChoiceCode;
  readonly store: Store;
  readonly now: () => Date;
  readonly draw: () => number;
  readonly quizMaster: QuizMaster;
  readonly jobs: Jobs;
  readonly posting: Pick<Posting, "post">;
  readonly words: Words;
  readonly log: Log;
  /** How much anyone may ask for; absent, as much as they like. */
  readonly limits?: Limits;
  /** How much is taken on at once; absent, all of it. */
  readonly load?: Load;
}

const switchedOff = message(
  "Those who look after this place have switched that command off for you or here.",
);

/** How long an answer waits until what its buttons do is kept, in milliseconds. */
const patienceForChoices = 150;

/** Finds the command, reads its options, runs it, and turns a problem into advice. The one place that catches. */
export const createAnswer = ({ codes, log, limits, load, ...services }: AnswerServices): Tutor["answer"] => {
  const { commands, store } = services;
  const findCall = createFindCall({ commands, codes, store });
  const advise = ({ learner }: Invocation, problem: Problem, call?: Call): Answer =>
    adviseOn(problem, commands, learner, call);
  const known = new WeakMap<Invocation, Promise<Wishes>>();
  /** What is set where the answer goes, read once for each answer that depends on it. */
  const wishesOf = (invocation: Invocation): Promise<Wishes> => {
    const found = known.get(invocation) ?? wishesInTime(invocation, { store, log });
    known.set(invocation, found);
    return found;
  };
  /** Whether nobody else reads what a command answers. */
  const isForAsker = async (invocation: Invocation, command: Command | undefined): Promise<boolean> =>
    invocation.isAlone === true || isForAskerAlone(invocation, command);
  /** From here on, the answer is said in the language that is set, or in that of the asker. */
  const speakAsWished = async (invocation: Invocation, command: Command | undefined): Promise<void> => {
    const [wishes, locale, forAsker] = await Promise.all([
      wishesOf(invocation),
      localeOf(invocation),
      isForAsker(invocation, command),
    ]);
    speak(languageFor(wishes, forAsker, locale));
  };
  const recall = ({ place }: Invocation) => store.replies.findLatest(placesOutwards(place));

  /** No answer waits for this: what comes next in the place comes later. */
  const keepLatest = ({ place, alsoIn = place, learner }: Invocation, vectors: string): void => {
    for (const each of new Set([place, alsoIn]))
      store.replies
        .keepLatest(each, vectors, learner)
        .catch((error: unknown) => log.error({ err: error, place }, "the latest vectors were not kept"));
  };

  /** A press may come at once, so what it does is kept before; but an answer waits no longer than this for that. */
  const keepChoices = async (reply: Reply, { place, learner }: Invocation): Promise<void> => {
    const keeping = codes
      .keep(reply, workspaceOf(place), learner)
      .catch((error: unknown) => log.error({ err: error, place }, "what buttons do was not kept"));
    await within(patienceForChoices, keeping);
  };

  /** Why a call is not answered just now. */
  const refusalOf = async (invocation: Invocation, weight: Weight): Promise<Problem | undefined> =>
    load?.takes(weight) === false ? { kind: "busy" } : limits?.charge(invocation, weight);

  /** What a command asks for on behalf of the same invocation is neither weighed nor looked at, once that command was. */
  const answerInput = async (invocation: Invocation, input: Input, isOnBehalf = false): Promise<Answer> => {
    const courtesy =
      input.kind === "said" ? (courtesyIn(input.text) ?? courtesyMeant(input.text)) : undefined;
    if (courtesy !== undefined) {
      await speakAsWished(invocation, undefined);
      const refusal = isOnBehalf ? undefined : await refusalOf(invocation, "usual");
      return refusal === undefined
        ? { reply: showCourtesy(courtesy), taken: { meaning: `talk ${courtesy}`, isSure: true } }
        : advise(invocation, refusal);
    }
    const found = await findCall(invocation, input);
    const command = found.ok ? findCommand(commands, found.value.command) : undefined;
    await speakAsWished(invocation, command);
    const weight = found.ok && command !== undefined ? weightOf(input, command, found.value) : "usual";
    const refusal = isOnBehalf ? undefined : await refusalOf(invocation, weight);
    if (refusal !== undefined) return advise(invocation, refusal);
    if (!isOnBehalf && command !== undefined && (await invocation.mayUse?.(command.name)) === false)
      return advise(invocation, { kind: "not-allowed", operation: switchedOff });
    if (!found.ok) return advise(invocation, found.problem);
    const call = withoutNul(found.value);
    if (command === undefined) return advise(invocation, unknownCommand(commands, call.command), call);
    const numbers = writesNumbers(command)
      ? numbersFor(await wishesOf(invocation), await isForAsker(invocation, command))
      : usualNumbers;
    const outcome = await run(invocation, command, call, numbers);
    if ("reply" in outcome) return outcome;
    if (!outcome.ok) return advise(invocation, outcome.problem, call);
    const { vectors, words } = call.options;
    if (typeof vectors === "string" && outcome.value.result !== undefined) keepLatest(invocation, vectors);
    if (typeof words === "string") keepLatest(invocation, keptWords(words));
    return { command: command.name, reply: outcome.value, call: { ...call, command: command.name } };
  };

  const run = (
    invocation: Invocation,
    command: Command,
    call: Call,
    numbers: Numbers,
  ): ReturnType<Command["run"]> => {
    const options = readOptions(command, call.options, numbers);
    if (!options.ok) return options;
    return command.run(options.value, {
      ...services,
      log,
      invocation,
      given: call.options,
      numbers,
      wishes: () => wishesOf(invocation),
      recall: async () => {
        const latest = await recall(invocation);
        return latest === undefined || wordsIn(latest) !== undefined ? undefined : latest;
      },
      recallAny: () => recall(invocation),
      answer: (next) => answerInput(invocation, next, command.passesOn !== true),
    });
  };

  /** A terminal shows no pictures, whatever is wished of them. */
  const illustrated = async ({ reply, command }: Answer, invocation: Invocation): Promise<Reply> => {
    if (platformOf(invocation.learner) === "terminal") return reply;
    const forAsker =
      reply.audience === "asker" || (await isForAsker(invocation, findCommand(commands, command ?? "")));
    return withPictures(reply, () => wishesOf(invocation), forAsker);
  };

  const answerFully = async (invocation: Invocation): Promise<Answer> => {
    const answer = await answerInput(invocation, invocation.input);
    const isPrivate = await isForAskerAlone(invocation, findCommand(commands, answer.command ?? ""));
    const whole = await illustrated(answer, invocation);
    const shown = withDistinctChoices(
      answer.call !== undefined && isReadByOthers(invocation, isPrivate, whole)
        ? inShort(whole, answer.call)
        : whole,
    );
    const reply: Reply = isPrivate ? { ...shown, audience: "asker" } : shown;
    await keepChoices(reply, invocation);
    return { ...answer, reply };
  };

  return async (invocation) => {
    speak(languageOf(invocation.locale));
    try {
      return await (load === undefined ? answerFully(invocation) : load.track(() => answerFully(invocation)));
    } catch (error) {
      const reference = currentRequest()?.request ?? randomUUID().slice(0, 8);
      const about = { reference, kind: invocation.input.kind, place: invocation.place };
      reportError(log, error, { where: "answer", what: "answer failed", about });
      return advise(invocation, { kind: "fault", reference });
    }
  };
};

const isReadByOthers = (
  { isAlone, isSeenByAll }: Invocation,
  isPrivate: boolean,
  { audience }: Reply,
): boolean => isAlone !== true && (isSeenByAll === true || !(isPrivate || audience === "asker"));

/** No database of PostgreSQL's keeps the character NUL, and nobody means it. */
const withoutNul = ({ command, options }: Call): Call => ({
  command,
  options: Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name,
      typeof value === "string" ? value.replaceAll("\0", "") : value,
    ]),
  ),
});

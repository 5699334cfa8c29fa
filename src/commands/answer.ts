import { randomUUID } from "node:crypto";
import { cut } from "../cut.ts";
import { placesOutwards, platformOf } from "../identity.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { QuizMaster } from "../jobs/quiz-master.ts";
import type { Log } from "../log.ts";
import { showProblem } from "../present/problem.ts";
import type { Problem } from "../problem.ts";
import type { Call, Choice, Reply } from "../reply/reply.ts";
import { reportError } from "../report-error.ts";
import { currentRequest } from "../request.ts";
import { err, ok, type Result } from "../result.ts";
import type { Store } from "../store/store.ts";
import type { Words } from "../words/lazy-words.ts";
import { keptWords, wordsIn } from "./about-words.ts";
import type { ChoiceCode } from "./choice-code.ts";
import type { Command, Input, Invocation } from "./command.ts";
import { withDistinctChoices } from "./distinct-choices.ts";
import { findCommand, nearestNames } from "./find-command.ts";
import type { Limits } from "./limits.ts";
import type { Load } from "./load.ts";
import { changeVectors } from "./next-steps.ts";
import { optionsOnLine, readOptions } from "./read-options.ts";
import type { Answer, Tutor } from "./tutor.ts";
import { understand, vectorsOf } from "./understand.ts";
import { optionsOf, typedAs } from "./usage.ts";
import { type Weight, weightOf } from "./weight.ts";
import { withPictures } from "./with-pictures.ts";
import { isHeavy, type Work } from "./work.ts";

export interface AnswerServices {
  readonly commands: readonly Command[];
  readonly codes: ChoiceCode;
  readonly store: Store;
  readonly now: () => Date;
  readonly draw: () => number;
  readonly quizMaster: QuizMaster;
  readonly jobs: Jobs;
  readonly words: Words;
  readonly log: Log;
  /** Where heavy calls run; absent, they run here. */
  readonly work?: Work;
  /** How much anyone may ask for; absent, as much as they like. */
  readonly limits?: Limits;
  /** How much is taken on at once; absent, all of it. */
  readonly load?: Load;
}

/** Finds the command, reads its options, runs it, and turns a problem into advice. The one place that catches. */
export const createAnswer = ({
  codes,
  log,
  work,
  limits,
  load,
  ...services
}: AnswerServices): Tutor["answer"] => {
  const { commands, store } = services;
  const recall = ({ place }: Invocation) => store.replies.findLatest(placesOutwards(place));

  /** What “this” is: the message answered, the thread's latest answer or its head, the latest answer around it. */
  const findAbout = async (
    invocation: Invocation,
    { about, head }: Extract<Input, { kind: "said" }>,
  ): Promise<string | undefined> => {
    const answered = about && (await vectorsOf(about, codes.decode));
    if (answered !== undefined || head === undefined) return answered ?? recall(invocation);
    const here = await store.replies.findLatest([invocation.place]);
    if (here !== undefined) return here;
    const first = await head();
    return (first && (await vectorsOf(first, codes.decode))) ?? recall(invocation);
  };

  /** No answer waits for this: what comes next in the place comes later. */
  const keepLatest = ({ place }: Invocation, vectors: string): void => {
    store.replies
      .keepLatest(place, vectors)
      .catch((error: unknown) => log.error({ err: error, place }, "the latest vectors were not kept"));
  };

  /** Why a call is not answered just now. */
  const refusalOf = async (invocation: Invocation, weight: Weight): Promise<Problem | undefined> =>
    load?.takes(weight) === false ? { kind: "busy" } : limits?.charge(invocation, weight);

  /** What a command asks for on behalf of the same invocation is weighed no more, once that command was. */
  const answerInput = async (invocation: Invocation, input: Input, isWeighed = false): Promise<Answer> => {
    const found = await findCall(invocation, input);
    const command = found.ok ? findCommand(commands, found.value.command) : undefined;
    const weight = found.ok && command !== undefined ? weightOf(input, command, found.value) : "usual";
    const refusal = isWeighed ? undefined : await refusalOf(invocation, weight);
    if (refusal !== undefined) return advise(invocation, refusal);
    if (!found.ok) return advise(invocation, found.problem);
    const call = withoutNul(found.value);
    if (command === undefined) return advise(invocation, unknown(call.command), call);
    const outcome =
      work !== undefined && isHeavy(command, call)
        ? await work(call)
        : await runHere(invocation, command, call);
    if ("reply" in outcome) return outcome;
    if (!outcome.ok) return advise(invocation, outcome.problem, call);
    const { vectors, words } = call.options;
    if (typeof vectors === "string" && outcome.value.result !== undefined) keepLatest(invocation, vectors);
    if (typeof words === "string") keepLatest(invocation, keptWords(words));
    return { command: command.name, reply: outcome.value };
  };

  const runHere = (invocation: Invocation, command: Command, call: Call): ReturnType<Command["run"]> => {
    const options = readOptions(command, call.options);
    if (!options.ok) return options;
    return command.run(options.value, {
      ...services,
      ...(work === undefined ? {} : { elsewhere: work }),
      invocation,
      given: call.options,
      recall: async () => {
        const latest = await recall(invocation);
        return latest === undefined || wordsIn(latest) !== undefined ? undefined : latest;
      },
      recallAny: () => recall(invocation),
      answer: (next) => answerInput(invocation, next, command.name !== "tutor"),
    });
  };

  const unknown = (typed: string): Problem => ({
    kind: "unknown-command",
    typed: cut(typed, 40),
    closest: nearestNames(commands, typed),
  });

  /** Options by name; one who writes `mask:causal` into the first option means that option, too. */
  const withPairs = (name: string, options: Call["options"]): Call["options"] => {
    const command = findCommand(commands, name);
    const first = command && optionsOf(command)[0]?.name;
    const text = first === undefined ? undefined : options[first];
    return command === undefined || typeof text !== "string" || command.name === "tutor"
      ? options
      : { ...options, [first!]: "", ...optionsOnLine(command, text), ...without(options, first!) };
  };

  const findCall = async (invocation: Invocation, input: Input): Promise<Result<Call, Problem>> => {
    switch (input.kind) {
      case "call":
        return ok({ command: input.command, options: withPairs(input.command, input.options) });
      case "line": {
        const command = findCommand(commands, input.command);
        return command === undefined
          ? err(unknown(input.command))
          : ok({ command: command.name, options: optionsOnLine(command, input.line) });
      }
      case "said": {
        const call = await understand(commands, input.text, () => findAbout(invocation, input));
        return call.ok || call.problem.kind !== "unknown-command" ? call : err(unknown(call.problem.typed));
      }
      case "about": {
        const vectors = await vectorsOf(input.message, codes.decode);
        return vectors === undefined
          ? err({ kind: "wrong-count", least: 2, most: 2, read: [] })
          : ok({ command: input.command, options: { vectors } });
      }
      case "pressed": {
        const choice = await codes.decode(input.code);
        if (choice === undefined) return err({ kind: "expired" });
        const { does, asks } = choice;
        return ok(
          asks === undefined || input.typed === undefined
            ? does
            : { ...does, options: { ...does.options, [asks]: input.typed } },
        );
      }
    }
  };

  const vectorsIn = (call: Call | undefined): Call["options"] =>
    typeof call?.options.vectors === "string" ? { vectors: call.options.vectors } : {};

  const advise = ({ learner }: Invocation, problem: Problem, call?: Call): Answer => {
    const command = call === undefined ? undefined : findCommand(commands, call.command);
    const platform = platformOf(learner);
    const reply = showProblem(problem, {
      typed: typedAs(platform, command?.name ?? "dot"),
      example: command === undefined ? "2,3,4 1,0,2" : exampleFor(command, problem),
    });
    return {
      ...(command === undefined ? {} : { command: command.name }),
      problem,
      reply: withChoices(reply, remedies(problem, command, call)),
    };
  };

  const remedies = (
    problem: Problem,
    command: Command | undefined,
    call: Call | undefined,
  ): readonly Choice[] => {
    if (problem.kind === "unknown-command") {
      return problem.closest.map((name) => ({
        label: `Read about ${name}`,
        does: { command: "help", options: { command: name } },
      }));
    }
    if (problem.kind === "no-such-topic") {
      const [option] = command === undefined ? [] : optionsOf(command);
      return problem.nearest.map(({ name, title }) => ({
        label: title,
        does: {
          command: command?.name ?? "explain",
          options: { ...vectorsIn(call), [option?.name ?? "topic"]: name },
        },
      }));
    }
    if (problem.kind === "unknown-words" && call !== undefined) {
      // A sentence for attention stands where vectors may stand, too.
      const holder = typeof call.options.words === "string" ? "words" : "vectors";
      const words = String(call.options[holder] ?? "");
      return problem.words
        .flatMap(({ word, near }) => near.map((other) => ({ word, other })))
        .slice(0, 4)
        .map(({ word, other }) => ({
          label: cut(`With ${other}`, 75),
          does: {
            command: call.command,
            options: { ...call.options, [holder]: withWord(words, word, other) },
          },
        }));
    }
    const wantsVectors = command !== undefined && optionsOf(command).some(({ readsVectors }) => readsVectors);
    return wantsVectors && call !== undefined ? [changeVectors(command.name, call.options)] : [];
  };

  /** A terminal shows no pictures, whatever is wished of them. */
  const illustrated = async ({ reply, command }: Answer, invocation: Invocation): Promise<Reply> => {
    if (platformOf(invocation.learner) === "terminal") return reply;
    const forAsker =
      invocation.isAlone === true ||
      reply.audience === "asker" ||
      findCommand(commands, command ?? "")?.audience === "asker";
    return withPictures(reply, invocation, forAsker, { store, log });
  };

  const answerFully = async (invocation: Invocation): Promise<Answer> => {
    const answer = await answerInput(invocation, invocation.input);
    const reply = withDistinctChoices(await illustrated(answer, invocation));
    await codes.keep(reply);
    return { ...answer, reply };
  };

  return async (invocation) => {
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

/** The first example, or for an option that does not fit the first that has it. */
const exampleFor = ({ examples }: Command, problem: Problem): string =>
  (problem.kind === "bad-option" && examples.find((each) => each.includes(`${problem.option}:`))) ||
  examples[0];

/** A text in which one word stands for another. */
const withWord = (text: string, word: string, other: string): string => {
  const at = text.toLowerCase().indexOf(word.toLowerCase());
  return at < 0 ? other : `${text.slice(0, at)}${other}${text.slice(at + word.length)}`;
};

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

const without = (options: Call["options"], name: string): Call["options"] =>
  Object.fromEntries(Object.entries(options).filter(([other]) => other !== name));

const withChoices = (reply: Reply, choices: readonly Choice[]): Reply => {
  const [first, ...rest] = choices;
  if (first === undefined) return reply;
  return {
    ...reply,
    blocks: [...reply.blocks, { kind: "choices", prompt: "What next?", choices: [first, ...rest] }],
  };
};

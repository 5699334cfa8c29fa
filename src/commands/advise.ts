import { cut } from "../base/cut.ts";
import { type LearnerId, type PlatformName, platformOf } from "../identity.ts";
import { showProblem } from "../present/problem.ts";
import { doubtWords } from "../present/unread.ts";
import type { Problem } from "../problem.ts";
import { type Call, type Choice, choices, type Reply } from "../reply/reply.ts";
import { say } from "../say.ts";
import type { Command } from "./command.ts";
import { findCommand } from "./find-command.ts";
import { changeVectors } from "./next-steps.ts";
import type { Answer } from "./tutor.ts";
import { optionsOf, typedAs, wordedFor } from "./usage.ts";

/** A problem as an answer: what is amiss, an example that works there, and buttons that may mend it. */
export const adviseOn = (
  problem: Problem,
  commands: readonly Command[],
  learner: LearnerId,
  call?: Call,
): Answer => {
  const command = call === undefined ? undefined : findCommand(commands, call.command);
  const platform = platformOf(learner);
  const reply = showProblem(inWordsOf(platform, problem), {
    typed: typedAs(platform, command?.name ?? "dot"),
    example: wordedFor(platform, command === undefined ? "2,3,4 1,0,2" : exampleFor(command, problem)),
  });
  return {
    ...(command === undefined ? {} : { command: command.name }),
    problem,
    reply: withChoices(reply, remedies(problem, command, call)),
  };
};

/** What there is to type, as it is typed on the platform. */
const inWordsOf = (platform: PlatformName, problem: Problem): Problem => {
  if (problem.kind === "unknown-command")
    return { ...problem, closest: problem.closest.map((name) => typedAs(platform, name)) };
  return problem.kind === "bad-option"
    ? { ...problem, wanted: wordedFor(platform, problem.wanted) }
    : problem;
};

const remedies = (
  problem: Problem,
  command: Command | undefined,
  call: Call | undefined,
): readonly Choice[] => {
  if (problem.kind === "unknown-command") {
    return problem.closest.map((name) => ({
      label: say("Read about {name}", { name }),
      does: { command: "help", options: { command: name } },
    }));
  }
  if (problem.kind === "unread" && problem.meant.length > 0)
    return problem.meant.map(({ doubt, does }) => ({ label: say(doubtWords[doubt]), does }));
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

const vectorsIn = (call: Call | undefined): Call["options"] =>
  typeof call?.options.vectors === "string" ? { vectors: call.options.vectors } : {};

/** The first example, or for an option that does not fit the first that has it. */
const exampleFor = ({ examples }: Command, problem: Problem): string =>
  (problem.kind === "bad-option" && examples.find((each) => each.includes(`${problem.option}:`))) ||
  examples[0];

/** A text in which one word stands for another. */
const withWord = (text: string, word: string, other: string): string => {
  const at = text.toLowerCase().indexOf(word.toLowerCase());
  return at < 0 ? other : `${text.slice(0, at)}${other}${text.slice(at + word.length)}`;
};

const withChoices = (reply: Reply, list: readonly Choice[]): Reply => {
  if (list.length === 0) return reply;
  return { ...reply, blocks: [...reply.blocks, choices(say("What next?"), list)] };
};

import { findVectors } from "../math/find-vectors.ts";
import type { Problem } from "../problem.ts";
import type { Call } from "../reply/reply.ts";
import { err, ok, type Result } from "../result.ts";
import type { Command, Message } from "./command.ts";
import { findCommand, isSlip } from "./find-command.ts";
import { optionsOnLine } from "./read-options.ts";
import { optionsOf } from "./usage.ts";

/** Reads free words: a command first, or one that is named in a sentence with its vectors. */
export const understand = async (
  commands: readonly Command[],
  text: string,
  findAbout: () => Promise<string | undefined>,
): Promise<Result<Call, Problem>> => {
  const words = text.trim();
  const [, slash, first = "", rest = ""] = /^(\/?)([\p{L}]+)\s*([\s\S]*)$/u.exec(words) ?? [];
  const leading = findCommand(commands, first.toLowerCase());
  if (leading !== undefined && isCommandLine(leading, slash === "/", rest)) {
    return ok({ command: leading.name, options: optionsOnLine(leading, rest) });
  }
  if (slash === "/") return err({ kind: "unknown-command", typed: first.toLowerCase(), closest: [] });
  const named = commandNamedIn(commands, words);
  if (named === undefined && /^[^\p{L}]*\d/u.test(rest) && isSlip(commands, first))
    return err({ kind: "unknown-command", typed: first.toLowerCase(), closest: [] });
  const found = findVectors(words);
  if (!found.ok) return found;
  if (named !== undefined) return ok(callFor(named, found.value.text ?? (await findAbout())));
  if (found.value.text === undefined) return err({ kind: "not-understood", text: words });
  const usual = ["norm", "dot", "compare"][Math.min(found.value.count, 3) - 1]!;
  return ok({ command: usual, options: { vectors: found.value.text } });
};

/** `dot 2,3,4 1,0,2` is a command line; "dot of 2,3,4 and 1,0,2" and "why is this similar?" are sentences. */
const isCommandLine = (command: Command, slash: boolean, rest: string): boolean =>
  slash ||
  command.name === "help" ||
  command.name === "tutor" ||
  rest === "" ||
  /^[^\p{L}]/u.test(rest) ||
  /^\p{L}(?![\p{L}])/u.test(rest);

const callFor = (command: Command, vectors: string | undefined): Call => ({
  command: command.name,
  options:
    vectors === undefined || !optionsOf(command).some(({ readsVectors }) => readsVectors) ? {} : { vectors },
});

/** "why" wins wherever it stands; else the longest of the phrases that commands go by. */
const commandNamedIn = (commands: readonly Command[], text: string): Command | undefined => {
  const lower = ` ${text.toLowerCase().replace(/[^\p{L}]+/gu, " ")} `;
  const phrases = commands.flatMap((command) =>
    command.words.filter((phrase) => lower.includes(` ${phrase} `)).map((phrase) => ({ command, phrase })),
  );
  const why = phrases.find(({ phrase }) => phrase === "why");
  return (why ?? phrases.toSorted((x, y) => y.phrase.length - x.phrase.length)[0])?.command;
};

/** The vectors that a message is about: those of its buttons, else those in its text. */
export const vectorsOf = async (
  message: Message,
  decode: (code: string) => Promise<{ readonly does: Call } | undefined>,
): Promise<string | undefined> => {
  for (const code of message.codes) {
    const vectors = (await decode(code))?.does.options.vectors;
    if (typeof vectors === "string") return vectors;
  }
  const found = findVectors(message.text);
  return found.ok && found.value.count > 1 ? found.value.text : undefined;
};

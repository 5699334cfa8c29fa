import { err, map, ok, type Result } from "../base/result.ts";
import { currentLanguage } from "../language.ts";
import { findVectors } from "../math/find-vectors.ts";
import type { whyQuestions } from "../present/similarity.ts";
import type { Problem } from "../problem.ts";
import type { Call } from "../reply/reply.ts";
import { type Found, findMeaning, talkIn } from "../understanding/find-meaning.ts";
import { wordsMeant } from "../understanding/words-meant.ts";
import { keptWords, wordsIn } from "./about-words.ts";
import { askedOfNumbers } from "./ask-for.ts";
import type { Command, Message } from "./command.ts";
import { findCommand, isSlip } from "./find-command.ts";
import { optionsOnLine } from "./read-options.ts";
import { callOfTalk } from "./talk.ts";
import { operandsIn, turnsOperands } from "./typed-vectors.ts";
import { optionsOf } from "./usage.ts";
import { actionIn, asks } from "./ways-to-ask.ts";

/** Reads free words: a command first, then a question about vectors, then one that a lesson may answer. */
export const understand = async (
  commands: readonly Command[],
  text: string,
  findAbout: () => Promise<Result<string | undefined, Problem>>,
): Promise<Result<Call, Problem>> => {
  const whole = text.trim();
  const words = endsOf(whole);
  const [, slash, first = "", rest = ""] = /^(\/?)([\p{L}]+)[\s?!]*([\s\S]*)$/u.exec(whole) ?? [];
  const leading = findCommand(commands, first.toLowerCase());
  if (
    leading !== undefined &&
    isCommandLine(leading, slash === "/", rest) &&
    (slash === "/" || leading.operation === undefined || !turnsOperands(whole))
  ) {
    const instead = slash === "" && isSentence(rest) ? callInstead(leading, words) : undefined;
    return ok(instead ?? { command: leading.name, options: optionsOnLine(leading, rest) });
  }
  if (slash === "/") return err({ kind: "unknown-command", typed: first.toLowerCase(), closest: [] });
  const named = commandNamedIn(commands, words);
  if (named === undefined && /^[^\p{L}]*\d/u.test(rest) && isSlip(commands, first))
    return err({ kind: "unknown-command", typed: first.toLowerCase(), closest: [] });
  const own = askedOfNumbers(commands, whole);
  if (own.kind === "call") return ok(own.call);
  const found = findVectors(whole);
  if (!found.ok) return own.kind === "problem" ? err(own.problem) : found;
  // Brackets with nothing in them are no vectors: “\begin{pmatrix};]”.
  const vectors = found.value.count === 0 ? undefined : found.value.text;
  const isRequest = named !== undefined && isNothingBut(named, words);
  const meant = vectors === undefined && !isRequest ? findMeaning(words, currentLanguage()) : undefined;
  const call = meant === undefined ? undefined : callMeant(meant, words, named !== undefined);
  if (call !== undefined) return ok(call);
  const question = whyAbout(words, vectors !== undefined);
  if (question !== undefined) {
    const own = vectors === undefined ? undefined : (operandsIn(whole, found.value.count) ?? vectors);
    return map(own === undefined ? await findAbout() : ok(own), (these) => ({
      command: "why",
      options: { ...question, ...(these === undefined ? {} : { vectors: these }) },
    }));
  }
  // Numbers that were not read are never replaced by those of an earlier answer.
  if (own.kind === "problem" && (vectors !== undefined || hasOwnNumbers(named, whole)))
    return err(own.problem);
  if (vectors !== undefined) {
    const usual = ["norm", "dot", "compare"][Math.min(found.value.count, 3) - 1]!;
    return ok({
      command: named === undefined || named.needs.includes("topic") ? usual : named.name,
      options: { vectors },
    });
  }
  const readsVectors = named !== undefined && optionsOf(named).some((option) => option.readsVectors);
  if (readsVectors && (isRequest || pointsAtShown(meant))) {
    return map(await findAbout(), (these) => ({
      command: named.name,
      options: these !== undefined && wordsIn(these) === undefined ? { vectors: these } : {},
    }));
  }
  if (named !== undefined && !readsVectors)
    return ok({ command: named.name, options: actionIn(named, words) });
  return ok(explained(words));
};

const explained = (words: string): Call => ({ command: "explain", options: { topic: words } });

/**
 * What a sentence without vectors is taken for: an idea that has an answer, whichever command's words are in it, or
 * talk. Undefined where a command may be meant, or what was shown.
 */
const callMeant = (meant: Found, words: string, isCommandNamed: boolean): Call | undefined => {
  const about = wordsMeant(words, meant);
  if (about !== undefined)
    return {
      command: "similar",
      options: { words: about.words.join(" "), ...(about.isWhy ? { show: "why" } : {}) },
    };
  if (!meant.isSure) return undefined;
  if (meant.ranked[0]!.meaning.startsWith("answer ")) return explained(words);
  if (talkIn(meant) === "confused") return explained(words);
  return isCommandNamed && talkIn(meant) !== "practise" ? undefined : callOfTalk(meant, words);
};

/** Whether a line goes on as no line of vectors does: in several words, or without numbers and commas. */
const isSentence = (rest: string): boolean =>
  (rest.match(/\p{L}{2,}/gu) ?? []).length > 1 || /^[^\d,;]+$/.test(rest);

/** What a sentence that begins with a command's name means if it is no line of that command: “quiz me”, “why √d”. */
const callInstead = (leading: Command, words: string): Call | undefined => {
  const [option] = optionsOf(leading);
  if (leading.needs.includes("topic") || option?.orWords === true) return undefined;
  const meant = findMeaning(words, currentLanguage());
  const isForSomething = option?.readsVectors === true || talkIn(meant) === "practise";
  return isForSomething ? callMeant(meant, words, true) : undefined;
};

/** Whether a sentence is surely about what was shown before. */
const pointsAtShown = (meant: Found | undefined): boolean =>
  meant !== undefined && talkIn(meant) === "shown" && meant.concepts.has("pointing");

/** Whether a text names a command and says nothing else. */
const isNothingBut = (command: Command, text: string): boolean => {
  const said = text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
  return Object.values(command.phrases).flat().includes(said);
};

/** Whether a sentence that names an operation on vectors has digits in it. */
const hasOwnNumbers = (named: Command | undefined, text: string): boolean =>
  named !== undefined && optionsOf(named)[0]?.readsVectors === true && /\d/.test(text);

/** How much of either end of a long text is read as words, in signs: a question stands before or after its vectors. */
const mostWords = 500;

const endsOf = (text: string): string =>
  text.length <= 2 * mostWords ? text : `${text.slice(0, mostWords)} … ${text.slice(-mostWords)}`;

/** `dot 2,3,4 1,0,2` is a command line; "dot of 2,3,4 and 1,0,2" and "why is this similar?" are sentences. */
const isCommandLine = (command: Command, slash: boolean, rest: string): boolean =>
  slash ||
  rest === "" ||
  optionsOf(command)[0]?.readsVectors !== true ||
  (optionsOf(command)[0]?.orWords === true && !asks.links.test(rest)) ||
  /^[^\p{L}]/u.test(rest) ||
  /^\p{L}(?![\p{L}])/u.test(rest);

/** What one may say of a result, and which question that is. */
const judgements: readonly (readonly [Pick<RegExp, "test">, (typeof whyQuestions)[number]])[] = [
  [asks.negative, "negative"],
  [asks.positive, "positive"],
  [asks.zero, "zero"],
  [asks.notSimilar, "different"],
  [asks.different, "different"],
  [asks.similar, "similar"],
];

/** The question behind "why are they similar?"; undefined where the words ask about the matter in general. */
const whyAbout = (
  text: string,
  hasVectors: boolean,
): { readonly about?: (typeof whyQuestions)[number] } | undefined => {
  if (!asks.why.test(text)) return undefined;
  const words = text.replace(/[([{<][^)\]}>]*[)\]}>]/g, " ");
  const judged = judgements.find(([judging]) => judging.test(words))?.[1];
  if (!hasVectors && !asks.bareWhy.test(text) && !(judged !== undefined && asks.these.test(text)))
    return undefined;
  return judged === undefined || judged === "similar" ? {} : { about: judged };
};

/** The longest of the phrases that commands go by. */
const commandNamedIn = (commands: readonly Command[], text: string): Command | undefined => {
  const lower = ` ${text.toLowerCase().replace(/[^\p{L}]+/gu, " ")} `;
  const phrases = commands.flatMap((command) =>
    Object.values(command.phrases)
      .flat()
      .filter((phrase) => lower.includes(` ${phrase} `))
      .map((phrase) => ({ command, phrase })),
  );
  return phrases.toSorted((x, y) => y.phrase.length - x.phrase.length)[0]?.command;
};

/** The vectors or words that a message is about: those of its buttons, else the vectors in its text. */
export const vectorsOf = async (
  message: Message,
  decode: (code: string) => Promise<{ readonly does: Call } | undefined>,
): Promise<string | undefined> => {
  for (const code of message.codes) {
    const { vectors, words } = (await decode(code))?.does.options ?? {};
    if (typeof vectors === "string") return vectors;
    if (typeof words === "string") return keptWords(words);
  }
  const found = findVectors(message.text);
  return found.ok && found.value.count > 1 ? found.value.text : undefined;
};

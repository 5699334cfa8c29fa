import { currentLanguage } from "../language.ts";
import type { Vector } from "../math/vector.ts";
import { labelOf, showAnswer, showOutside, showPerhaps } from "../present/answer.ts";
import { showConfused } from "../present/confused.ts";
import { firstSteps } from "../present/courtesy.ts";
import type { Choice } from "../reply/reply.ts";
import { say } from "../say.ts";
import { answerNamed, type Answer as ShortAnswer } from "../tutor/answers.ts";
import { lessonCalled } from "../tutor/lesson-called.ts";
import { lessonNamed } from "../tutor/lessons.ts";
import { skillsCalled } from "../tutor/quiz.ts";
import { describeSkill } from "../tutor/skill.ts";
import { type Found, findMeaning, talkIn } from "../understanding/find-meaning.ts";
import type { Command, Context } from "./command.ts";
import { findCommand } from "./find-command.ts";
import { optionsOnLine } from "./read-options.ts";
import { callOfTalk } from "./talk.ts";
import type { Answer } from "./tutor.ts";
import { readAnyVectors } from "./typed-vectors.ts";

/** As many as are offered where it is not clear what is meant. */
const mostOffered = 3;

/** From this chance on, what is said beside questions is done. */
const leastOfTalk = 0.3;

/** Below this chance, the likeliest answer is no more than the nearest thing inside. */
const leastChance = 0.12;

/** The answers that a sentence may ask for, the likeliest first. */
export const answersMeant = ({ ranked }: Found): readonly ShortAnswer[] =>
  ranked.flatMap(({ meaning }) =>
    meaning.startsWith("answer ")
      ? (answerNamed(meaning.slice("answer ".length), currentLanguage()) ?? [])
      : [],
  );

/** The answer to a question in free words; where it is not clear which is meant, what may be. */
export const answerQuestion = async (
  asked: string,
  given: string | undefined,
  context: Context,
): Promise<Answer> => {
  const found = findMeaning(asked, currentLanguage());
  const near = answersMeant(found).slice(0, mostOffered);
  const [guess] = found.ranked;
  const [best] = near;
  const isAnswer = guess?.meaning.startsWith("answer ") === true;
  if (best !== undefined && isAnswer && found.isSure)
    return { ...(await showNamed(best, given, context)), taken: { meaning: guess.meaning, isSure: true } };
  const talk = isAnswer || (guess?.chance ?? 0) < leastOfTalk ? undefined : callOfTalk(found, asked);
  if (talk !== undefined) return context.answer({ kind: "call", ...talk });
  if (talkIn(found) === "confused")
    return {
      command: "explain",
      taken: { meaning: "talk confused", isSure: found.isSure },
      reply: showConfused(await smallerSteps(context)),
    };
  const choices = near.map((answer) => ({ label: labelOf(answer), does: callOf(answer) }));
  const isNear = isAnswer && best !== undefined && guess.chance >= leastChance;
  return {
    command: "explain",
    taken: { meaning: guess?.meaning ?? "", isSure: false },
    reply: isNear
      ? showPerhaps(best, ownOf(best), choices, map())
      : showOutside((guess?.chance ?? 0) >= leastChance ? choices : firstSteps(), map()),
  };
};

/** What is easier than what was shown: the latest vectors step by step, a worked example, the map. */
const smallerSteps = async ({ recall }: Context): Promise<readonly Choice[]> => {
  const latest = await recall();
  const read = latest === undefined ? undefined : readAnyVectors(latest);
  const steps = (vectors: string, command: string, label: string): Choice => ({
    label,
    does: { command, options: { vectors, show: "steps" } },
  });
  return [
    ...(latest !== undefined && read?.ok && read.value.length <= 2
      ? [steps(latest, read.value.length === 1 ? "norm" : "dot", say("The last vectors, step by step"))]
      : []),
    steps("1,2 3,4", "dot", say("A smaller example")),
    map(),
  ];
};

/** An answer by its name, with an example of the learner's own. */
export const showNamed = async (
  answer: ShortAnswer,
  given: string | undefined,
  { commands, recall }: Context,
): Promise<Answer> => {
  const latest = given ?? (answer.isFixed || answer.vectors === "" ? undefined : await recall());
  const read = latest === undefined ? undefined : readAnyVectors(latest);
  return {
    command: "explain",
    taken: { meaning: `answer ${answer.name}`, isSure: true },
    reply: showAnswer(
      answer,
      { own: ownOf(answer), ...(read?.ok ? { latest: read.value } : {}) },
      answer.next.map((line) => choiceOf(line, commands)),
    ),
  };
};

const ownOf = ({ name, vectors }: ShortAnswer): readonly Vector[] => {
  if (vectors === "") return [];
  const read = readAnyVectors(vectors);
  if (!read.ok) throw new SyntaxError(`The vectors of ${name} cannot be read`);
  return read.value;
};

const callOf = ({ name }: ShortAnswer) => ({ command: "explain", options: { topic: name } });

const map = (): Choice => ({ label: say("A map of all topics"), does: { command: "explain", options: {} } });

/** What one goes on with, as a button: `/explain softmax` by the lesson's title, a command line as it is typed. */
const choiceOf = (line: string, commands: readonly Command[]): Choice => {
  const [, name = "", rest = ""] = /^\/(\S+)\s*([\s\S]*)$/.exec(line) ?? [];
  const command = findCommand(commands, name);
  if (command === undefined) throw new SyntaxError(`${line} names no command`);
  const does = { command: command.name, options: optionsOnLine(command, rest) };
  return { label: (nameOf(command, rest) ?? line).slice(0, 75), does };
};

/** What a command line leads to; undefined where the line says it best. */
const nameOf = ({ name }: Command, rest: string): string | undefined => {
  if (name === "explain" && rest === "") return say("A map of all topics");
  if (name === "explain") {
    const lesson = lessonCalled(rest);
    return lesson && lessonNamed(lesson.name, currentLanguage())?.title;
  }
  if (name === "prove") return say("Prove it");
  if (name !== "practice") return undefined;
  const [skill] = rest === "" ? [] : skillsCalled(rest);
  return skill === undefined
    ? say("A practice question")
    : say("Practise: {skill}", { skill: say(describeSkill[skill].title) });
};

/** The lessons that go on from the likeliest answers to a question. */
export const lessonsNear = (asked: string) =>
  answersMeant(findMeaning(asked, currentLanguage())).flatMap(({ next }) =>
    next.flatMap((line) => (line.startsWith("/explain ") ? (lessonCalled(line.slice(9)) ?? []) : [])),
  );

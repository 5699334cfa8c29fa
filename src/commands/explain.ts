import * as z from "zod";
import { err, ok } from "../base/result.ts";
import { platformOf } from "../identity.ts";
import { currentLanguage } from "../language.ts";
import { lessonParts, showLesson } from "../present/lesson.ts";
import { showTopics } from "../present/topics.ts";
import type { Reply } from "../reply/reply.ts";
import { message } from "../say.ts";
import { answerNamed } from "../tutor/answers.ts";
import type { Lesson } from "../tutor/lesson.ts";
import { lessonCalled } from "../tutor/lesson-called.ts";
import { lessonNamed, lessons } from "../tutor/lessons.ts";
import { answerQuestion, showNamed } from "./answer-question.ts";
import { type Context, defineCommand, type Outcome } from "./command.ts";
import { findCommand } from "./find-command.ts";
import { optionsOnLine } from "./read-options.ts";
import { lessonsLike } from "./topics-like.ts";
import type { Answer } from "./tutor.ts";
import { readAnyVectors } from "./typed-vectors.ts";
import { typedAs } from "./usage.ts";
import { wordsAndVectors } from "./words-and-vectors.ts";

export const explain = defineCommand({
  name: "explain",
  summary: message("Explain a topic, with your own vectors if you like; alone, it is a map of all topics"),
  audience: "everyone",
  options: z.object({
    topic: z
      .string()
      .optional()
      .meta({ description: message("A topic or a question; left out, a map of all topics") }),
    vectors: z
      .string()
      .optional()
      .meta({
        description: message("Your own vectors for the example, such as 2,3,4 1,0,2"),
        form: { title: message("With your own vectors"), label: message("Vectors") },
      }),
    part: z
      .enum(lessonParts)
      .default("lesson")
      .meta({ description: message("The lesson, more on it, or its answer") }),
  }),
  examples: ["cosine similarity", "cosine (1,2) (3,4)", ""],
  needs: ["topic"],
  phrases: {
    en: ["explain", "lesson", "teach me"],
    de: ["erkläre", "erklär mir", "lektion"],
    es: ["explica", "explícame", "lección"],
  },
  complete: { topic: lessonsLike },
  run: async ({ topic = "", vectors, part }, context) => {
    const asked = vectors === undefined ? wordsAndVectors(topic) : { words: topic.trim(), vectors };
    const seen = () => context.store.lessons.seenBy(context.invocation.learner);
    if (asked.words === "") return ok(showTopics(lessons(), await seen()));
    const answer = answerNamed(asked.words, currentLanguage());
    if (answer !== undefined) return showNamed(answer, asked.vectors, context);
    const lesson = lessonCalled(asked.words);
    if (lesson === undefined) return answerQuestion(topic.trim(), asked.vectors, context);
    const outcome = await explainLesson(lesson, asked.vectors, part, context);
    if (!("reply" in outcome) && outcome.ok)
      await context.store.lessons.noteSeen(context.invocation.learner, lesson.name);
    return outcome;
  },
});

/** Works the example out by its own command, so that whatever that refuses is refused in its words. */
const explainLesson = async (
  lesson: Lesson,
  given: string | undefined,
  part: (typeof lessonParts)[number],
  { commands, invocation, answer }: Context,
): Promise<Outcome | Answer> => {
  const command = findCommand(commands, lesson.example.command);
  if (command === undefined) throw new TypeError(`${lesson.name} has an example of no command`);
  const own = optionsOnLine(command, lesson.example.line);
  const options = given === undefined ? own : { ...own, vectors: given };
  // Before the vectors, so that “this” means them afterwards.
  const onWords = part === "lesson" ? await askWords(lesson, invocation, answer) : undefined;
  const worked = await answer({ kind: "call", command: command.name, options });
  if (worked.problem !== undefined) return worked;
  const vectors = readAnyVectors(String(options.vectors));
  if (!vectors.ok) return err(vectors.problem);
  const found = (names: readonly string[]) => names.map((name) => lessonNamed(name)!);
  return ok(
    showLesson(
      lesson,
      part,
      {
        vectors: vectors.value,
        ...(given === undefined ? {} : { given }),
        typed: `${typedAs(platformOf(invocation.learner), command.name)} ${given ?? lesson.example.line}`,
        reply: worked.reply,
        ...(onWords === undefined ? {} : { onWords }),
      },
      { before: found(lesson.prerequisites), next: found(lesson.next) },
    ),
  );
};

/** What is found on the lesson's words; whatever is amiss with the vectors of words, the lesson goes without. */
const askWords = async (
  { words }: Lesson,
  { learner }: Context["invocation"],
  answer: Context["answer"],
): Promise<{ readonly typed: string; readonly reply: Reply } | undefined> => {
  if (words === undefined) return undefined;
  const { reply, problem } = await answer({ kind: "call", command: "similar", options: { words } });
  return problem === undefined
    ? { typed: `${typedAs(platformOf(learner), "similar")} ${words}`, reply }
    : undefined;
};

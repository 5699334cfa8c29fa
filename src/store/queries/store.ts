import type { Engine } from "../engine.ts";
import type { Store } from "../store.ts";
import { createConversations } from "./conversations.ts";
import { createInstallations } from "./installations.ts";
import { createLearners } from "./learners.ts";
import { createLessonRecords } from "./lessons.ts";
import { createQuestions } from "./questions.ts";
import { createQuizzes } from "./quizzes.ts";
import { createReplies } from "./replies.ts";

/** A store in a database that is up to date. */
export const createStore = (engine: Engine, now: () => Date, close: () => Promise<void>): Store => ({
  replies: createReplies(engine, now),
  lessons: createLessonRecords(engine, now),
  learners: createLearners(engine, now),
  questions: createQuestions(engine),
  quizzes: createQuizzes(engine),
  installations: createInstallations(engine, now),
  conversations: createConversations(engine, now),
  close,
});

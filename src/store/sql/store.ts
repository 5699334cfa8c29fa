import type { Store } from "../store.ts";
import { createConversations } from "./conversations.ts";
import type { Database } from "./database.ts";
import { createInstallations } from "./installations.ts";
import { createLearners } from "./learners.ts";
import { createLessonRecords } from "./lessons.ts";
import { createQuestions } from "./questions.ts";
import { createQuizzes } from "./quizzes.ts";
import { createReplies } from "./replies.ts";

/** A store in a database whose migrations have run. */
export const createSqlStore = (db: Database, now: () => Date, close: () => Promise<void>): Store => ({
  replies: createReplies(db, now),
  lessons: createLessonRecords(db, now),
  learners: createLearners(db, now),
  questions: createQuestions(db),
  quizzes: createQuizzes(db),
  installations: createInstallations(db, now),
  conversations: createConversations(db, now),
  close,
});

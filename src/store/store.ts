import type { Conversations } from "./conversations.ts";
import type { Installations } from "./installations.ts";
import type { Learners } from "./learners.ts";
import type { LessonRecords } from "./lessons.ts";
import type { Questions } from "./questions.ts";
import type { Quizzes } from "./quizzes.ts";
import type { Replies } from "./replies.ts";

/** What outlives an answer, and a restart. Nothing that belongs to one workspace is given to another. */
export interface Store {
  readonly replies: Replies;
  readonly lessons: LessonRecords;
  readonly learners: Learners;
  readonly questions: Questions;
  readonly quizzes: Quizzes;
  readonly installations: Installations;
  readonly conversations: Conversations;
  readonly close: () => Promise<void>;
}

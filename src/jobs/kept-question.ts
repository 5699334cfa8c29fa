import type { KeptQuestion } from "../store/questions.ts";
import { questionFrom } from "../tutor/kinds.ts";
import type { Level, Question } from "../tutor/question.ts";

/** The question that was kept. Throws where its kind is no more. */
export const questionOfKept = ({
  kind,
  seed,
  level,
}: Pick<KeptQuestion, "kind" | "seed" | "level">): Question => {
  const question = questionFrom({ kind, seed, level: level as Level });
  if (question === undefined) throw new TypeError(`There is no kind of question ${kind}`);
  return question;
};

import { type Choice, paragraph, type Reply } from "../reply/reply.ts";
import type { Mark } from "../tutor/mark.ts";
import { type Asked, choices, markBlocks, markTitle, workingChoice } from "./question.ts";

/** An answer that is kept, of which nothing is told before the bell. */
export interface Noted {
  /** False where the learner had answered before: that answer counts. */
  readonly isFirst: boolean;
  readonly given: string;
  readonly closesAt?: Date;
}

export const showNoted = ({ isFirst, given, closesAt }: Noted): Reply => ({
  tone: "plain",
  audience: "asker",
  title: isFirst ? "Your answer is in" : "You have answered already",
  blocks: [
    paragraph([{ strong: "Your answer: " }, `${given}.${isFirst ? "" : " The first answer counts."}`]),
    ...(closesAt === undefined
      ? []
      : [paragraph(["The solution comes with the bell: ", { until: closesAt }, "."])]),
  ] as unknown as Reply["blocks"],
});

/** The verdict, with its points where there are any; in practice, with the way on. */
export const showVerdict = (
  { id, inPlace, question }: Asked,
  mark: Mark,
  points: number | undefined,
): Reply => ({
  tone: mark.outcome === "right" ? "right" : "wrong",
  audience: "asker",
  title:
    points === undefined || points === 0
      ? markTitle(mark)
      : `${markTitle(mark)}: ${points} ${points === 1 ? "point" : "points"}`,
  blocks: [
    ...markBlocks(question, mark),
    choices("What next?", [
      ...(inPlace ? [nextQuestion(id, mark)] : []),
      workingChoice(id),
      ...(inPlace ? [{ label: "My progress", does: { command: "progress", options: {} } }] : []),
    ]),
  ] as unknown as Reply["blocks"],
});

/** Where two slips explain an answer, the next question tells them apart. */
const nextQuestion = (id: number, { slips }: Mark): Choice => ({
  label: slips.length > 1 ? "One more, to tell which" : "Next question",
  does: { command: "practice", options: slips.length > 1 ? { after: id } : {} },
  inPlace: true,
});

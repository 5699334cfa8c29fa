import { atLeastOne } from "../base/at-least.ts";
import { type Choice, choices, paragraph, type Reply } from "../reply/reply.ts";
import { say, sayParts } from "../say.ts";
import type { Mark } from "../tutor/mark.ts";
import { markBlocks, markTitle } from "./mark.ts";
import { type Asked, workingChoice } from "./question.ts";

/** An answer that is kept, of which nothing is told before the bell. */
export interface Noted {
  readonly id: number;
  /** False where the learner had answered before: that answer counts. */
  readonly isFirst: boolean;
  readonly given: string;
  readonly closesAt?: Date;
  /** Whether it was put to one learner alone. */
  readonly inPlace: boolean;
  /** Whether the working is theirs to see. */
  readonly mayKnow: boolean;
}

export const showNoted = ({ id, isFirst, given, closesAt, inPlace, mayKnow }: Noted): Reply => ({
  tone: "plain",
  audience: "asker",
  title: isFirst ? say("Your answer is in") : say("You have answered already"),
  blocks: atLeastOne([
    paragraph(
      isFirst
        ? sayParts("<strong>Your answer: </strong>{given}.", { given })
        : sayParts("<strong>Your answer: </strong>{given}. The first answer counts.", { given }),
    ),
    ...(closesAt === undefined
      ? []
      : [paragraph(sayParts("The solution comes with the bell: {when}.", { when: { until: closesAt } }))]),
    ...nextBlocks([...(inPlace ? [nextQuestion()] : []), ...(mayKnow ? [workingChoice(id)] : [])]),
  ]),
});

/** What may be told of a verdict beyond the mark. */
export interface Told {
  /** Absent where there are none. */
  readonly points: number | undefined;
  readonly mayKnow: boolean;
}

/** The verdict, with its points where there are any; in practice, with the way on. */
export const showVerdict = (
  { id, inPlace, question }: Asked,
  mark: Mark,
  { points, mayKnow }: Told,
): Reply => ({
  tone: mark.outcome === "right" ? "right" : "wrong",
  audience: "asker",
  title:
    points === undefined || points === 0
      ? markTitle(mark)
      : say("{verdict}: {points, plural, one {# point} other {# points}}", {
          verdict: markTitle(mark),
          points,
        }),
  blocks: atLeastOne([
    ...markBlocks(question, mark),
    ...nextBlocks([
      ...(inPlace ? [nextAfter(id, mark)] : []),
      ...(mayKnow ? [workingChoice(id)] : []),
      ...(inPlace ? [{ label: say("My progress"), does: { command: "progress", options: {} } }] : []),
    ]),
  ]),
});

const nextBlocks = (next: readonly Choice[]) => (next.length === 0 ? [] : [choices(say("What next?"), next)]);

const nextQuestion = (): Choice => ({
  label: say("Next question"),
  does: { command: "practice", options: {} },
  inPlace: true,
});

/** Where two slips explain an answer, the next question tells them apart. */
const nextAfter = (id: number, { slips }: Mark): Choice =>
  slips.length > 1
    ? {
        label: say("One more, to tell which"),
        does: { command: "practice", options: { after: id } },
        inPlace: true,
      }
    : nextQuestion();

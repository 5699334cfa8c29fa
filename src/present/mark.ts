import { type Block, paragraph, spansOf, type Text } from "../reply/reply.ts";
import { message, say, sayParts } from "../say.ts";
import { labelOf } from "../tutor/answer.ts";
import type { Mark } from "../tutor/mark.ts";
import type { PosedSlip, Question } from "../tutor/question.ts";
import { inWords, rightIs } from "./question.ts";

const titles = {
  right: message("Right"),
  rounding: message("Right but for the rounding"),
  wrong: message("Not quite"),
} as const;

/** What a slip is called, and what to do about it. */
export const slipInWords = ({ title, advice }: PosedSlip): Text => [
  ...sayParts("It may be this. <strong>{slip}. </strong>", { slip: title }),
  ...spansOf(inWords(advice)),
];

/** The verdict on an answer, and why. */
export const markBlocks = (question: Question, { outcome, given, slips }: Mark): readonly Block[] => {
  const right = labelOf(question.right, question.rounding);
  const [only, other] = slips;
  return [
    paragraph(sayParts("<strong>Your answer: </strong>{given}.", { given })),
    ...(outcome === "wrong" && only !== undefined && other === undefined
      ? [paragraph(slipInWords(only))]
      : []),
    ...(outcome === "wrong" && other !== undefined
      ? [
          paragraph(
            sayParts(
              "Two different slips lead there: <strong>{one}</strong> and <strong>{other}</strong>. One more question can tell which it was.",
              { one: only!.title, other: other.title },
            ),
          ),
        ]
      : []),
    ...(outcome === "rounding"
      ? [
          paragraph(
            say("Only the rounding is off: it is {right}. The next digit decides whether to round up.", {
              right,
            }),
          ),
        ]
      : []),
    ...(outcome === "wrong" ? [paragraph(rightIs(right))] : []),
    paragraph(inWords(question.because)),
  ];
};

export const markTitle = ({ outcome }: Mark): string => say(titles[outcome]);

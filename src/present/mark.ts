import { type Block, paragraph, spansOf, type Text } from "../reply/reply.ts";
import { message, say, sayList, sayParts } from "../say.ts";
import { labelOf } from "../tutor/answer.ts";
import type { Mark } from "../tutor/mark.ts";
import type { Answer, PosedSlip, Question } from "../tutor/question.ts";
import { wantedDecimals } from "../tutor/rounding.ts";
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
export const markBlocks = (question: Question, mark: Mark): readonly Block[] => {
  const { outcome, given, slips } = mark;
  const rounding = aboutRounding(question, mark);
  return [
    paragraph(sayParts("<strong>Your answer: </strong>{given}.", { given })),
    ...(outcome === "wrong" ? slipBlocks(slips) : []),
    ...(rounding === undefined ? [] : [paragraph(rounding)]),
    ...(outcome === "wrong" ? [paragraph(rightIs(labelOf(question.right, question.rounding)))] : []),
    paragraph(inWords(question.because)),
  ];
};

const slipBlocks = (slips: readonly PosedSlip[]): readonly Block[] => {
  const [only, ...others] = slips;
  if (only === undefined) return [];
  if (others.length === 0) return [paragraph(slipInWords(only))];
  return [
    paragraph(
      say(
        "{count, plural, =2 {Two} =3 {Three} =4 {Four} other {#}} different slips lead there: {slips}. One more question can tell which it was.",
        {
          count: slips.length,
          slips: sayList(
            slips.map(({ title }) => `“${title}”`),
            "or",
          ),
        },
      ),
    ),
  ];
};

/** What is said of a rounded answer: what the exact one is, and what was wrong with the rounding. */
const aboutRounding = ({ right, rounding }: Question, { rounded }: Mark): string | undefined => {
  if (rounded === undefined) return undefined;
  const [decimals, exact] = [wantedDecimals(rounding), exactLabel(right)];
  const told = { decimals, rounded: labelOf(right, rounding ?? { decimals }), exact: exact ?? "" };
  switch (rounded) {
    case "enough":
      return exact === undefined ? undefined : say("Rounded well: exactly it is {exact}.", told);
    case "too-far":
      return say(
        "That is rounded too far: to {decimals, plural, =0 {a whole number} one {one decimal} other {# decimals}} it is {rounded}.",
        told,
      );
    case "last-digit":
      return say(
        "Only the rounding is off: to {decimals, plural, =0 {a whole number} one {one decimal} other {# decimals}} it is {rounded}. The next digit decides whether to round up.",
        told,
      );
  }
};

/** The right answer in full; undefined where nothing but its decimals can be written. */
const exactLabel = (right: Answer): string | undefined => {
  if (right.kind === "words") return undefined;
  const scalars = right.kind === "number" ? [right.value] : right.value.components;
  return scalars.every(({ kind }) => kind === "exact") ? labelOf(right) : undefined;
};

export const markTitle = ({ outcome }: Mark): string => say(titles[outcome]);

import { atLeastTwo } from "../base/at-least.ts";
import { rational } from "../math/scalar.ts";
import { add } from "../math/scalar-arithmetic.ts";
import { createRandom } from "../random.ts";
import { say } from "../say.ts";
import { labelOf, sameAnswer } from "./answer.ts";
import type { Answer, Level, Option, PosedSlip, Question, QuestionKind, Template } from "./question.ts";

/** Wrong options beside the right one. */
const mostWrong = 3;

/** A question of a kind: the same seed and level give the same question. */
export const poseQuestion = <Facts>(kind: QuestionKind<Facts>, seed: number, level: Level): Question => {
  const random = createRandom(seed);
  const template = random.pick(nearestTo(kind.templates, level));
  const facts = template.pose(random);
  const right = kind.answer(facts);
  const { rounding } = kind;
  const slips = kind.slips.flatMap((slip): readonly PosedSlip[] => {
    const leadsTo = slip.leadsTo(facts);
    return leadsTo === undefined || sameAnswer(leadsTo, right)
      ? []
      : [
          {
            name: slip.name,
            title: say(slip.title),
            leadsTo,
            get advice() {
              return slip.advice(facts);
            },
          },
        ];
  });
  const optionFor = (answer: Answer): Option => ({
    answer,
    label: labelOf(answer, rounding),
    right: answer === right,
    slips: slips.filter(({ leadsTo }) => sameAnswer(leadsTo, answer)).map(({ name }) => name),
  });
  const taken: Option[] = [optionFor(right)];
  const shuffled = random.shuffle(slips);
  const slipsFirst =
    kind.lookalikes === undefined
      ? shuffled.map(({ leadsTo }) => leadsTo)
      : lookalikesFirst(shuffled, kind.lookalikes, random.pick(howManyAlike));
  const steps = random.shuffle([1, -1, 2, -2, 3]);
  for (const answer of candidates(slipsFirst, () => kind.others?.(facts) ?? [], right, steps)) {
    if (taken.length > mostWrong) break;
    const label = labelOf(answer, rounding);
    if (!taken.some((other) => other.label === label || sameAnswer(other.answer, answer)))
      taken.push(optionFor(answer));
  }
  return {
    kind: kind.name,
    skill: kind.skill,
    template: template.name,
    seed,
    level,
    right,
    ...(rounding === undefined ? {} : { rounding }),
    chosenOnly: kind.chosenOnly === true || right.kind === "words",
    options: atLeastTwo(random.shuffle(taken)),
    // Most questions that are made are only looked through.
    get prompt() {
      return kind.prompt(facts);
    },
    get hints() {
      return kind.hints(facts);
    },
    get because() {
      return kind.because(facts);
    },
    get solution() {
      return kind.solve(facts);
    },
    slips,
  };
};

/** How many of three wrong options look like the right one, where the kind has slips that lead to such. */
const howManyAlike = [2, 3] as const;

/** Where slips lead, as they come, but first some that look like the right answer. */
const lookalikesFirst = (
  slips: readonly PosedSlip[],
  names: readonly string[],
  most: number,
): readonly Answer[] => {
  const different = slips.filter(
    ({ leadsTo }, i) => !slips.slice(0, i).some((other) => sameAnswer(other.leadsTo, leadsTo)),
  );
  const alike = different.filter(({ name }) => names.includes(name)).slice(0, most);
  return [...alike, ...slips.filter((slip) => !alike.includes(slip))].map(({ leadsTo }) => leadsTo);
};

/** The templates of the level, or of the nearest one that has some. */
const nearestTo = <Facts>(
  templates: readonly Template<Facts>[],
  level: Level,
): readonly Template<Facts>[] => {
  const distance = Math.min(...templates.map((each) => Math.abs(each.level - level)));
  const near = templates.filter((each) => Math.abs(each.level - level) === distance);
  const easiest = Math.min(...near.map((each) => each.level));
  return near.filter((each) => each.level === easiest);
};

/** Answers to choose wrong options from: where slips lead, what the kind adds, and numbers beside the right one. */
function* candidates(
  slipsFirst: readonly Answer[],
  others: () => readonly Answer[],
  right: Answer,
  steps: readonly number[],
): Generator<Answer> {
  yield* slipsFirst;
  yield* others();
  // Most questions need none of these, as their slips lead to enough.
  if (right.kind === "number")
    for (const step of steps) yield { kind: "number", value: add(right.value, rational(step)) };
}

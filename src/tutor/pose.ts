import { rational } from "../math/scalar.ts";
import { add } from "../math/scalar-arithmetic.ts";
import { createRandom, type Random } from "../random.ts";
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
            title: slip.title,
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
  const wrong: Option[] = [];
  const rightOption = optionFor(right);
  const candidates = [
    ...random.shuffle(slips.map(({ leadsTo }) => leadsTo)),
    ...(kind.others?.(facts) ?? []),
    ...nearby(right, random),
  ];
  for (const candidate of candidates.map(optionFor)) {
    if (wrong.length === mostWrong) break;
    const taken = [rightOption, ...wrong];
    if (!taken.some((other) => isLike(other, candidate))) wrong.push(candidate);
  }
  return {
    kind: kind.name,
    skill: kind.skill,
    template: template.name,
    seed,
    level,
    prompt: kind.prompt(facts),
    right,
    ...(rounding === undefined ? {} : { rounding }),
    chosenOnly: kind.chosenOnly === true || right.kind === "words",
    options: random.shuffle([rightOption, ...wrong]) as unknown as Question["options"],
    // Most questions that are made are only looked through.
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

/** Options that cannot be told apart, by value or by how they read. */
const isLike = (x: Option, y: Option): boolean => sameAnswer(x.answer, y.answer) || x.label === y.label;

/** Numbers beside the right one. Most questions need none, as their slips lead to enough. */
const nearby = (right: Answer, random: Random): readonly Answer[] =>
  right.kind === "number"
    ? random
        .shuffle([1, -1, 2, -2, 3])
        .map((by): Answer => ({ kind: "number", value: add(right.value, rational(by)) }))
    : [];

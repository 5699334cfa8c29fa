import type { Course, Judgement } from "./course.ts";

const share = (of: readonly Judgement[], test: (each: Judgement) => boolean): number =>
  Math.round((10_000 * of.filter(test).length) / Math.max(1, of.length)) / 100;

export interface MasteryRow {
  readonly skills: string;
  readonly count: number;
  readonly "false %": number;
}

/**
 * A judgement of mastery is false where the true chance of a right typed answer to a question of the middle level is
 * below 0.6 at that moment. The last row is the price: how much true ability (a chance of 0.8 or more) goes unnoticed.
 */
export const falseMastery = (courses: readonly Course[]): readonly MasteryRow[] => {
  const all = courses.flatMap(({ judgements }) => judgements);
  const [first, mastered] = [all.filter((each) => each.first), all.filter((each) => each.mastered)];
  const able = all.filter(({ truth }) => truth >= 0.8);
  const tooWeak = ({ truth }: Judgement): boolean => truth < 0.6;
  return [
    { skills: "judged mastered for the first time", count: first.length, "false %": share(first, tooWeak) },
    {
      skills: "judged mastered, every day of practice",
      count: mastered.length,
      "false %": share(mastered, tooWeak),
    },
    {
      skills: "truly at 0.8 or above, not judged mastered",
      count: able.length,
      "false %": share(able, (each) => !each.mastered),
    },
  ];
};

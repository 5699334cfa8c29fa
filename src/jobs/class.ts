import type { ClassAnswer } from "../present/solution.ts";
import { say } from "../say.ts";
import type { KeptQuestion } from "../store/questions.ts";
import type { Store } from "../store/store.ts";
import { kindNamed } from "../tutor/kinds.ts";
import type { Level } from "../tutor/question.ts";
import { firstLevel, levelAfter } from "../tutor/quiz.ts";
import type { Skill } from "../tutor/skill.ts";

/** How the class answered a question. */
export const classOn = async ({ questions }: Store, id: number): Promise<readonly ClassAnswer[]> =>
  (await questions.attemptsOn(id)).map(({ name = say("someone"), outcome, given, slips, points }) => ({
    name,
    outcome,
    given,
    slips,
    points,
  }));

/** How hard the next question of a quiz is, by how the class did on the latest. */
export const levelFor = async ({ questions }: Store, quiz: number): Promise<Level> => {
  const latest = await questions.latestOf(quiz);
  if (latest === undefined) return firstLevel;
  const attempts = await questions.attemptsOn(latest.id);
  const right = attempts.filter(({ outcome }) => outcome === "right").length;
  return levelAfter(latest.level as Level, right, attempts.length);
};

/** The most skills that are told to be hard. */
const mostHard = 3;

/** The skills in which fewer than six in ten answers were right, the hardest first. */
export const hardFor = async (
  { questions }: Store,
  asked: readonly KeptQuestion[],
): Promise<readonly Skill[]> => {
  const counts = new Map<Skill, { right: number; all: number }>();
  for (const { id, kind } of asked) {
    const skill = kindNamed(kind)?.skill;
    const attempts = await questions.attemptsOn(id);
    if (skill === undefined || attempts.length === 0) continue;
    const { right, all } = counts.get(skill) ?? { right: 0, all: 0 };
    const more = attempts.filter(({ outcome }) => outcome === "right").length;
    counts.set(skill, { right: right + more, all: all + attempts.length });
  }
  return [...counts]
    .map(([skill, { right, all }]) => ({ skill, share: right / all }))
    .filter(({ share }) => share < 0.6)
    .toSorted((x, y) => x.share - y.share)
    .slice(0, mostHard)
    .map(({ skill }) => skill);
};

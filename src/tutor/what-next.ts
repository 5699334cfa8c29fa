import type { Random } from "../random.ts";
import { kindsFor } from "./kinds.ts";
import { isDue, retrievability } from "./review.ts";
import { describeSkill, type Skill, skills } from "./skill.ts";
import { mastery, type SkillRecord } from "./skill-record.ts";

/** What to practise, and why. */
export interface NextSkill {
  readonly skill: Skill;
  readonly because: "due" | "new" | "again";
}

/** Right answers in a skill after which those that build on it may begin. */
const begun = 3;

/** Whether all that comes before a skill is begun with success, or has no questions. */
const isOpen = (skill: Skill, records: ReadonlyMap<Skill, SkillRecord>): boolean =>
  describeSkill[skill].after.every((before) => {
    const record = records.get(before);
    return kindsFor(before).length === 0 || (record !== undefined && record.right >= begun);
  });

/**
 * What to practise next: what is due, the least remembered first; else something new whose groundwork is laid; else
 * the weakest skill. `recent` are the skills of the last questions, the newest last: none comes three times in a row
 * while there is another.
 */
export const whatNext = (
  records: ReadonlyMap<Skill, SkillRecord>,
  now: Date,
  random: Random,
  recent: readonly Skill[] = [],
): NextSkill | undefined => {
  const [last, lastButOne] = [recent.at(-1), recent.at(-2)];
  const asked = skills.filter((skill) => kindsFor(skill).length > 0);
  const open = asked.filter((skill) => records.has(skill) || isOpen(skill, records));
  const fresh = open.filter((skill) => skill !== last || skill !== lastButOne);
  const available = fresh.length > 0 ? fresh : open;
  const begunOnes = available.flatMap((skill) => {
    const record = records.get(skill);
    return record === undefined ? [] : [{ skill, record }];
  });
  const due = begunOnes.filter(({ record }) => isDue(record.card, now));
  const forgotten = least(due, ({ record }) => retrievability(record.card, now));
  if (forgotten !== undefined) return { skill: forgotten.skill, because: "due" };
  const untouched = available.filter((skill) => !records.has(skill));
  if (untouched.length > 0) return { skill: random.pick(untouched), because: "new" };
  const weakest = least(begunOnes, ({ record }) => mastery(record, now));
  return weakest === undefined ? undefined : { skill: weakest.skill, because: "again" };
};

const least = <T>(list: readonly T[], by: (item: T) => number): T | undefined =>
  list.reduce<T | undefined>(
    (best, item) => (best === undefined || by(item) < by(best) ? item : best),
    undefined,
  );

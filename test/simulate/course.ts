import type { Random } from "../../src/random.ts";
import { createRandom } from "../../src/random.ts";
import {
  beginner,
  chanceOfRight,
  chooseNext,
  ratingOf,
  reviewChance,
  targetChance,
} from "../../src/tutor/difficulty.ts";
import { gradeOf, retrievability } from "../../src/tutor/review.ts";
import { type Skill, skills } from "../../src/tutor/skill.ts";
import {
  abilityNow,
  isMastered,
  learned,
  type SkillRecord,
  secondsFor,
} from "../../src/tutor/skill-record.ts";
import { type NextSkill, whatNext } from "../../src/tutor/what-next.ts";
import { happens } from "./chance.ts";
import { type Asked, drawMind, type Mind, taught, timeTaken, trueChance } from "./learner.ts";
import { drawRetention } from "./memory.ts";
import { newSm2, type Sm2, sm2After, sm2Recall } from "./sm2.ts";

/** The first answer in a skill at least half a day after the last one, and what was foretold. */
export interface Review {
  readonly retrievability: number;
  readonly withAbility: number;
  readonly sm2: number;
  readonly right: boolean;
}

/** A skill on a day on which its learner practises, or after a long absence. */
export interface Judgement {
  readonly mastered: boolean;
  readonly first: boolean;
  /** The true chance of a right typed answer to a question of the middle level. */
  readonly truth: number;
}

export interface Course {
  readonly reviews: readonly Review[];
  readonly judgements: readonly Judgement[];
}

const start = Date.UTC(2026, 0, 5, 18);
const [days, questionsADay, attendance] = [90, 16, 0.6];
const momentOf = (day: number): Date => new Date(start + day * 86_400_000);

/** One learner practises for three months, on some of the days, what the tutor proposes; half of them type. */
export const runCourse = (seed: number): Course => {
  const random = createRandom(seed);
  const typed = happens(random, 0.5);
  const retention = drawRetention(random);
  const minds = new Map<Skill, Mind>(skills.map((skill) => [skill, drawMind(random, retention)]));
  const records = new Map<Skill, SkillRecord>();
  const shadows = new Map<Skill, Sm2>();
  const mastered = new Set<Skill>();
  const reviews: Review[] = [];
  const judgements: Judgement[] = [];
  const recent: Skill[] = [];
  let away = 0;
  for (let day = 0; day < days; day += 1) {
    away = away > 0 ? away - 1 : happens(random, 0.03) ? random.whole(7, 30) : 0;
    if (away > 0 || !happens(random, attendance)) continue;
    for (let i = 0; i < questionsADay; i += 1) {
      const at = day + i / 1440;
      const next = whatNext(records, momentOf(at), random, recent);
      if (next === undefined) break;
      recent.push(next.skill);
      ask(next, at);
    }
    judge(day + 0.01);
  }
  judge(days + 14);
  return { reviews, judgements };

  function ask({ skill, because }: NextSkill, at: number): void {
    const [mind, before, now] = [minds.get(skill)!, records.get(skill), momentOf(at)];
    const asked = chooseNext({
      skill,
      ability: before === undefined ? beginner : abilityNow(before, now),
      typed,
      lastKind: before?.lastKind,
      target: because === "due" ? reviewChance : targetChance,
      random,
    })!;
    const chance = trueChance(mind, asked, at);
    const right = happens(random, chance);
    const seconds = timeTaken(chance, random) * secondsFor(asked.level);
    const outcome = right ? "right" : "wrong";
    const hints = happens(random, 0.3 * (1 - chance)) ? 1 : 0;
    const shadow = shadows.get(skill);
    if (before !== undefined && shadow !== undefined && at - shadow.last >= 0.5)
      reviews.push({ ...predict(before, shadow, asked, at), right });
    if (shadow === undefined || at - shadow.last >= 0.5)
      shadows.set(
        skill,
        sm2After(
          shadow ?? newSm2(at),
          gradeOf({ outcome, hints, seconds, expectedSeconds: secondsFor(asked.level) }),
          at,
        ),
      );
    records.set(skill, learned(before, { ...asked, outcome, hints, seconds }, now));
    minds.set(skill, taught(mind, right, at, random));
  }

  function judge(at: number): void {
    for (const [skill, record] of records) {
      const is = isMastered(record, momentOf(at));
      const truth = trueChance(minds.get(skill)!, { kind: "", level: 3, options: 0 }, at);
      judgements.push({ mastered: is, first: is && !mastered.has(skill), truth });
      if (is) mastered.add(skill);
    }
  }
};

const predict = (
  before: SkillRecord,
  shadow: Sm2,
  { kind, level, options }: Asked,
  at: number,
): Omit<Review, "right"> => {
  const recall = retrievability(before.card, momentOf(at));
  return {
    retrievability: recall,
    withAbility: chanceOfRight(abilityNow(before, momentOf(at)), ratingOf(kind, level), options),
    sm2: sm2Recall(shadow, at),
  };
};

/** The courses of so many learners, each with a seed of their own. */
export const runCourses = (random: Random, learners: number): readonly Course[] =>
  Array.from({ length: learners }, () => runCourse(random.whole(0, 0x7fffffff)));

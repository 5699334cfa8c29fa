import { type Ability, abilityAfter, beginner, chanceOfRight, ratingOf, reviewChance } from "./difficulty.ts";
import type { Outcome } from "./mark.ts";
import type { Level } from "./question.ts";
import { gradeOf, newCard, type ReviewCard, retrievability, reviewed } from "./review.ts";

/** What is kept of a learner's work on one skill. Plain JSON. */
export interface SkillRecord {
  readonly ability: Ability;
  readonly card: ReviewCard;
  readonly right: number;
  readonly wrong: number;
  /** How often each slip was made. */
  readonly slips: Readonly<Record<string, number>>;
  /** The kind of the last question. */
  readonly lastKind?: string;
}

/** One answer to one question. */
export interface SkillAttempt {
  readonly kind: string;
  readonly level: Level;
  /** How many answers there were to choose from; 0 where it was typed. */
  readonly options: number;
  readonly outcome: Outcome;
  readonly slip?: string;
  readonly hints: number;
  readonly seconds: number;
  /** Whether the way was shown with it. */
  readonly isHelped?: boolean;
}

/** How long a question of a level may well take, in seconds. */
export const secondsFor = (level: Level): number => 20 + 15 * level;

/**
 * The record after an attempt. An answer that is only rounded badly shows that its learner can do it; one that is right
 * because the way was shown does not: it counts for less help the next time, as a hint does for the review, and not for
 * mastery.
 */
export const learned = (before: SkillRecord | undefined, attempt: SkillAttempt, now: Date): SkillRecord => {
  const { kind, level, options, outcome, slip, hints, isHelped = false } = attempt;
  const right = outcome !== "wrong";
  const slips = before?.slips ?? {};
  const grade = gradeOf({
    ...attempt,
    hints: isHelped ? hints + 1 : hints,
    expectedSeconds: secondsFor(level),
  });
  const ability = before?.ability ?? beginner;
  return {
    ability:
      isHelped && right
        ? ability
        : abilityAfter(ability, { difficulty: ratingOf(kind, level), options, right }),
    card: reviewed(before?.card ?? newCard(now), grade, now),
    right: (before?.right ?? 0) + (right ? 1 : 0),
    wrong: (before?.wrong ?? 0) + (right ? 0 : 1),
    slips:
      slip === undefined ? slips : { ...slips, [slip]: (Object.hasOwn(slips, slip) ? slips[slip]! : 0) + 1 },
    lastKind: kind,
  };
};

/**
 * Slips made at least four times and in five of six wrong answers, the most frequent first. Fewer may be chance: the
 * simulation in test/simulate finds a habit in at most 5% of those who choose wrong answers at random.
 */
export const habits = ({ slips, wrong }: Pick<SkillRecord, "slips" | "wrong">): readonly string[] =>
  Object.entries(slips)
    .filter(([, times]) => times >= 4 && 6 * times >= 5 * wrong)
    .sort(([, x], [, y]) => y - x)
    .map(([name]) => name);

const logit = (chance: number): number => Math.log(chance / (1 - chance));

/** What a learner can do today: the rating, less as many logits as the chance of recall fell below nine in ten. */
export const abilityNow = ({ ability, card }: SkillRecord, now: Date): Ability => {
  const recall = Math.max(0.05, Math.min(reviewChance, retrievability(card, now)));
  return { ...ability, rating: ability.rating + logit(recall) - logit(reviewChance) };
};

const middle: Level = 3;

/** By how much a rating may be too high, in logits: more after few answers. */
const doubtAfter = (answered: number): number => 0.25 + 7 / (1 + answered);

/**
 * How sure it is, from 0 to 1, that a learner can do it today: the chance of a right typed answer to a question of the
 * middle level by a cautious rating, times the chance of recall.
 */
export const mastery = ({ ability, card }: SkillRecord, now: Date): number => {
  const cautious = { ...ability, rating: ability.rating - doubtAfter(ability.answered) };
  return chanceOfRight(cautious, ratingOf("", middle), 0) * retrievability(card, now);
};

/** High enough that the simulation in test/simulate finds at most 2 % of such judgements false. */
const enough = 0.84;

export const isMastered = (record: SkillRecord, now: Date): boolean => mastery(record, now) >= enough;

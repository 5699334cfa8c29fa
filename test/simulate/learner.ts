import type { Random } from "../../src/random.ts";
import { ratingOf } from "../../src/tutor/difficulty.ts";
import type { Level } from "../../src/tutor/question.ts";
import { happens, normal, uniform } from "./chance.ts";
import { blank, drawRetention, type Memory, practised, type Retention, strength } from "./memory.ts";

/** A simulated learner's state in one skill, which the tutor never sees. */
export interface Mind {
  /** Ability without practice, in logits. */
  readonly talent: number;
  readonly retention: Retention;
  readonly memory: Memory;
  /** How hard each level really is for this learner, beside what the tutor takes it to be. */
  readonly surprise: Readonly<Record<Level, number>>;
  /** A persistent misconception spoils this share of the questions; 0 for none. */
  readonly misconception: number;
}

/** Right answers get lost by a careless error this often. */
const careless = 0.03;

/** The share of learners with a misconception in a skill, and how often an explanation heals it. */
const [misled, healed] = [0.2, 0.25];

export const drawMind = (random: Random, retention: Retention = drawRetention(random)): Mind => {
  const surprise = (): number => normal(random, 0, 0.25);
  return {
    talent: normal(random, 0, 0.8),
    retention,
    memory: blank,
    surprise: { 1: surprise(), 2: surprise(), 3: surprise(), 4: surprise(), 5: surprise() },
    misconception: happens(random, misled) ? 0.4 + 0.4 * uniform(random) : 0,
  };
};

export interface Asked {
  readonly kind: string;
  readonly level: Level;
  /** 0 where the answer is typed. */
  readonly options: number;
}

/** The true chance of a right answer, `at` so many days after the start. */
export const trueChance = (mind: Mind, { kind, level, options }: Asked, at: number): number => {
  const ability = mind.talent + strength(mind.memory, mind.retention, at);
  const knows = 1 / (1 + Math.exp(ratingOf(kind, level) + mind.surprise[level] - ability));
  const floor = options > 0 ? 1 / options : 0;
  return (1 - mind.misconception) * (1 - careless) * (floor + (1 - floor) * knows);
};

/** The learner after a question, whose solution they have seen. */
export const taught = (mind: Mind, right: boolean, at: number, random: Random): Mind => ({
  ...mind,
  memory: practised(mind.memory, mind.retention, at),
  misconception: !right && happens(random, healed) ? 0 : mind.misconception,
});

/** How long an answer takes, as a multiple of what is expected: shorter for whoever is sure. */
export const timeTaken = (chance: number, random: Random): number =>
  Math.exp(normal(random, -0.2 - 0.8 * (chance - 0.5), 0.5));

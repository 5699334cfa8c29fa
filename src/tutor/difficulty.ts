import type { Random } from "../random.ts";
import { kindsFor, questionFrom } from "./kinds.ts";
import { type Level, levels } from "./question.ts";
import type { Skill } from "./skill.ts";

/** What a learner can do in one skill, in logits, and how many answers that is drawn from. */
export interface Ability {
  readonly rating: number;
  readonly answered: number;
}

/** Before the first answer: just able to do the easiest questions. */
export const beginner: Ability = { rating: 0, answered: 0 };

/** The chance of a right answer at which practice is neither dull nor discouraging. */
export const targetChance = 0.8;

/** The same for a review, which asks whether something is still there: as FSRS plans for. */
export const reviewChance = 0.9;

/** From one level to the next, in logits. */
const betweenLevels = 1.1;

const middle = (levels.length + 1) / 2;

/** How hard questions of a kind are at a level, in logits; 0 in the middle. All kinds are alike in this. */
export const ratingOf = (_kind: string, level: Level): number => (level - middle) * betweenLevels;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

const floorOf = (options: number): number => (options > 0 ? 1 / options : 0);

/**
 * The chance of a right answer, g + (1 − g) / (1 + exp(difficulty − rating)): the Rasch model with a floor g for
 * guessing among `options` answers. `options` is 0 where the answer is typed, and there is nothing to guess from.
 */
export const chanceOfRight = (ability: Ability, difficulty: number, options: number): number =>
  floorOf(options) + (1 - floorOf(options)) * logistic(ability.rating - difficulty);

/** How far one answer moves a rating: far at first, and never quite 0, as learners go on learning. */
const stepAfter = (answered: number): number => 0.35 + 0.8 / (1 + 0.1 * answered);

/** What a rating gains with each right answer beside that, as learners learn by answering; less and less. */
const gainAfter = (answered: number): number => 0.11 / (1 + 0.05 * answered);

/**
 * The ability after an answer: a step along the slope of the logarithm of the answer's likelihood, as in Elo ratings.
 * Where the right answer may have been a guess, it counts for less.
 */
export const abilityAfter = (
  ability: Ability,
  {
    difficulty,
    options,
    right,
  }: { readonly difficulty: number; readonly options: number; readonly right: boolean },
): Ability => {
  const expected = chanceOfRight(ability, difficulty, options);
  const known = logistic(ability.rating - difficulty) / expected;
  return {
    rating:
      ability.rating +
      stepAfter(ability.answered) * ((right ? 1 : 0) - expected) * known +
      (right ? gainAfter(ability.answered) : 0),
    answered: ability.answered + 1,
  };
};

/** What to ask: questions of a kind at a level. */
export interface Choice {
  readonly kind: string;
  readonly level: Level;
  /** How many answers there are to choose from; 0 where it is typed. */
  readonly options: number;
}

const seen = new Map<string, number>();

/** How many answers the questions of a kind offer at a level, by the look of one of them. */
const optionsOf = (kind: string, level: Level): number => {
  const key = `${kind} ${level}`;
  const known = seen.get(key) ?? questionFrom({ kind, seed: 0, level })?.options.length ?? 0;
  seen.set(key, known);
  return known;
};

/** How much further from the target another kind may be to be asked for the sake of a change. */
const nearlyAsGood = 0.05;

/**
 * The kind and level of a skill at which the chance of a right answer is nearest to the target, four in five; another
 * kind than the last one where it is nearly as good. Undefined for a skill without questions.
 */
export const chooseNext = ({
  skill,
  ability,
  typed,
  lastKind,
  target = targetChance,
  random,
}: {
  readonly skill: Skill;
  readonly ability: Ability;
  /** Whether the answer is going to be typed, where it can be. */
  readonly typed: boolean;
  readonly lastKind?: string | undefined;
  readonly target?: number;
  readonly random: Random;
}): Choice | undefined => {
  const choices = kindsFor(skill).flatMap((kind) =>
    [...new Set(kind.templates.map((template) => template.level))].map((level) => {
      const options = typed && kind.chosenOnly !== true ? 0 : optionsOf(kind.name, level);
      const off = Math.abs(chanceOfRight(ability, ratingOf(kind.name, level), options) - target);
      return { kind: kind.name, level, options, off };
    }),
  );
  const nearestIn = (list: typeof choices) => Math.min(...list.map(({ off }) => off));
  const nearest = nearestIn(choices);
  const others = choices.filter(({ kind, off }) => kind !== lastKind && off <= nearest + nearlyAsGood);
  const good = others.length > 0 ? others : choices;
  const best = good.filter(({ off }) => off <= nearestIn(good) + 1e-9);
  if (best.length === 0) return undefined;
  const { kind, level, options } = random.pick(best);
  return { kind, level, options };
};

/** How much of a worked example stands beside a question: less with each right answer. */
export const supportFor = (rightSoFar: number): "full" | "last-line" | "none" =>
  rightSoFar < 1 ? "full" : rightSoFar < 3 ? "last-line" : "none";

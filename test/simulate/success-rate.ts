import { createRandom, type Random } from "../../src/random.ts";
import { abilityAfter, beginner, chooseNext, ratingOf, targetChance } from "../../src/tutor/difficulty.ts";
import { kinds } from "../../src/tutor/kinds.ts";
import { levels } from "../../src/tutor/question.ts";
import { happens } from "./chance.ts";
import { type Asked, drawMind, type Mind, taught, trueChance } from "./learner.ts";

/** Questions before a learner counts as settled. */
const settling = 15;

/** Who picks the level: the tutor, or somebody who knows the true chances, as the bound of what levels allow. */
type Chooser = "tutor" | "oracle";

const skill = kinds[0]!.skill;

const byOracle = (mind: Mind, typed: boolean, at: number): Asked => {
  const asked = levels.map((level): Asked => ({ kind: kinds[0]!.name, level, options: typed ? 0 : 4 }));
  const off = (each: Asked): number => Math.abs(trueChance(mind, each, at) - targetChance);
  return asked.reduce((best, each) => (off(each) < off(best) ? each : best));
};

/** The mean true chance of a right answer in one sitting, from question 16 to the last. */
const settledChance = (
  mind: Mind,
  typed: boolean,
  chooser: Chooser,
  questions: number,
  random: Random,
): number => {
  let [now, ability, sum] = [mind, beginner, 0];
  for (let i = 0; i < questions; i += 1) {
    const at = i / 1440;
    const asked =
      chooser === "oracle" ? byOracle(now, typed, at) : chooseNext({ skill, ability, typed, random })!;
    const chance = trueChance(now, asked, at);
    if (i >= settling) sum += chance;
    const right = happens(random, chance);
    ability = abilityAfter(ability, { ...asked, difficulty: ratingOf(asked.kind, asked.level), right });
    now = taught(now, right, at, random);
  }
  return sum / (questions - settling);
};

export interface SuccessRow {
  readonly learners: string;
  readonly count: number;
  readonly "mean chance": number;
  readonly "below 75 %": number;
  readonly "75 to 85 %": number;
  readonly "above 85 %": number;
}

/** Where the success rate settles: the shares of learners, in per cent. */
export const successRate = (seed: number, learners: number): readonly SuccessRow[] => {
  const random = createRandom(seed);
  const minds = Array.from({ length: learners }, () => drawMind(random));
  const row = (
    name: string,
    some: readonly Mind[],
    typed: boolean,
    questions = 45,
    chooser: Chooser = "tutor",
  ): SuccessRow => {
    const chances = some.map((mind) => settledChance(mind, typed, chooser, questions, random));
    const percent = (test: (chance: number) => boolean) =>
      Math.round((1000 * chances.filter(test).length) / chances.length) / 10;
    return {
      learners: name,
      count: some.length,
      "mean chance": Math.round((1000 * chances.reduce((sum, x) => sum + x, 0)) / chances.length) / 1000,
      "below 75 %": percent((chance) => chance < 0.75),
      "75 to 85 %": percent((chance) => chance >= 0.75 && chance <= 0.85),
      "above 85 %": percent((chance) => chance > 0.85),
    };
  };
  const misled = minds.filter(({ misconception }) => misconception > 0);
  return [
    row("who choose, questions 16 to 45", minds, false),
    row("who type, questions 16 to 45", minds, true),
    row("who type, with a misconception at first, 16 to 45", misled, true),
    row("who type, the level picked by an oracle, 16 to 45", minds, true, 45, "oracle"),
    row("who choose, questions 16 to 135", minds, false, 135),
    row("who type, questions 16 to 135", minds, true, 135),
  ];
};

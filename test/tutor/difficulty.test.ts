import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom } from "../../src/random.ts";
import {
  type Ability,
  abilityAfter,
  beginner,
  chanceOfRight,
  chooseNext,
  ratingOf,
  supportFor,
  targetChance,
} from "../../src/tutor/difficulty.ts";
import { kinds, kindsFor } from "../../src/tutor/kinds.ts";
import { type Level, levels } from "../../src/tutor/question.ts";
import { skills } from "../../src/tutor/skill.ts";

const abilities = fc.record({
  rating: fc.double({ min: -6, max: 6, noNaN: true }),
  answered: fc.integer({ min: 0, max: 500 }),
});
const difficulties = fc.double({ min: -4, max: 4, noNaN: true });
const options = fc.constantFrom(0, 2, 3, 4);

describe("the chance of a right answer", () => {
  test.each([
    [0, 0, 0, 0.5],
    [0, 0, 4, 0.625],
    [1, 0, 0, 0.7311],
    [-9, 0, 4, 0.2501],
    [-9, 0, 2, 0.5001],
  ])("at rating %d, difficulty %d and %d options is %d", (rating, difficulty, among, chance) => {
    expect(chanceOfRight({ rating, answered: 0 }, difficulty, among)).toBeCloseTo(chance, 4);
  });

  test("grows with the rating, falls with the difficulty, and is never below guessing", () => {
    fc.assert(
      fc.property(abilities, difficulties, options, (ability, difficulty, among) => {
        const chance = chanceOfRight(ability, difficulty, among);
        expect(chance).toBeGreaterThanOrEqual(among > 0 ? 1 / among : 0);
        expect(chance).toBeLessThan(1);
        expect(
          chanceOfRight({ ...ability, rating: ability.rating + 0.1 }, difficulty, among),
        ).toBeGreaterThan(chance);
        expect(chanceOfRight(ability, difficulty + 0.1, among)).toBeLessThan(chance);
      }),
    );
  });
});

describe("the ability after an answer", () => {
  test("rises when it is right and falls when it is wrong, less after many answers, and never by nothing", () => {
    fc.assert(
      fc.property(abilities, difficulties, options, fc.boolean(), (ability, difficulty, among, right) => {
        const move = (from: Ability) =>
          abilityAfter(from, { difficulty, options: among, right }).rating - from.rating;
        expect(Math.sign(move(ability))).toBe(right ? 1 : -1);
        const later = move({ ...ability, answered: ability.answered + 50 });
        expect(Math.abs(later)).toBeLessThan(Math.abs(move(ability)));
        expect(Math.abs(later)).toBeGreaterThan(0);
      }),
    );
  });

  test("says less where the right answer may have been a guess", () => {
    const move = (among: number) =>
      abilityAfter(beginner, { difficulty: 2, options: among, right: true }).rating;
    expect(move(2)).toBeLessThan(move(4));
    expect(move(4)).toBeLessThan(move(0));
  });
});

test("levels get harder", () => {
  for (const { name } of kinds) {
    const ratings = levels.map((level) => ratingOf(name, level));
    expect(ratings).toEqual([...ratings].sort((x, y) => x - y));
    expect(new Set(ratings).size).toBe(levels.length);
  }
});

describe("the next question", () => {
  const asked = skills.filter((skill) => kindsFor(skill).length > 0);

  test("is the same from the same seed, of the skill, at a level that its kind has", () => {
    fc.assert(
      fc.property(
        abilities,
        fc.boolean(),
        fc.nat(),
        fc.constantFrom(...asked),
        (ability, typed, seed, skill) => {
          const next = chooseNext({ skill, ability, typed, random: createRandom(seed) })!;
          expect(chooseNext({ skill, ability, typed, random: createRandom(seed) })).toEqual(next);
          const kind = kindsFor(skill).find(({ name }) => name === next.kind)!;
          expect(kind.templates.map(({ level }) => level)).toContain(next.level);
          expect(next.options > 0).toBe(!typed || kind.chosenOnly === true);
        },
      ),
    );
  });

  test("is the one whose chance is nearest to the target", () => {
    for (const rating of [-3, -1, 0, 0.5, 1, 2, 4]) {
      const ability = { rating, answered: 9 };
      const skill = "dot-product";
      const off = (kind: string, level: (typeof levels)[number]) =>
        Math.abs(chanceOfRight(ability, ratingOf(kind, level), 0) - targetChance);
      const next = chooseNext({ skill, ability, typed: true, random: createRandom(1) })!;
      const typable = kindsFor(skill).filter(({ chosenOnly }) => chosenOnly !== true);
      const best = Math.min(
        ...typable.flatMap(({ name, templates }) => templates.map(({ level }) => off(name, level))),
      );
      if (next.options === 0) expect(off(next.kind, next.level)).toBeCloseTo(best, 6);
    }
  });

  test("is of another kind than the last where one is nearly as good, and of the best where none is", () => {
    let [another, same] = [0, 0];
    for (const skill of asked)
      for (let rating = -3; rating <= 4; rating += 0.25) {
        const ability = { rating, answered: 9 };
        const given = { skill, ability, typed: true } as const;
        const off = (kind: string, level: Level, options: number) =>
          Math.abs(chanceOfRight(ability, ratingOf(kind, level), options) - targetChance);
        const last = chooseNext({ ...given, random: createRandom(2) })!;
        const best = off(last.kind, last.level, last.options);
        // What would be asked, if there were no questions of the last kind, and how far that is from the target.
        const typable = kindsFor(skill).filter(
          ({ name, chosenOnly }) => name !== last.kind && chosenOnly !== true,
        );
        const others = typable.flatMap(({ name, templates }) =>
          templates.map(({ level }) => off(name, level, 0)),
        );
        const isNear = others.some((each) => each <= best + 0.05);
        const next = chooseNext({ ...given, lastKind: last.kind, random: createRandom(2) })!;
        if (isNear) {
          expect(next.kind, `${skill} at ${rating}`).not.toBe(last.kind);
          expect(off(next.kind, next.level, next.options)).toBeLessThanOrEqual(best + 0.05);
          another += 1;
        } else if (kindsFor(skill).every(({ chosenOnly }) => chosenOnly !== true)) {
          expect(off(next.kind, next.level, next.options)).toBeCloseTo(best, 9);
          same += 1;
        }
      }
    expect(another).toBeGreaterThan(50);
    expect(same).toBeGreaterThan(50);
  });
});

test.each([
  [0, "full"],
  [1, "last-line"],
  [2, "last-line"],
  [3, "none"],
  [40, "none"],
])("after %d right answers the support is %s", (right, support) => expect(supportFor(right)).toBe(support));

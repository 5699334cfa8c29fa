import { describe, expect, test } from "vitest";
import { kinds } from "../../src/tutor/kinds.ts";
import { levels } from "../../src/tutor/question.ts";
import { describeSkill, skills } from "../../src/tutor/skill.ts";

describe("all kinds together", () => {
  test("have names of their own", () =>
    expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length));

  test("at least 40 templates over at least 12 skills, from easy to hard", () => {
    const templates = kinds.flatMap((kind) => kind.templates);
    expect(templates.length).toBeGreaterThanOrEqual(40);
    expect(new Set(kinds.map(({ skill }) => skill)).size).toBeGreaterThanOrEqual(12);
    expect(new Set(templates.map(({ level }) => level))).toEqual(new Set(levels));
  });

  test("at least 25 slips, each named alike wherever it is made", () => {
    const slips = kinds.flatMap((kind) => kind.slips);
    expect(new Set(slips.map(({ name }) => name)).size).toBeGreaterThanOrEqual(25);
    for (const { name, title } of slips)
      expect(
        slips.filter((slip) => slip.name === name).every((slip) => slip.title === title),
        name,
      ).toBe(true);
  });

  test("every skill has questions, and builds on skills before it", () => {
    for (const skill of skills) {
      expect(
        kinds.some((kind) => kind.skill === skill),
        skill,
      ).toBe(true);
      for (const before of describeSkill[skill].after)
        expect(skills.indexOf(before)).toBeLessThan(skills.indexOf(skill));
    }
  });
});

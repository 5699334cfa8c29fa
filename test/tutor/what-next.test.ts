import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom } from "../../src/random.ts";
import { kindsFor } from "../../src/tutor/kinds.ts";
import { isDue, retrievability } from "../../src/tutor/review.ts";
import { describeSkill, type Skill, skills } from "../../src/tutor/skill.ts";
import { learned, type SkillRecord } from "../../src/tutor/skill-record.ts";
import { whatNext } from "../../src/tutor/what-next.ts";

const start = Date.UTC(2026, 2, 1, 9);
const on = (days: number): Date => new Date(start + days * 86_400_000);

const attempt = { kind: "x", level: 2, options: 4, hints: 0, seconds: 50 } as const;

/** So many answers, an hour apart, the last of them `days` after the start. */
const worked = (times: number, outcome: "right" | "wrong", days: number): SkillRecord =>
  Array.from({ length: times }, (_, i) => on(days - (times - 1 - i) / 24)).reduce<SkillRecord | undefined>(
    (record, now) => learned(record, { ...attempt, outcome }, now),
    undefined,
  )!;

const asked = skills.filter((skill) => kindsFor(skill).length > 0);

const histories = fc
  .array(
    fc.tuple(
      fc.constantFrom(...asked),
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
    ),
  )
  .map(
    (list) =>
      new Map<Skill, SkillRecord>(
        list.map(([skill, times, right, days]) => [skill, worked(times, right ? "right" : "wrong", days)]),
      ),
  );

describe("what to practise next", () => {
  test("is new for a beginner, and needs no groundwork", () => {
    const next = whatNext(new Map(), on(0), createRandom(1))!;
    expect(next.because).toBe("new");
    expect(describeSkill[next.skill].after.filter((before) => kindsFor(before).length > 0)).toEqual([]);
  });

  test("is what is due, the least remembered of it first", () => {
    fc.assert(
      fc.property(histories, fc.nat(), (records, seed) => {
        const now = on(41);
        const due = [...records].filter(([, { card }]) => isDue(card, now));
        const next = whatNext(records, now, createRandom(seed))!;
        expect(next.because === "due").toBe(due.length > 0);
        if (due.length === 0) return;
        const chances = due.map(([, { card }]) => retrievability(card, now));
        expect(retrievability(records.get(next.skill)!.card, now)).toBe(Math.min(...chances));
      }),
    );
  });

  test("is new only where all that comes before is begun with success", () => {
    fc.assert(
      fc.property(histories, fc.nat(), (records, seed) => {
        const next = whatNext(records, on(1), createRandom(seed))!;
        if (next.because !== "new") return;
        expect(records.has(next.skill)).toBe(false);
        for (const before of describeSkill[next.skill].after)
          if (kindsFor(before).length > 0) expect(records.get(before)?.right ?? 0).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  test("is something already begun where all is begun and nothing is due", () => {
    const records = new Map(asked.map((skill) => [skill, worked(4, "right", 1)]));
    expect(whatNext(records, on(1.001), createRandom(1))?.because).toBe("again");
  });

  test("is no skill three times running while there is another", () => {
    const [first, second] = asked;
    const records = new Map(asked.map((skill) => [skill, worked(1, "wrong", 1)]));
    const next = whatNext(records, on(30), createRandom(1), [first!, first!])!;
    if (second === undefined) expect(next.skill).toBe(first);
    else expect(next.skill).not.toBe(first);
  });
});

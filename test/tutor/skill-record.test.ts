import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outcomes } from "../../src/tutor/mark.ts";
import { levels } from "../../src/tutor/question.ts";
import {
  abilityNow,
  habits,
  isMastered,
  learned,
  mastery,
  type SkillAttempt,
  type SkillRecord,
} from "../../src/tutor/skill-record.ts";

const start = Date.UTC(2026, 2, 1, 9);
const day = 86_400_000;
const on = (days: number): Date => new Date(start + days * day);

const attempts = fc.record(
  {
    kind: fc.constantFrom("dot-product", "norm"),
    level: fc.constantFrom(...levels),
    options: fc.constantFrom(0, 2, 4),
    outcome: fc.constantFrom(...outcomes),
    slip: fc.constantFrom("sign-dropped", "constructor", "__proto__"),
    hints: fc.integer({ min: 0, max: 3 }),
    seconds: fc.integer({ min: 1, max: 900 }),
  },
  { requiredKeys: ["kind", "level", "options", "outcome", "hints", "seconds"] },
) as fc.Arbitrary<SkillAttempt>;

const recordOf = (list: readonly SkillAttempt[], apart = 0.1): SkillRecord | undefined =>
  list.reduce<SkillRecord | undefined>(
    (record, attempt, i) => learned(record, attempt, on(i * apart)),
    undefined,
  );

const right: SkillAttempt = {
  kind: "dot-product",
  level: 4,
  options: 0,
  outcome: "right",
  hints: 0,
  seconds: 40,
};

describe("an answer that was helped", () => {
  const helped: SkillAttempt = { ...right, isHelped: true };

  test("is no sign of mastery, however often it is right", () => {
    const record = recordOf(Array.from({ length: 40 }, () => helped))!;
    expect(record.right).toBe(40);
    expect(record.ability.answered).toBe(0);
    expect(isMastered(record, on(5))).toBe(false);
    expect(isMastered(recordOf(Array.from({ length: 40 }, () => right))!, on(5))).toBe(true);
  });

  test("comes back sooner than one without help", () =>
    expect(Number(new Date(recordOf([helped])!.card.due))).toBeLessThan(
      Number(new Date(recordOf([right])!.card.due)),
    ));

  test("counts in full where it is wrong", () => {
    const [wrong, alone] = [
      { ...helped, outcome: "wrong" } as const,
      { ...right, outcome: "wrong" } as const,
    ];
    expect(recordOf([wrong])!.ability).toEqual(recordOf([alone])!.ability);
  });
});

describe("a skill record", () => {
  test("survives JSON, counts every attempt, and goes on as before", () => {
    fc.assert(
      fc.property(fc.array(attempts, { minLength: 1, maxLength: 12 }), attempts, (list, next) => {
        const record = recordOf(list)!;
        const kept = JSON.parse(JSON.stringify(record)) as SkillRecord;
        expect(kept).toEqual(record);
        expect(record.right + record.wrong).toBe(list.length);
        expect(record.ability.answered).toBe(list.length);
        expect(record.lastKind).toBe(list.at(-1)!.kind);
        expect(learned(kept, next, on(9))).toEqual(learned(record, next, on(9)));
      }),
    );
  });

  test("is better off after a right answer than after a wrong one", () => {
    fc.assert(
      fc.property(fc.array(attempts, { maxLength: 8 }), attempts, (list, next) => {
        const before = recordOf(list);
        const [good, bad] = (["right", "wrong"] as const).map((outcome) =>
          learned(before, { ...next, outcome }, on(5)),
        );
        expect(mastery(good!, on(6))).toBeGreaterThan(mastery(bad!, on(6)));
      }),
    );
  });

  test("is less sure, and asks for easier questions, the longer nobody asked", () => {
    fc.assert(
      fc.property(fc.array(attempts, { minLength: 1, maxLength: 8 }), (list) => {
        const record = recordOf(list)!;
        const later = [1, 5, 30, 200].map((days) => mastery(record, on(days)));
        expect(later).toEqual([...later].sort((x, y) => y - x));
        expect(later.every((each) => each >= 0 && each <= 1)).toBe(true);
        expect(abilityNow(record, on(200)).rating).toBeLessThanOrEqual(abilityNow(record, on(5)).rating);
        expect(abilityNow(record, on(200)).rating).toBeLessThanOrEqual(record.ability.rating);
      }),
    );
  });

  test("is mastered after many hard questions answered on several days, and not after one or a year later", () => {
    const one = recordOf([right])!;
    const many = recordOf(
      Array.from({ length: 20 }, () => right),
      1,
    )!;
    expect(isMastered(one, on(0.1))).toBe(false);
    expect(isMastered(many, on(20))).toBe(true);
    expect(
      isMastered(
        recordOf(Array.from({ length: 20 }, () => ({ ...right, outcome: "wrong" as const })))!,
        on(3),
      ),
    ).toBe(false);
  });

  test("a slip is a habit when it is made three times and among most wrong answers", () => {
    expect(habits({ slips: { a: 2 }, wrong: 2 })).toEqual([]);
    expect(habits({ slips: { a: 3 }, wrong: 3 })).toEqual([]);
    expect(habits({ slips: { a: 5, b: 1 }, wrong: 6 })).toEqual(["a"]);
    expect(habits({ slips: { a: 4, b: 2 }, wrong: 6 })).toEqual([]);
  });
});

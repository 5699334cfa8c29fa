import { expect, test } from "vitest";
import { sameAnswer } from "../../src/tutor/answer.ts";
import { type AnyKind, questionFrom } from "../../src/tutor/kinds.ts";
import { type Level, levels, type Question } from "../../src/tutor/question.ts";
import { runs } from "./runs.ts";

/** A question of a kind, of each level in turn. */
export const posed = (kind: string, seed: number): Question =>
  questionFrom({ kind, seed, level: levels[seed % levels.length] as Level })!;

/** How many questions of each kind the law of options is tried on. */
const many = runs(500);

/** One option is right, no two are equal, and most wrong ones come from a slip. */
export const optionsHold = (kinds: readonly AnyKind[]): void =>
  test.each(kinds.map(({ name }) => name))(
    `%s: over ${many} seeds one option is right, no two are equal, and most wrong ones come from a slip`,
    (name) => {
      let [distractors, named] = [0, 0];
      for (let seed = 0; seed < many; seed += 1) {
        const { options, right } = posed(name, seed);
        const where = `${name}, seed ${seed}`;
        expect(options.length, where).toBeGreaterThan(1);
        expect(options.filter((option) => option.right).length, where).toBe(1);
        expect(sameAnswer(options.find((option) => option.right)!.answer, right), where).toBe(true);
        for (const [i, option] of options.entries())
          for (const other of options.slice(i + 1))
            if (sameAnswer(option.answer, other.answer) || option.label === other.label)
              expect.fail(`${where}: ${option.label} stands there twice`);
        const wrong = options.filter((option) => !option.right);
        distractors += wrong.length;
        named += wrong.filter(({ slips }) => slips.length > 0).length;
      }
      expect(named / distractors).toBeGreaterThanOrEqual(0.8);
    },
  );

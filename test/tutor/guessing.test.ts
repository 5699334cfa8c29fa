import { expect, test } from "vitest";
import { questionFrom } from "../../src/tutor/kinds.ts";
import { type Level, levels, type Question } from "../../src/tutor/question.ts";
import { learnToGuess } from "../support/guesser.ts";
import { runs } from "../support/runs.ts";

/** How many questions the guesser learns from, and how many it guesses. */
const [learned, guessed] = [300, runs(500)];

/** How much better than chance it may guess. */
const mostAboveChance = 0.15;

const posedFrom = (kind: string, first: number, count: number): readonly Question[] =>
  Array.from(
    { length: count },
    (_, i) => questionFrom({ kind, seed: first + i, level: levels[i % levels.length] as Level })!,
  );

test.each(["same-dimension", "is-unit-vector", "unit-vector", "normalise", "cosine"])(
  "%s: the right option cannot be told by the look of the options alone",
  (kind) => {
    const guess = learnToGuess(posedFrom(kind, 10_000, learned));
    const questions = posedFrom(kind, 20_000, guessed);
    const hits = questions.filter(({ options }) => options[guess(options)]!.right).length / guessed;
    const chance = questions.reduce((sum, { options }) => sum + 1 / options.length, 0) / guessed;
    expect(hits).toBeLessThanOrEqual(chance + mostAboveChance);
  },
);

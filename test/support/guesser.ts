import type { Question } from "../../src/tutor/question.ts";

// Who knows no mathematics and sees nothing of a question but its options: naive Bayes over runs of letters and lengths.

type Options = Question["options"];

/** The runs of up to four signs in a text, and how long it is, by itself and beside the others. */
const featuresOf = (label: string, options: Options): ReadonlySet<string> => {
  const text = `^${label.toLowerCase()}$`;
  const runs = [1, 2, 3, 4].flatMap((length) =>
    Array.from({ length: Math.max(0, text.length - length + 1) }, (_, i) => text.slice(i, i + length)),
  );
  const shorter = options.filter((other) => other.label.length < label.length).length;
  const longer = options.filter((other) => other.label.length > label.length).length;
  return new Set([
    ...runs,
    `length ${label.length}`,
    `shorter ${shorter}`,
    `longer ${longer}`,
    `words ${label.split(" ").length}`,
  ]);
};

export type Guess = (options: Options) => number;

/** A guesser that has seen these questions with their right answers; it guesses the place of the right option. */
export const learnToGuess = (seen: readonly Question[]): Guess => {
  const counts = new Map<string, readonly [right: number, wrong: number]>();
  let [rights, wrongs] = [0, 0];
  for (const { options } of seen)
    for (const option of options) {
      if (option.right) rights += 1;
      else wrongs += 1;
      for (const feature of featuresOf(option.label, options)) {
        const [right, wrong] = counts.get(feature) ?? [0, 0];
        counts.set(feature, option.right ? [right + 1, wrong] : [right, wrong + 1]);
      }
    }
  const evidence = (feature: string): number => {
    const [right, wrong] = counts.get(feature) ?? [0, 0];
    return Math.log((right + 1) / (rights + 2)) - Math.log((wrong + 1) / (wrongs + 2));
  };
  return (options) => {
    const worth = options.map(({ label }) =>
      [...featuresOf(label, options)].reduce((sum, feature) => sum + evidence(feature), 0),
    );
    return worth.indexOf(Math.max(...worth));
  };
};

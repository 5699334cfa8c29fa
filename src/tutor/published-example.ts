import { rational } from "../math/scalar.ts";
import { type Vector, vectorOf } from "../math/vector.ts";

/**
 * The example of Sebastian Raschka, “Build a Large Language Model (From Scratch)”, chapter 3, section 3.3: six tokens
 * in three dimensions, in hundredths.
 */
const published: Readonly<Record<string, readonly [number, number, number]>> = {
  your: [43, 15, 89],
  journey: [55, 87, 66],
  starts: [57, 85, 64],
  with: [22, 58, 33],
  one: [77, 25, 10],
  step: [5, 80, 55],
};

/** The sentence that the published vectors belong to. */
export const publishedSentence = "your journey starts with one step";

/** The published vectors of words, in lower case; undefined where one of them has none. */
export const publishedVectors = (words: readonly string[]): readonly Vector[] | undefined =>
  words.every((word) => Object.hasOwn(published, word))
    ? words.map((word) =>
        vectorOf(
          published[word]!.map((component) => rational(component, 100)),
          "decimal",
        ),
      )
    : undefined;

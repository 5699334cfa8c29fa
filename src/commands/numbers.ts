import type { Notation, Vector } from "../math/vector.ts";
import type { Preferences } from "../preferences.ts";
import type { Command } from "./command.ts";
import { optionsOf } from "./usage.ts";

/** How an answer writes numbers. */
export interface Numbers {
  /** Significant digits of rounded numbers. */
  readonly digits: number;
  readonly notation: NonNullable<Preferences["notation"]>;
}

/** Four significant digits, and all else as it was typed. */
export const usualNumbers: Numbers = { digits: 4, notation: "written" };

const notationFor = { fractions: "fraction", decimals: "decimal" } as const satisfies Record<
  string,
  Notation
>;

/** Vectors as their numbers are to be written; the numbers themselves stay as exact as they are. */
export const writtenAs = <V extends readonly Vector[]>(vectors: V, { notation }: Numbers): V =>
  notation === "written"
    ? vectors
    : (vectors.map((vector) => ({ ...vector, notation: notationFor[notation] })) as unknown as V);

/** Whether the answers of a command hold numbers that are written as the learner or the place wants them. */
export const writesNumbers = (command: Command): boolean =>
  optionsOf(command).some(
    ({ name, readsVectors }) => readsVectors || name === "digits" || name === "vectors",
  );

import { dotProduct, toCosine } from "../../words/measures.ts";

/** A word or a sentence, and its vector. */
export interface Named {
  /** Short enough to stand in a table. */
  readonly name: string;
  readonly vector: Float32Array;
  /** Its Euclidean norm. */
  readonly norm: number;
  /** It is the mean of several words. */
  readonly isSentence: boolean;
  /** Words of it that have no vector. */
  readonly leftOut: readonly string[];
}

const longest = 24;

/** A name as it fits into a table. */
export const shortName = (typed: string): string => {
  const line = typed.replace(/\s+/gu, " ").trim();
  const characters = [...line];
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join("")}…`;
};

/** a · b / (‖a‖‖b‖), from −1 to 1. */
export const cosineBetween = (a: Named, b: Named): number =>
  toCosine(dotProduct(a.vector, b.vector), a.norm, b.norm);

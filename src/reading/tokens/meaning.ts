import type { Purpose } from "../reading.ts";
import type { AngleUnit, Operation, Qualifiers, Sign, Verdict } from "../tree.ts";

/** The words that stand between operands, by what they say of the order: "from a to b", "a onto b". */
export const joins = ["and", "with", "to", "from", "onto", "by"] as const;

export type Join = (typeof joins)[number];

/** What follows a word that qualifies: "temperature 0.5", "of length 5". */
export const qualifierWords = ["temperature", "weights", "p", "length"] as const;

export type QualifierWord = (typeof qualifierWords)[number];

/** An operation as it is named in words. */
export interface NamedOperation {
  readonly operation: Operation;
  readonly qualifiers: Qualifiers;
  /** The join before the second operand that turns the two: subtract a *from* b is b − a. */
  readonly reversedAt?: Join;
}

/** All that a word or a phrase may mean; which of it is meant depends on where it stands. */
export interface Meaning {
  readonly operation?: NamedOperation;
  /** What the tutor does not offer. */
  readonly refused?: string;
  readonly verdict?: Verdict;
  /** A sign or an operation between two operands: plus, cross, projected onto. */
  readonly sign?: Sign | Operation;
  readonly power?: string;
  readonly joins?: readonly Join[];
  /** What comes after it is given: "where a = (1,2)". */
  readonly where?: true;
  readonly qualifier?: QualifierWord;
  readonly weighted?: true;
  readonly unit?: AngleUnit;
  /** The unit in which a result is wanted: in degrees. */
  readonly resultUnit?: AngleUnit;
  readonly is?: true;
  readonly ask?: Purpose;
  /** May begin a question about an idea, where there are no vectors to work with. */
  readonly maybe?: true;
  readonly points?: true;
  readonly article?: true;
  readonly courtesy?: true;
}

import type { Scalar } from "../math/scalar.ts";
import type { Vector } from "../math/vector.ts";
import type { Working } from "../math/working.ts";
import type { Random } from "../random.ts";
import type { Words } from "./markdown.ts";
import type { Skill } from "./skill.ts";

/** From 1, small whole numbers, to 5: letters, fractions or several steps at once. */
export const levels = [1, 2, 3, 4, 5] as const;

export type Level = (typeof levels)[number];

/** An answer to a question: a number, a vector, or a phrase of at most 75 characters. */
export type Answer =
  | { readonly kind: "number"; readonly value: Scalar }
  | { readonly kind: "vector"; readonly value: Vector }
  | { readonly kind: "words"; readonly words: string };

/** One way to put a question of a kind. `Facts` are all numbers that stand in it, and nothing else. */
export interface Template<Facts> {
  readonly name: string;
  readonly level: Level;
  readonly pose: (random: Random) => Facts;
}

/** A known wrong turn. */
export interface Slip<Facts> {
  /** The same in every kind in which it may be made; lower case with hyphens. */
  readonly name: string;
  /** As it stands in a table: "Added instead of multiplied". */
  readonly title: string;
  /** The answer that whoever takes this turn ends up with; undefined where it cannot be taken. */
  readonly leadsTo: (facts: Facts) => Answer | undefined;
  /** What happened and how to do it, in one or two kind sentences. */
  readonly advice: (facts: Facts) => Words;
}

/** How a question is answered, worked out and shown. */
export interface Solution {
  /** Workings whose lines equal one another; empty where there is nothing to compute. */
  readonly workings: readonly { readonly label?: string; readonly working: Working<Scalar | Vector> }[];
  /** What there is to say beside them. */
  readonly words: readonly Words[];
}

/** Questions of one kind. Everything about a question is made from its facts. */
export interface QuestionKind<Facts = never> {
  readonly name: string;
  readonly skill: Skill;
  readonly templates: readonly [Template<Facts>, ...Template<Facts>[]];
  readonly prompt: (facts: Facts) => Words;
  readonly answer: (facts: Facts) => Answer;
  /** What a number is rounded to where the exact one would be hard to write, and its unit. */
  readonly rounding?: { readonly decimals: number; readonly unit?: string };
  /** Whether the answer can only be chosen, as phrases can. */
  readonly chosenOnly?: boolean;
  /** Three or more, each giving away more than the one before, and none the answer. */
  readonly hints: (facts: Facts) => readonly [Words, Words, Words, ...Words[]];
  /** One line why the right answer is right. */
  readonly because: (facts: Facts) => Words;
  readonly solve: (facts: Facts) => Solution;
  readonly slips: readonly [Slip<Facts>, ...Slip<Facts>[]];
  /** Slips whose answers look like the right one: two of them are among the options first, so that no look tells it. */
  readonly lookalikes?: readonly string[];
  /** Further wrong answers, for where the slips lead to too few. */
  readonly others?: (facts: Facts) => readonly Answer[];
}

/** A slip as it would show in one question. */
export interface PosedSlip {
  readonly name: string;
  readonly title: string;
  readonly leadsTo: Answer;
  readonly advice: Words;
}

/** One of the answers to choose from. */
export interface Option {
  readonly answer: Answer;
  readonly label: string;
  readonly right: boolean;
  /** The names of all slips that lead there. */
  readonly slips: readonly string[];
}

/** A question as it is put to learners. It is made anew from its kind, seed and level whenever it is needed. */
export interface Question {
  readonly kind: string;
  readonly skill: Skill;
  readonly template: string;
  readonly seed: number;
  readonly level: Level;
  readonly prompt: Words;
  readonly right: Answer;
  readonly rounding?: { readonly decimals: number; readonly unit?: string };
  readonly chosenOnly: boolean;
  readonly options: readonly [Option, Option, ...Option[]];
  readonly hints: readonly [Words, Words, Words, ...Words[]];
  readonly because: Words;
  readonly solution: Solution;
  readonly slips: readonly PosedSlip[];
}

import { atLeastOne } from "../../../base/at-least.ts";
import { phrase } from "../../answer.ts";
import type { Words } from "../../markdown.ts";
import type { QuestionKind, Slip, Solution, Template } from "../../question.ts";
import type { Skill } from "../../skill.ts";
import { type SlipName, slip } from "../slips/slip.ts";

/** A wrong phrase, and what to say to whoever chooses it. */
export type WrongPhrase = readonly [phrase: string, advice: Words];

/** A question that is answered with a phrase, for the numbers and names that were drawn. */
export interface Phrased<Name extends SlipName> {
  readonly prompt: Words;
  /** At most 75 characters, as the wrong ones. */
  readonly right: string;
  /** Where each slip leads; slips that cannot be made here are absent. */
  readonly wrong: Readonly<Partial<Record<Name, WrongPhrase>>>;
  readonly hints: readonly [Words, Words, Words, ...Words[]];
  readonly because: Words;
  /** Made only when it is asked for. */
  readonly solve: () => Solution;
}

/** A kind whose templates say everything themselves. */
export const phrasedKind = <Name extends SlipName>(
  name: string,
  skill: Skill,
  slips: readonly [Name, ...Name[]],
  templates: readonly [Template<Phrased<Name>>, ...Template<Phrased<Name>>[]],
): QuestionKind<Phrased<Name>> => ({
  name,
  skill,
  templates,
  chosenOnly: true,
  prompt: ({ prompt }) => prompt,
  answer: ({ right }) => phrase(right),
  hints: ({ hints }) => hints,
  because: ({ because }) => because,
  solve: ({ solve }) => solve(),
  slips: atLeastOne(
    slips.map(
      (each): Slip<Phrased<Name>> =>
        slip(
          each,
          ({ wrong }) => {
            const found = wrong[each];
            return found === undefined ? undefined : phrase(found[0]);
          },
          ({ wrong }) => wrong[each]?.[1] ?? [],
        ),
    ),
  ),
});

/** A solution in words only. */
export const inWords =
  (...words: readonly Words[]) =>
  (): Solution => ({ workings: [], words });

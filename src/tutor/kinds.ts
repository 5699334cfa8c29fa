import { createRandom } from "../random.ts";
import { poseQuestion } from "./pose.ts";
import type { Level, Question, QuestionKind } from "./question.ts";
import { attentionKind } from "./questions/attention.ts";
import { conceptsKind } from "./questions/concepts.ts";
import { costOfCosineKind } from "./questions/cost-of-cosine.ts";
import { dotOrCosineKind } from "./questions/dot-or-cosine.ts";
import { dotProductKind } from "./questions/dot-product.ts";
import { moreSimilarKind } from "./questions/more-similar.ts";
import { projectionKind } from "./questions/projection.ts";
import { projectionFactorKind } from "./questions/projection-factor.ts";
import { proofOrderKind } from "./questions/proof-order.ts";
import { softmaxKind } from "./questions/softmax.ts";
import { softmaxWeightKind } from "./questions/softmax-weight.ts";
import type { Skill } from "./skill.ts";

/** A kind whose facts nobody else needs to know. */
export type AnyKind = Omit<QuestionKind, "templates"> & {
  readonly templates: readonly { readonly name: string; readonly level: Level }[];
};

const known = (kind: QuestionKind<never>): AnyKind => kind as unknown as AnyKind;

/** Every kind of question. */
export const kinds: readonly AnyKind[] = [
  known(dotProductKind as never),
  known(moreSimilarKind as never),
  known(dotOrCosineKind as never),
  known(conceptsKind as never),
  known(attentionKind as never),
  known(softmaxWeightKind as never),
  known(softmaxKind as never),
  known(proofOrderKind as never),
  known(costOfCosineKind as never),
  known(projectionFactorKind as never),
  known(projectionKind as never),
];

export const kindNamed = (name: string): AnyKind | undefined => kinds.find((kind) => kind.name === name);

export const kindsFor = (skill: Skill): readonly AnyKind[] => kinds.filter((kind) => kind.skill === skill);

/** A question by what is kept of it. Undefined for a kind that there is no more. */
export const questionFrom = ({
  kind,
  seed,
  level,
}: {
  readonly kind: string;
  readonly seed: number;
  readonly level: Level;
}): Question | undefined => {
  const found = kindNamed(kind);
  return found === undefined
    ? undefined
    : poseQuestion(found as unknown as QuestionKind<unknown>, seed, level);
};

/** How many further questions are looked at for one that tells slips apart. */
const mostTries = 400;

/** A further question of the same kind and level in which these slips lead to different answers. */
export const questionThatTells = (question: Question, slips: readonly string[]): Question | undefined => {
  const random = createRandom(question.seed);
  for (let i = 0; i < mostTries; i += 1) {
    const next = questionFrom({ ...question, seed: random.whole(0, 0x7fffffff) });
    const labels = next?.options.filter((option) => option.slips.some((name) => slips.includes(name)));
    const told = labels?.flatMap((option) => option.slips.filter((name) => slips.includes(name))) ?? [];
    if (told.length === slips.length && labels?.length === slips.length) return next;
  }
  return undefined;
};

import { createRandom } from "../random.ts";
import { poseQuestion } from "./pose.ts";
import type { Level, Question, QuestionKind } from "./question.ts";
import { angleKind } from "./questions/angle.ts";
import { angleRoundedKind } from "./questions/angle-rounded.ts";
import { attentionKind } from "./questions/attention.ts";
import { closestWordKind } from "./questions/closest-word.ts";
import { conceptsKind } from "./questions/concepts.ts";
import { cosineKind } from "./questions/cosine.ts";
import { cosineRoundedKind } from "./questions/cosine-rounded.ts";
import { costOfCosineKind } from "./questions/cost-of-cosine.ts";
import { dimensionsKind } from "./questions/dimensions.ts";
import { dotOrCosineKind } from "./questions/dot-or-cosine.ts";
import { dotProductKind } from "./questions/dot-product.ts";
import { isUnitVectorKind } from "./questions/is-unit-vector.ts";
import { largerDotProductKind } from "./questions/larger-dot-product.ts";
import { missingComponentKind } from "./questions/missing-component.ts";
import { moreSimilarKind } from "./questions/more-similar.ts";
import { normKind } from "./questions/norm.ts";
import { normaliseKind } from "./questions/normalise.ts";
import { oddWordOutKind } from "./questions/odd-word-out.ts";
import { projectionKind } from "./questions/projection.ts";
import { projectionFactorKind } from "./questions/projection-factor.ts";
import { proofOrderKind } from "./questions/proof-order.ts";
import { sameDimensionKind } from "./questions/same-dimension.ts";
import { scalingNumberKind } from "./questions/scaling-number.ts";
import { scalingWordsKind } from "./questions/scaling-words.ts";
import { signOfDotProductKind } from "./questions/sign-of-dot-product.ts";
import { softmaxKind } from "./questions/softmax.ts";
import { softmaxWeightKind } from "./questions/softmax-weight.ts";
import { unitVectorKind } from "./questions/unit-vector.ts";
import type { Skill } from "./skill.ts";

/** A kind whose facts nobody else needs to know. */
export type AnyKind = Omit<QuestionKind, "templates"> & {
  readonly templates: readonly { readonly name: string; readonly level: Level }[];
};

/** Every kind of question. */
export const kinds = [
  dotProductKind,
  missingComponentKind,
  signOfDotProductKind,
  dimensionsKind,
  sameDimensionKind,
  normKind,
  isUnitVectorKind,
  unitVectorKind,
  normaliseKind,
  scalingNumberKind,
  scalingWordsKind,
  cosineKind,
  cosineRoundedKind,
  angleKind,
  angleRoundedKind,
  moreSimilarKind,
  dotOrCosineKind,
  conceptsKind,
  attentionKind,
  softmaxWeightKind,
  softmaxKind,
  proofOrderKind,
  costOfCosineKind,
  projectionFactorKind,
  projectionKind,
  closestWordKind,
  oddWordOutKind,
  largerDotProductKind,
] as unknown as readonly AnyKind[];

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

/** The question that was kept. Throws a TypeError where its kind is no more. */
export const questionOfKept = ({
  kind,
  seed,
  level,
}: {
  readonly kind: string;
  readonly seed: number;
  readonly level: number;
}): Question => {
  const question = questionFrom({ kind, seed, level: level as Level });
  if (question === undefined) throw new TypeError(`There is no kind of question ${kind}`);
  return question;
};

/** How many further questions are looked at for one that tells slips apart. */
const mostTries = 400;

/** A further question of the same kind and level in which these slips lead to different answers. */
export const questionThatTells = (question: Question, slips: readonly string[]): Question | undefined => {
  const { kind, level } = question;
  const random = createRandom(question.seed);
  for (let i = 0; i < mostTries; i += 1) {
    const next = questionFrom({ kind, level, seed: random.whole(0, 0x7fffffff) });
    const labels = next?.options.filter((option) => option.slips.some((name) => slips.includes(name)));
    const told = labels?.flatMap((option) => option.slips.filter((name) => slips.includes(name))) ?? [];
    if (told.length === slips.length && labels?.length === slips.length) return next;
  }
  return undefined;
};

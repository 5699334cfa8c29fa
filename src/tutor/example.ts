import { createRandom } from "../random.ts";
import { labelOf } from "./answer.ts";
import { questionFrom } from "./kinds.ts";
import type { Question } from "./question.ts";

/** How many questions are looked at for one that asks something else. */
const mostTries = 30;

/**
 * Another question of the same kind and level with another answer, for its working to be shown; undefined where the kind
 * has none. The same question always gets the same one.
 */
export const exampleLike = ({
  kind,
  seed,
  level,
  prompt,
  right,
  rounding,
}: Question): Question | undefined => {
  const random = createRandom(seed);
  const answer = labelOf(right, rounding);
  const asked = JSON.stringify(prompt, plainly);
  for (let i = 0; i < mostTries; i += 1) {
    const like = questionFrom({ kind, level, seed: random.whole(0, 0x7fffffff) })!;
    const isOther = JSON.stringify(like.prompt, plainly) !== asked;
    if (isOther && labelOf(like.right, like.rounding) !== answer) return like;
  }
  return undefined;
};

/** Big numbers have no JSON of their own. */
const plainly = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);

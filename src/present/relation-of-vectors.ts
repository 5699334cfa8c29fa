import type { NumberStyle } from "../math/number-text.ts";
import { work } from "../math/operations/work.ts";
import { type Lie, lieBetween } from "../math/similarity.ts";
import type { Vector } from "../math/vector.ts";
import { toExpression } from "../math/working.ts";
import type { Verdict } from "../reading/tree.ts";
import type { Reply } from "../reply/reply.ts";
import { message, say } from "../say.ts";
import { lieInWords } from "./lie.ts";
import { showWorkedOut } from "./worked-out.ts";

const lies: Partial<Readonly<Record<Verdict, readonly Lie[]>>> = {
  orthogonal: ["orthogonal"],
  parallel: ["same-direction", "opposite"],
  opposite: ["opposite"],
};

/** Whether it can be told of two vectors by how they lie to one another. */
export const tellsBy = (verdicts: readonly Verdict[]): boolean =>
  verdicts.some((verdict) => verdict !== "neither") &&
  verdicts.every((verdict) => verdict === "neither" || lies[verdict] !== undefined);

const yes = {
  orthogonal: message("Yes, they are orthogonal"),
  parallel: message("Yes, they are parallel"),
  opposite: message("Yes, they are opposite"),
} as const;

const no = {
  orthogonal: message("No, they are not orthogonal"),
  parallel: message("No, they are not parallel"),
  opposite: message("No, they are not opposite"),
} as const;

/** Yes or no to "are they orthogonal?"; of several that are asked for, the one that holds. */
export const showRelationOfVectors = (
  verdicts: readonly Verdict[],
  [a, b]: readonly [Vector, Vector],
  style: NumberStyle,
  withSteps: boolean,
): Reply => {
  const lie = lieBetween(a, b);
  const asked = (["orthogonal", "parallel", "opposite"] as const).filter((each) => verdicts.includes(each));
  const held = asked.find((each) => lies[each]!.includes(lie));
  const [only, ...others] = asked;
  const title =
    held !== undefined
      ? yes[held]
      : only !== undefined && others.length === 0
        ? no[only]
        : message("No, none of these");
  const working = work({ kind: "dot", left: toExpression(a), right: toExpression(b) }, style.notation);
  return {
    ...showWorkedOut(
      message("Dot product"),
      {
        workings: [{ working }],
        value: working.value,
        meaning: [say("Their dot product is shown above. They {lie}.", { lie: lieInWords(lie) })],
      },
      [a, b],
      style,
      withSteps,
    ),
    title: say(title),
  };
};

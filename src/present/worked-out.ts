import type { NumberStyle } from "../math/number-text.ts";
import type { Scalar } from "../math/scalar.ts";
import type { Vector } from "../math/vector.ts";
import type { Working } from "../math/working.ts";
import { type Block, type PictureBlock, paragraph, type Reply } from "../reply/reply.ts";
import { say } from "../say.ts";
import { computed, showScalar, showShort, showVector } from "./formula.ts";
import { typeset } from "./pictures/typeset.ts";
import { showSteps, showWorking } from "./working.ts";

/** What an operation came to. */
export interface WorkedOut {
  /** The working, and where there are several what each is for. */
  readonly workings: readonly { readonly label?: string; readonly working: Working<Scalar | Vector> }[];
  readonly value: Scalar | Vector;
  /** The value in a few characters, where its plain spelling will not do. */
  readonly short?: string;
  /** What the result means, in a line; more lines where there is more to know. */
  readonly meaning: readonly [string, ...string[]];
  /** What else shows it. */
  readonly pictures?: readonly PictureBlock[];
}

/** The result first, under the name of what was worked out, a message; then the working-out, then what it means. */
export const showWorkedOut = (
  name: string,
  { workings, value, short, meaning, pictures = [] }: WorkedOut,
  vectors: readonly Vector[],
  style: NumberStyle,
  withSteps: boolean,
): Reply => {
  const result = short ?? showShort(value, style);
  const worked = workings.flatMap(({ label, working }): Block[] => [
    ...(label === undefined ? [] : [paragraph(label)]),
    ...(withSteps ? showSteps(working, style) : [showWorking(working, style, false)]),
  ]);
  const blocks: Block[] = [
    ...(result === undefined
      ? [
          {
            kind: "formula" as const,
            formula: "components" in value ? showVector(value, style) : showScalar(value, style),
          },
        ]
      : []),
    ...worked,
    ...typeset(worked),
    ...meaning.map((line) => paragraph(line)),
    ...pictures,
  ];
  return {
    tone: "plain",
    title:
      result === undefined
        ? say(name)
        : result.startsWith("≈")
          ? `${say(name)} ${result}`
          : `${say(name)}: ${result}`,
    ...(result === undefined ? {} : { name: say(name) }),
    blocks: blocks as [Block, ...Block[]],
    result: computed(vectors, value),
  };
};

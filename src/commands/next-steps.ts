import { isZeroVector } from "../math/norm.ts";
import { lettersIn, type Vector } from "../math/vector.ts";
import { type Call, type Choice, choices, type OptionValue, type Reply } from "../reply/reply.ts";
import { message, say } from "../say.ts";

/** What may be done next with the same vectors. */
export type NextStep =
  | "steps"
  | "prove"
  | "check"
  | "dot"
  | "cosine"
  | "why"
  | "norm"
  | "normalise"
  | "distance"
  | "angle";

const labels: Readonly<Record<NextStep, string>> = {
  steps: message("Show each step"),
  dot: message("Dot product of the same"),
  cosine: message("Cosine of the same vectors"),
  why: message("Why is this similar?"),
  prove: message("Prove it"),
  check: message("Quiz me on this"),
  norm: message("Norm of the same vector"),
  normalise: message("Scale it to length 1"),
  distance: message("Distance between them"),
  angle: message("Angle between them"),
};

/** Steps that have no answer for letters, and those that have none for a zero vector. */
const needNumbers: ReadonlySet<NextStep> = new Set(["why", "angle", "prove", "check"]);
const needDirection: ReadonlySet<NextStep> = new Set(["cosine", "angle", "normalise", "prove", "check"]);

/** Steps that take the vectors and no other option. */
const onlyVectors: ReadonlySet<NextStep> = new Set(["why", "prove", "check"]);

type Given = Readonly<Record<string, OptionValue>>;

/** The reply with buttons for the next natural steps, and a form to change the vectors. */
export const withNextSteps = (
  reply: Reply,
  command: string,
  given: Given,
  vectors: readonly Vector[],
  steps: readonly NextStep[],
): Reply => {
  const same = without(given, "show");
  const possible = steps.filter(
    (step) =>
      !(needNumbers.has(step) && lettersIn(vectors).length > 0) &&
      !(needDirection.has(step) && vectors.some(isZeroVector)),
  );
  const { vectors: typed } = given;
  const does = (step: NextStep): Call => {
    if (step === "steps") return { command, options: { ...same, show: "steps" } };
    return {
      command: step,
      options: onlyVectors.has(step) ? (typed === undefined ? {} : { vectors: typed }) : same,
    };
  };
  const next = possible.slice(0, 4).map((step): Choice => ({ label: say(labels[step]), does: does(step) }));
  return {
    ...reply,
    blocks: [...reply.blocks, choices(say("What next?"), [...next, changeVectors(command, given)])],
  };
};

/** A form that starts with the vectors as they were given. */
export const changeVectors = (command: string, given: Given): Choice => ({
  label: say("Change the vectors…"),
  does: { command, options: given },
  asks: "vectors",
});

const without = (given: Given, option: string): Given =>
  Object.fromEntries(Object.entries(given).filter(([name]) => name !== option));

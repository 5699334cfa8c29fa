import type { Vector } from "../math/vector.ts";
import type { Call, Choice } from "../reply/reply.ts";
import { say } from "../say.ts";
import type { Proof } from "../tutor/proof.ts";

/** What of a step is shown: a question that leads to it, the step itself, or more on why it follows. */
export const stepViews = ["hint", "step", "why"] as const;

export type StepView = (typeof stepViews)[number];

/** Where in a proof a learner stands. Step 0 is the opening, one more than there are steps is the end. */
export interface Stand {
  readonly proof: Proof;
  readonly step: number;
  readonly view: StepView;
  readonly vectors: readonly [Vector, Vector];
  /** Significant digits of rounded numbers. */
  readonly digits: number;
  /** The vectors as the learner gave them; absent when they are the usual ones. */
  readonly given?: string;
}

/** The learner’s own vectors as an option. */
export const inCall = (given: string | undefined) => (given === undefined ? {} : { vectors: given });

interface Place {
  readonly proof: Proof;
  readonly step: number;
  readonly view: StepView;
  readonly vectors?: string;
}

export const callFor = ({ proof, step, view, vectors }: Place): Call => ({
  command: "prove",
  options: {
    topic: proof.name,
    ...inCall(vectors),
    ...(step === 0 ? {} : { step }),
    ...(view === "hint" ? {} : { show: view }),
  },
});

export const at = ({ proof, given }: Stand, label: string, step: number, view: StepView): Choice => ({
  label,
  does: callFor({ proof, step, view, ...inCall(given) }),
  inPlace: true,
});

export const ownVectors = ({ proof, step, view, given }: Stand): Choice => ({
  label: given === undefined ? say("With my own vectors…") : say("Change the vectors…"),
  does: callFor({ proof, step, view, ...inCall(given) }),
  asks: "vectors",
  inPlace: true,
});

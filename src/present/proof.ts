import { type Expression, evaluate, numbersIn } from "../math/expression.ts";
import { isShownExactly, type NumberStyle } from "../math/number-text.ts";
import { putInNumbers } from "../math/put-in-numbers.ts";
import { type Chain, type Names, readFormula, readNames } from "../math/read-formula.ts";
import { asExpression } from "../math/scalar.ts";
import type { Vector } from "../math/vector.ts";
import { vectorExpression } from "../math/working.ts";
import {
  type Block,
  type Call,
  type Choice,
  type ChoicesBlock,
  type Formula,
  paragraph,
  type Relation,
  type Reply,
} from "../reply/reply.ts";
import { lowerFirst, say, sayParts } from "../say.ts";
import type { Proof, ProofStep } from "../tutor/proof.ts";
import { joined, showChain } from "./chain.ts";
import { inEnglishOnly } from "./english-only.ts";
import { showFormula, showVector, styleFor } from "./formula.ts";
import { typeset } from "./pictures/typeset.ts";
import { article } from "./source.ts";
import { namesFor, showParts, showWords } from "./words.ts";

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

/** The proofs to choose from. */
export const showProofs = (proofs: readonly Proof[], given?: string): Reply => ({
  tone: "plain",
  title: say("Why does a dot product measure similarity?"),
  blocks: [
    paragraph(
      say(
        "Because a·b = ‖a‖‖b‖cos θ. There is more than one way to see that. Choose one, and walk it step by step.",
      ),
    ),
    ...proofs.map(({ title, summary }) => paragraph([{ strong: say(title) }, `: ${say(summary)}.`])),
    choices(
      say("Choose a proof"),
      proofs.map((proof) => ({
        label: say(proof.title),
        does: callFor({ proof, step: 0, view: "hint", ...inCall(given) }),
      })),
    ),
    article,
  ],
});

/** The view of a proof from where a learner stands. */
export const showProof = (stand: Stand): Reply => {
  const { proof, step } = stand;
  if (step === 0) return showOpening(stand);
  const current = proof.steps[step - 1];
  return current === undefined ? showEnd(stand) : showStep(stand, current);
};

const showOpening = (stand: Stand): Reply => {
  const { proof, vectors, given } = stand;
  const style = styleFor(vectors, stand.digits);
  return {
    tone: "plain",
    title: say(proof.title),
    blocks: [
      ...inEnglishOnly(),
      ...showParts(proof.opening, namesFor(vectors)),
      paragraph(
        sayParts(
          given === undefined
            ? "Beside each line stand two example vectors: {a} and {b}. There are {steps} steps."
            : "Beside each line stand your vectors: {a} and {b}. There are {steps} steps.",
          {
            a: { formula: joined([letterFor("a"), showVector(vectors[0], style)], ["="]) },
            b: { formula: joined([letterFor("b"), showVector(vectors[1], style)], ["="]) },
            steps: proof.steps.length,
          },
        ),
      ),
      choices(say("What next?"), [at(stand, say("Start"), 1, "hint"), ownVectors(stand)]),
    ] as unknown as readonly [Block],
  };
};

const letterFor = (name: string): Formula => ({ plain: name, tex: name, spoken: name });

const showStep = (stand: Stand, current: ProofStep): Reply => {
  const { proof, step, view, vectors } = stand;
  const last = step === proof.steps.length;
  const back =
    step === 1
      ? at(stand, say("Back to the beginning"), 0, "hint")
      : at(stand, say("Back"), step - 1, "step");
  const next = at(stand, last ? say("Finish") : say("Next"), step + 1, "hint");
  const names = readNames(proof.where, namesFor(vectors));
  const views: Readonly<Record<StepView, () => readonly Block[]>> = {
    hint: () => [
      paragraph(showWords(current.hint, names)),
      choices(say("What next?"), [at(stand, say("Show the step"), step, "step"), back]),
    ],
    step: () => [
      ...withTypeset(
        current.claims.map(
          (claim): Block => ({
            kind: "formula",
            formula: showChain(readFormula(claim, names), styleFor(vectors, stand.digits)),
          }),
        ),
      ),
      ...showParts(current.reason, names),
      ...withVectors(stand, current, names),
      choices(say("What next?"), [next, at(stand, say("Why?"), step, "why"), back, ownVectors(stand)]),
    ],
    why: () => [
      ...showParts(current.why, names),
      choices(say("What next?"), [next, at(stand, say("Back to the step"), step, "step")]),
    ],
  };
  const where = { step, count: proof.steps.length, title: lowerFirst(say(current.title)) };
  const titles: Readonly<Record<StepView, string>> = {
    hint: say("Step {step} of {count}: can you find it?", where),
    step: say("Step {step} of {count}: {title}", where),
    why: say("Why? Step {step} of {count}: {title}", where),
  };
  return { tone: "plain", title: titles[view], blocks: views[view]() as [Block] };
};

const showEnd = (stand: Stand): Reply => {
  const { proof, vectors, given } = stand;
  const names = readNames(proof.where, namesFor(vectors));
  const lines = proof.steps.map(({ claims }) => readFormula(claims.at(-1)!, names));
  return {
    tone: "plain",
    title: say("Proved: {proof}", { proof: lowerFirst(say(proof.title)) }),
    blocks: [
      paragraph(say("The whole way, in the lines that each step came to:")),
      ...withTypeset(
        lines.map(
          (line): Block => ({ kind: "formula", formula: showChain(line, styleFor(vectors, stand.digits)) }),
        ),
      ),
      choices(say("What next?"), [
        { label: say("Another proof"), does: { command: "prove", options: { ...inCall(given) } } },
        ...(given === undefined
          ? []
          : [{ label: say("Why is this similar?"), does: { command: "why", options: { vectors: given } } }]),
        at(stand, say("From the beginning"), 0, "hint"),
        ownVectors({ ...stand, step: 0 }),
      ]),
      article,
    ] as unknown as readonly [Block],
  };
};

const withTypeset = (formulas: readonly Block[]): readonly Block[] => [...formulas, ...typeset(formulas)];

const withVectors = (stand: Stand, { claims }: ProofStep, names: Names): readonly Block[] => {
  const { vectors, given } = stand;
  const style = styleFor(vectors, stand.digits);
  const heading = paragraph([
    { strong: given === undefined ? say("With the example") : say("With your vectors") },
  ]);
  try {
    return [
      heading,
      ...claims.map(
        (claim): Block => ({ kind: "formula", formula: showNumbers(readFormula(claim, names), style) }),
      ),
    ];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [
      heading,
      paragraph(
        say(
          "These two are parallel, so nothing is left over and this line would divide by 0. One axis is enough.",
        ),
      ),
    ];
  }
};

/** A line of a proof in numbers, each side as far as one step of arithmetic goes, and then what it comes to. */
export const showNumbers = ({ parts, relations }: Chain, style: NumberStyle): Formula => {
  const worked = parts.map(putInNumbers);
  // Two forms of one thing may come to the same numbers, as ‖c‖² and c·c do.
  const repeats = (i: number) =>
    i > 0 &&
    showFormula(worked[i]!, style).plain === showFormula(worked[i - 1]!, style).plain &&
    worked.length > 2;
  const sides = worked.filter((_, i) => !repeats(i));
  const signs = relations.filter((_, i) => !repeats(i + 1));
  const last = sides.at(-1)!;
  const value = evaluate(last);
  const worth = Array.isArray(value) ? vectorExpression(value) : asExpression(value as never);
  const shown = sides.map((side) => showFormula(side, style));
  const end = showFormula(worth, style);
  const closes =
    end.plain !== shown.at(-1)!.plain && end.plain !== shown.at(-2)?.plain && last.kind !== "angle";
  const all = closes ? [...sides, worth] : sides;
  return joined(
    closes ? [...shown, end] : shown,
    all.slice(1).map((side, i): Relation => {
      const relation = signs[i] ?? "=";
      return relation === "=" && !(isExact(side, style) && isExact(all[i]!, style)) ? "≈" : relation;
    }),
  );
};

const isExact = (e: Expression, { digits }: NumberStyle): boolean =>
  numbersIn(e).every((value) => isShownExactly(value, digits));

const inCall = (given: string | undefined) => (given === undefined ? {} : { vectors: given });

interface Place {
  readonly proof: Proof;
  readonly step: number;
  readonly view: StepView;
  readonly vectors?: string;
}

const callFor = ({ proof, step, view, vectors }: Place): Call => ({
  command: "prove",
  options: {
    topic: proof.name,
    ...inCall(vectors),
    ...(step === 0 ? {} : { step }),
    ...(view === "hint" ? {} : { show: view }),
  },
});

const at = ({ proof, given }: Stand, label: string, step: number, view: StepView): Choice => ({
  label,
  does: callFor({ proof, step, view, ...inCall(given) }),
  inPlace: true,
});

const ownVectors = ({ proof, step, view, given }: Stand): Choice => ({
  label: given === undefined ? say("With my own vectors…") : say("Change the vectors…"),
  does: callFor({ proof, step, view, ...inCall(given) }),
  asks: "vectors",
  inPlace: true,
});

const choices = (prompt: string, all: readonly Choice[]): ChoicesBlock => ({
  kind: "choices",
  prompt,
  choices: all as readonly [Choice],
});

import { atLeastOne } from "../base/at-least.ts";
import { currentLanguage } from "../language.ts";
import { readFormula, readNames } from "../math/read-formula.ts";
import { type Block, choices, paragraph, type Reply } from "../reply/reply.ts";
import { lowerFirst, say, sayParts } from "../say.ts";
import type { Proof, ProofStep } from "../tutor/proof.ts";
import { proofsIn } from "../tutor/proofs.ts";
import { joined, showChain } from "./chain.ts";
import { letterFormula, showVector, styleFor } from "./formula.ts";
import { typeset } from "./pictures/typeset.ts";
import { at, callFor, inCall, ownVectors, type Stand, type StepView } from "./proof-choices.ts";
import { withVectors } from "./proof-numbers.ts";
import { article } from "./source.ts";
import { namesFor, showParts, showWords } from "./words.ts";

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

/** The proof in the language of the request. */
const inOwnWords = ({ name }: Proof): Proof =>
  proofsIn(currentLanguage()).find((each) => each.name === name)!;

/** The view of a proof from where a learner stands. */
export const showProof = (asked: Stand): Reply => {
  const stand = { ...asked, proof: inOwnWords(asked.proof) };
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
    blocks: atLeastOne([
      ...showParts(proof.opening, namesFor(vectors)),
      paragraph(
        sayParts(
          given === undefined
            ? "Beside each line stand two example vectors: {a} and {b}. There are {steps} steps."
            : "Beside each line stand your vectors: {a} and {b}. There are {steps} steps.",
          {
            a: { formula: joined([letterFormula("a"), showVector(vectors[0], style)], ["="]) },
            b: { formula: joined([letterFormula("b"), showVector(vectors[1], style)], ["="]) },
            steps: proof.steps.length,
          },
        ),
      ),
      choices(say("What next?"), [at(stand, say("Start"), 1, "hint"), ownVectors(stand)]),
    ]),
  };
};

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
    blocks: atLeastOne([
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
    ]),
  };
};

const withTypeset = (formulas: readonly Block[]): readonly Block[] => [...formulas, ...typeset(formulas)];

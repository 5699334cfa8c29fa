import type { Random } from "../../random.ts";
import { say } from "../../say.ts";
import type { Words } from "../markdown.ts";
import type { Proof } from "../proof.ts";
import { proofs } from "../proofs.ts";
import type { Template } from "../question.ts";
import { type Phrased, phrasedKind } from "./phrased/phrased.ts";

type Name = "step-skipped" | "step-repeated" | "step-of-another-proof";

const isPlain = (words: Words): boolean => words.every((word) => typeof word === "string");

const titlesOf = ({ steps }: Proof): readonly string[] => steps.map(({ title }) => title);

/** Which step comes after so many. */
const next = (random: Random, proof: Proof, done: number): Phrased<Name> => {
  const titles = titlesOf(proof);
  const step = proof.steps[done]!;
  const later = titles.slice(done + 1);
  const last = titles[done - 1];
  const foreign = proofs()
    .filter(({ name }) => name !== proof.name)
    .flatMap(titlesOf)
    .filter((title) => !titles.includes(title));
  return {
    prompt: [
      last === undefined
        ? say("In the proof “{proof}” nothing is done yet. Which step comes first?", { proof: proof.title })
        : say(
            "In the proof “{proof}” you have taken {done, plural, one {this step} other {these steps}}: {steps}. Which step comes next?",
            { proof: proof.title, done, steps: numbered(titles.slice(0, done)) },
          ),
    ],
    right: step.title,
    wrong: {
      ...(later.length > 0 && {
        "step-skipped": [
          random.pick(later),
          [say("That step comes later. It needs something that is not there yet: ask what it builds upon.")],
        ],
      }),
      ...(last !== undefined && {
        "step-repeated": [last, [say("That step is done. Look at what it gave you, and go on from there.")]],
      }),
      "step-of-another-proof": [
        random.pick(foreign),
        [say("That step is a good one, but it belongs to another proof. This one goes a different way.")],
      ],
    },
    hints: [
      [say("The way of this proof in a few words: {summary}.", { summary: lowerFirst(proof.summary) })],
      [
        done === 0
          ? say("Something has to be set up before anything can be computed.")
          : say("Ask what you have now, and what would be of no use without it."),
      ],
      isPlain(step.hint)
        ? [say("The question that this step answers: {question}", { question: step.hint.join("") })]
        : [say("Put the next line into words before you look at the options: what do you want to know now?")],
    ],
    because: [
      say("It is step {step} of {count}: it uses what is there, and the rest builds upon it.", {
        step: done + 1,
        count: titles.length,
      }),
    ],
    solve: () => ({
      workings: [],
      words: [[say("In order: {steps}.", { steps: numbered(titles) })]],
    }),
  };
};

const numbered = (titles: readonly string[]): string =>
  titles.map((title, i) => `${i + 1}. ${title}`).join("; ");

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

type Place = (proof: Proof) => number;

const template = (
  name: string,
  level: Template<never>["level"],
  among: readonly string[],
  place: (random: Random) => Place,
): Template<Phrased<Name>> => ({
  name,
  level,
  pose: (random) => {
    const proof = random.pick(proofs().filter((each) => among.includes(each.name)));
    return next(random, proof, place(random)(proof));
  },
});

const short = ["law-of-cosines", "projection", "unit-distance"];
const long = ["angle-difference", "cauchy-schwarz"];

/** Which step comes next in a proof. */
export const proofOrderKind = phrasedKind<Name>(
  "proof-order",
  "proof",
  ["step-skipped", "step-repeated", "step-of-another-proof"],
  [
    template("the first step", 1, [...short, ...long], () => () => 0),
    template("the second step", 2, [...short, ...long], () => () => 1),
    template("in the middle of a short proof", 3, short, (random) => () => random.whole(2, 3)),
    template("the last step", 4, [...short, ...long], () => (proof) => proof.steps.length - 1),
    template("in the middle of a long proof", 5, long, (random) => () => random.whole(2, 4)),
  ],
);

import type { Random } from "../../random.ts";
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
      `In the proof “${proof.title}” `,
      last === undefined
        ? "nothing is done yet. Which step comes first?"
        : `you have taken ${done === 1 ? "this step" : "these steps"}: ${titles
            .slice(0, done)
            .map((title, i) => `${i + 1}. ${title}`)
            .join("; ")}. Which step comes next?`,
    ],
    right: step.title,
    wrong: {
      ...(later.length > 0 && {
        "step-skipped": [
          random.pick(later),
          ["That step comes later. It needs something that is not there yet: ask what it builds upon."],
        ],
      }),
      ...(last !== undefined && {
        "step-repeated": [last, ["That step is done. Look at what it gave you, and go on from there."]],
      }),
      "step-of-another-proof": [
        random.pick(foreign),
        ["That step is a good one, but it belongs to another proof. This one goes a different way."],
      ],
    },
    hints: [
      [`The way of this proof in a few words: ${lowerFirst(proof.summary)}.`],
      [
        done === 0
          ? "Something has to be set up before anything can be computed."
          : "Ask what you have now, and what would be of no use without it.",
      ],
      isPlain(step.hint)
        ? ["The question that this step answers: ", ...step.hint]
        : ["Put the next line into words before you look at the options: what do you want to know now?"],
    ],
    because: [
      `It is step ${done + 1} of ${titles.length}: it uses what is there, and the rest builds upon it.`,
    ],
    solve: () => ({
      workings: [],
      words: [[`In order: ${titles.map((title, i) => `${i + 1}. ${title}`).join("; ")}.`]],
    }),
  };
};

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

import type { Scalar } from "../../../math/scalar.ts";
import { message, say, sayParts } from "../../../say.ts";
import type { Words } from "../../markdown.ts";
import type { Scaling } from "./scalings.ts";
import { shownNumber } from "./shown.ts";

// What questions about scaling tell and ask.

type ByMeasure = Readonly<Record<Scaling["of"], string>>;

const told: ByMeasure = {
  "dot product": message("The dot product of a and b is {value}."),
  norm: message("The norm of a is {value}."),
  cosine: message("The cosine similarity of a and b is {value}."),
};

const asked: ByMeasure = {
  "dot product": message("What is their dot product now?"),
  norm: message("What is its norm now?"),
  cosine: message("What is their cosine similarity now?"),
};

/** A number, what the vectors behind it are scaled by, and the question what the number is then. */
export const toldAndAsked = (facts: Scaling): Words => [
  ...sayParts(told[facts.of], { value: shownNumber(facts.value) }),
  " ",
  ...change(facts),
  " ",
  say(asked[facts.of]),
];

const change = ({ factor, second }: Scaling): Words => {
  const first = shownNumber(factor);
  if (second === undefined) return sayParts("Now a is scaled by {first}.", { first });
  const [name] = factor.kind === "exact" ? (factor.terms[0]?.letters ?? []) : [];
  const scales = { first, second: shownNumber(second) };
  return name === undefined
    ? sayParts("Now a is scaled by {first}, and b by {second}.", scales)
    : sayParts("Now a is scaled by {first}, and b by {second}, where {name} is positive.", {
        ...scales,
        name,
      });
};

/** A measure of any vectors, and what these are scaled by. */
export interface WordScaling {
  readonly of: Scaling["of"];
  readonly factor: Scalar;
  /** Whether b is scaled by the same factor. */
  readonly both: boolean;
}

const becomes: ByMeasure = {
  "dot product": message("What becomes of their dot product, if it is not 0?"),
  norm: message("What becomes of the norm of a?"),
  cosine: message("What becomes of their cosine similarity, if it is not 0?"),
};

/** What any vectors are scaled by, and the question what becomes of a measure of them. */
export const scaledAndAsked = (facts: WordScaling): Words => [...scaled(facts), " ", say(becomes[facts.of])];

const scaled = ({ of, factor, both }: WordScaling): Words => {
  const by = { factor: shownNumber(factor) };
  if (both) return sayParts("Two vectors a and b are both scaled by {factor}.", by);
  return of === "norm"
    ? sayParts("A vector a is scaled by {factor}.", by)
    : sayParts("A vector a is scaled by {factor}, and b stays.", by);
};

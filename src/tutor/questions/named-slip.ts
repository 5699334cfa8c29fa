import type { Words } from "../markdown.ts";
import type { Answer, Slip } from "../question.ts";

/** Slips that learners make in questions of several kinds, each with one name and one title everywhere. */
const titles = {
  "added-absolute-values": "Added absolute values for a norm",
  "added-instead-of-multiplied": "Added instead of multiplied",
  "added-without-squaring": "Added without squaring",
  "components-add-to-one": "Made the components add up to 1",
  "cosine-scaled": "Scaled the cosine",
  "dimension-taken-for-norm": "Mixed up dimension and norm",
  "divided-by-factor": "Divided by the factor",
  "divided-by-one-norm": "Divided by one norm only",
  "divided-by-squares": "Divided by the squares of the norms",
  "dot-product-taken-for-cosine": "Took the dot product for the cosine",
  "factor-ignored": "Took the factor for no change",
  "factor-squared": "Counted the factor twice",
  "forgot-the-root": "Forgot the root",
  "largest-component-one": "Looked for a largest component of 1",
  "negative-factor-in-norm": "Made a norm negative",
  "one-factor-forgotten": "Forgot one of two factors",
  "products-not-summed": "Products not added up",
  "radians-for-degrees": "Mixed up degrees and radians",
  "sign-dropped": "Dropped a sign",
  "sine-taken-for-cosine": "Took the sine for the cosine",
  "supplement-taken": "Took the other angle of two",
  "zero-read-as-opposite": "Read 0 as opposite",
} as const;

/** One of those slips, as it is made in questions of one kind. */
export const namedSlip = <Facts>(
  name: keyof typeof titles,
  leadsTo: (facts: Facts) => Answer | undefined,
  advice: string | ((facts: Facts) => Words),
): Slip<Facts> => slipCalled(name, titles[name], leadsTo, advice);

/** A slip that is made in questions of one kind only. */
export const slipCalled = <Facts>(
  name: string,
  title: string,
  leadsTo: (facts: Facts) => Answer | undefined,
  advice: string | ((facts: Facts) => Words),
): Slip<Facts> => ({ name, title, leadsTo, advice: typeof advice === "string" ? () => [advice] : advice });

import {
  type ComparisonSlip,
  goodEnough,
  perfectComparison,
  queryLength,
} from "./phrased/ideas-of-comparing.ts";
import { type CostSlip, quickAndDirty, whatIsTrue, whyItCosts } from "./phrased/ideas-of-cost.ts";
import { activation, type LayerSlip, withoutBend } from "./phrased/ideas-of-layers.ts";
import { atLengthOne, type LengthSlip, whichHaveOne } from "./phrased/ideas-of-length.ts";
import { phrasedKind } from "./phrased/phrased.ts";

/**
 * What the article says in words. Source: Giles Thomas, “An addendum to ‘the maths you need to start understanding
 * LLMs’”, 8 September 2025.
 */
export const conceptsKind = phrasedKind<LengthSlip | ComparisonSlip | CostSlip | LayerSlip>(
  "concepts",
  "concepts",
  [
    "mismatch-ignored",
    "dimension-and-norm-mixed-up",
    "equal-lengths-demanded",
    "cosine-demanded",
    "unit-dot-taken-for-one",
    "norms-added",
    "angle-taken-for-cosine",
    "more-taken-for-fairer",
    "length-taken-for-similarity",
    "one-scaled-only",
    "components-add-to-one",
    "shared-length-blamed",
    "angle-thought-to-be-measured",
    "components-thought-to-be-added",
    "division-not-counted",
    "quick-taken-for-exact",
    "dirty-taken-for-faulty",
    "products-not-summed",
    "dot-product-taken-for-cosine",
    "activation-taken-for-optional",
    "activation-demanded-everywhere",
    "aside-turned-round",
    "depth-counted-without-bend",
  ],
  [
    { name: "which vectors have a dot product", level: 1, pose: whichHaveOne },
    { name: "a true sentence", level: 1, pose: whatIsTrue },
    { name: "vectors of length one", level: 2, pose: atLengthOne },
    { name: "when the raw one is good enough", level: 2, pose: goodEnough },
    { name: "why scaling costs more", level: 2, pose: whyItCosts },
    { name: "quick and dirty", level: 3, pose: quickAndDirty },
    { name: "a perfect comparison", level: 3, pose: perfectComparison },
    { name: "activation functions", level: 3, pose: activation },
    { name: "the length of the query", level: 4, pose: queryLength },
    { name: "layers without a bend", level: 4, pose: withoutBend },
  ],
);

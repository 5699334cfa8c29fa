import { message } from "../say.ts";

/** What a learner can be good at. Each is a topic with questions of its own. */
export const skills = [
  "dot-product",
  "missing-component",
  "sign",
  "dimensions",
  "norm",
  "unit-vector",
  "normalise",
  "scaling",
  "cosine",
  "angle",
  "comparing",
  "dot-or-cosine",
  "word-similarity",
  "projection",
  "cost",
  "proof",
  "softmax",
  "attention",
  "concepts",
] as const;

export type Skill = (typeof skills)[number];

export interface SkillDescription {
  /** A message, as it stands in a table: at most 30 characters in each language. */
  readonly title: string;
  /** Messages: what else it is called when a topic is asked for. */
  readonly aliases?: readonly string[];
  /** The lesson that teaches it. */
  readonly lesson: string;
  /** What to be able to do first. */
  readonly after: readonly Skill[];
}

export const describeSkill: Readonly<Record<Skill, SkillDescription>> = {
  "dot-product": { title: message("Dot product"), lesson: "dot-product", after: [] },
  "missing-component": { title: message("Missing component"), lesson: "dot-product", after: ["dot-product"] },
  sign: {
    title: message("Sign of a dot product"),
    lesson: "dot-product-as-similarity",
    after: ["dot-product"],
  },
  dimensions: { title: message("Dimensions"), lesson: "same-dimension", after: [] },
  norm: { title: message("Norm"), lesson: "dimension-and-length", after: ["dot-product"] },
  "unit-vector": { title: message("Unit vectors"), lesson: "unit-length", after: ["norm"] },
  normalise: { title: message("Normalising"), lesson: "unit-length", after: ["unit-vector"] },
  scaling: {
    title: message("Scaling a vector"),
    lesson: "when-lengths-differ",
    after: ["dot-product", "norm"],
  },
  cosine: { title: message("Cosine similarity"), lesson: "cosine-similarity", after: ["norm", "sign"] },
  angle: { title: message("Angle from cosine"), lesson: "cosine-similarity", after: ["cosine"] },
  comparing: { title: message("Which is more similar"), lesson: "cosine-similarity", after: ["cosine"] },
  "dot-or-cosine": {
    title: message("Dot product or cosine"),
    lesson: "when-lengths-differ",
    after: ["cosine", "scaling"],
  },
  "word-similarity": {
    title: message("Similarity of words"),
    aliases: [
      message("embedding"),
      message("embeddings"),
      message("word embeddings"),
      message("word vectors"),
      message("odd one out"),
    ],
    lesson: "embedding-space",
    after: ["comparing"],
  },
  projection: { title: message("Projection"), lesson: "projection-between-spaces", after: ["cosine"] },
  cost: { title: message("What normalising costs"), lesson: "cost-of-normalising", after: ["normalise"] },
  proof: { title: message("Steps of a proof"), lesson: "dot-product-as-similarity", after: ["cosine"] },
  softmax: { title: message("Softmax"), lesson: "softmax", after: ["dot-product"] },
  attention: {
    title: message("Attention"),
    lesson: "scaled-dot-product-attention",
    after: ["softmax", "comparing"],
  },
  concepts: { title: message("Ideas of the article"), lesson: "quick-and-dirty", after: ["cosine"] },
};

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
  /** As it stands in a table, at most 30 characters. */
  readonly title: string;
  /** What else it is called when a topic is asked for. */
  readonly aliases?: readonly string[];
  /** The lesson that teaches it. */
  readonly lesson: string;
  /** What to be able to do first. */
  readonly after: readonly Skill[];
}

export const describeSkill: Readonly<Record<Skill, SkillDescription>> = {
  "dot-product": { title: "Dot product", lesson: "dot-product", after: [] },
  "missing-component": { title: "Missing component", lesson: "dot-product", after: ["dot-product"] },
  sign: { title: "Sign of a dot product", lesson: "dot-product-as-similarity", after: ["dot-product"] },
  dimensions: { title: "Dimensions", lesson: "same-dimension", after: [] },
  norm: { title: "Norm", lesson: "dimension-and-length", after: ["dot-product"] },
  "unit-vector": { title: "Unit vectors", lesson: "unit-length", after: ["norm"] },
  normalise: { title: "Normalising", lesson: "unit-length", after: ["unit-vector"] },
  scaling: { title: "Scaling a vector", lesson: "when-lengths-differ", after: ["dot-product", "norm"] },
  cosine: { title: "Cosine similarity", lesson: "cosine-similarity", after: ["norm", "sign"] },
  angle: { title: "Angle from cosine", lesson: "cosine-similarity", after: ["cosine"] },
  comparing: { title: "Which is more similar", lesson: "cosine-similarity", after: ["cosine"] },
  "dot-or-cosine": {
    title: "Dot product or cosine",
    lesson: "when-lengths-differ",
    after: ["cosine", "scaling"],
  },
  "word-similarity": {
    title: "Similarity of words",
    aliases: ["embedding", "embeddings", "word embeddings", "word vectors", "odd one out"],
    lesson: "embedding-space",
    after: ["comparing"],
  },
  projection: { title: "Projection", lesson: "projection-between-spaces", after: ["cosine"] },
  cost: { title: "What normalising costs", lesson: "cost-of-normalising", after: ["normalise"] },
  proof: { title: "Steps of a proof", lesson: "dot-product-as-similarity", after: ["cosine"] },
  softmax: { title: "Softmax", lesson: "softmax", after: ["dot-product"] },
  attention: {
    title: "Attention",
    lesson: "scaled-dot-product-attention",
    after: ["softmax", "comparing"],
  },
  concepts: { title: "Ideas of the article", lesson: "quick-and-dirty", after: ["cosine"] },
};

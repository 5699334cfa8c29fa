import { message } from "../say.ts";

/** What is worked out as an expression and has a name of its own: what it is called, and how it differs from its like. */
export const namedResults = {
  "manhattan-distance": {
    title: message("Manhattan distance"),
    meaning: message(
      "It adds the sizes of the differences, as one walks along streets; the Euclidean distance goes straight.",
    ),
  },
  "chebyshev-distance": {
    title: message("Chebyshev distance"),
    meaning: message("It is the largest of the differences alone; the Euclidean distance counts them all."),
  },
  "p-distance": {
    title: message("Minkowski distance"),
    meaning: message("With p = 1 it is the Manhattan distance, with p = 2 the Euclidean distance."),
  },
  "squared-distance": {
    title: message("Squared distance"),
    meaning: message(
      "It is the square of the Euclidean distance: it ranks neighbours alike, without a root.",
    ),
  },
  "manhattan-norm": {
    title: message("Manhattan norm (L1)"),
    meaning: message(
      "It adds the sizes of the components; the Euclidean norm takes the root of their squares.",
    ),
  },
  "chebyshev-norm": {
    title: message("Maximum norm (L∞)"),
    meaning: message("It is the size of the largest component alone; the Euclidean norm counts them all."),
  },
  "p-norm": {
    title: message("p-norm"),
    meaning: message("With p = 1 it is the Manhattan norm, with p = 2 the Euclidean norm."),
  },
  "squared-norm": {
    title: message("Squared norm"),
    meaning: message("It is the dot product of the vector with itself."),
  },
  "cosine-distance": {
    title: message("Cosine distance"),
    meaning: message(
      "It is 1 less the cosine similarity: 0 for the same direction, 1 at a right angle, 2 for opposite directions.",
    ),
  },
  elementwise: {
    title: message("Elementwise product"),
    meaning: message(
      "It multiplies the components that stand in the same place and stays a vector; the dot product adds them up.",
    ),
  },
  matrix: {
    title: message("Matrix times vector"),
    meaning: message("Each component is the dot product of a row of the matrix and the vector."),
  },
  correlation: {
    title: message("Correlation"),
    meaning: message("It is the cosine similarity of the two once each has had its mean taken from it."),
  },
  midpoint: { title: message("Midpoint"), meaning: message("It lies halfway between the two.") },
  mean: { title: message("Mean"), meaning: message("It is the sum divided by how many there are.") },
  softmax: {
    title: message("Softmax with a temperature"),
    meaning: message(
      "The scores are divided by the temperature first: below 1 the weights become more uneven, above 1 more even.",
    ),
  },
  along: {
    title: message("Vector of a given length"),
    meaning: message("It points the same way as the vector, with the length that you asked for."),
  },
  rejection: {
    title: message("Orthogonal part"),
    meaning: message("It is what is left once the part along the other vector is taken away."),
  },
  "scalar-projection": {
    title: message("Scalar projection"),
    meaning: message("It says how far the first vector reaches in the direction of the second."),
  },
} as const;

export type NamedResult = keyof typeof namedResults;

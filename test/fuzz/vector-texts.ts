import * as fc from "fast-check";

/** Ways to write vectors, and what is none. */
export const forms = [
  "2,3,4 1,0,2",
  "[2 3 4] [1 0 2]",
  "(2, 3, 4)·(1, 0, 2)",
  "<2,3,4> . <1,0,2>",
  "2;3;4 | 1;0;2",
  "1,5;2,5",
  "1e-3, ½, √2, sqrt(2), pi/2, 2^0.5",
  "3i − 2j + k and i + j",
  "np.array([2., 3., 4.], dtype=np.float32)",
  "torch.tensor([[2],[3],[4]])",
  "\\begin{pmatrix}2\\\\\\frac{1}{2}\\\\\\sqrt{4}\\end{pmatrix}",
  "a = (1,2), b = (3,4)",
  "(a+b)(c+d), (1+(2*(3-4)))^2",
  "what is the cosine similarity of (1,2) and (3,4)?",
  "```python\nx = c(1,2)\n```",
  "9^9^9^9, 1e6!, __proto__, f(x)=x",
] as const;

const pieces = [
  ..."()[]{}<>,;|·.*+-/^√½=:'\"`$&\\ \n\t0123456789eijkabxπ_!",
  "sqrt(",
  "\\frac{",
  "\\begin{pmatrix}",
  "\\\\",
  "np.array([",
  " and ",
  "1e9",
  "−",
  "１",
  "\u0302",
] as const;

/** A form with parts of it cut out, doubled, repeated, and strange pieces put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...forms),
    fc.array(fc.tuple(fc.nat(80), fc.nat(12), fc.constantFrom(...pieces), fc.nat(40)), { maxLength: 6 }),
  )
  .map(([form, changes]) =>
    changes.reduce(
      (text, [at, length, piece, times]) =>
        text.slice(0, at) +
        (times > 30 ? text.slice(at, at + length).repeat(times) : piece.repeat((times % 3) + 1)) +
        text.slice(at + (times % 2) * length),
      form as string,
    ),
  );

/** What may be typed where vectors are asked for: mostly near to sense, sometimes none at all. */
export const vectorTexts = fc.oneof(
  { weight: 6, arbitrary: mutated },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
);

import * as fc from "fast-check";
import { catalogue } from "../../src/commands/catalogue.ts";
import { mostText } from "../../src/math/read-vectors.ts";

/** What people type, to begin with. */
const forms: readonly string[] = [
  ...catalogue.flatMap(({ name, examples }) => examples.map((example) => `/${name} ${example}`)),
  ...catalogue.flatMap(({ examples }) => examples),
  ...catalogue.flatMap(({ phrases }) => Object.values(phrases).flat()),
  "[2 3 4] [1 0 2]",
  "(2, 3, 4)·(1, 0, 2)",
  "<2,3,4> . <1,0,2>",
  "1,5;2,5",
  "1e-3, ½, √2, sqrt(2), pi/2, 2^0.5",
  "3i − 2j + k and i + j",
  "torch.tensor([[2],[3],[4]])",
  "\\begin{pmatrix}2\\\\\\frac{1}{2}\\\\\\sqrt{4}\\end{pmatrix}",
  "(a+b)(c+d), (1+(2*(3-4)))^2",
  "why is king similar to queen?",
  "warum sind die beiden nicht ähnlich?",
  "wie ähnlich sind king und queen?",
  "¿por qué es negativo?",
  "¿qué es un vector unitario?",
  "what is the cosine similarity of (1,2) and (3,4)?",
  "how do I prove that the norm of a unit vector is 1?",
  "king - man + woman",
  "man is to king as woman is to what?",
  "a cat sat | the dog lay",
  "9^9^9^9, 1e6!, __proto__, constructor",
];

const pieces: readonly string[] = [
  ..."()[]{}<>,;|·.*+-/^√½=:'\"`$&@#_~\\?! \n\t0123456789eijkabxπé",
  "sqrt(",
  "\\frac{",
  "\\begin{pmatrix}",
  "np.array([",
  " and ",
  "1e9",
  "−",
  "１",
  "\u0302",
  "\u202e",
  "\u200b",
  "\0",
  "\ud800",
  "👩‍🔬",
  "ﷺ",
  "<@123>",
  "<!channel>",
  "@everyone",
  "vectors:",
  "words:",
  "digits:",
  "mask:causal",
  "https://example.org/?a=b&c",
  "how ",
  "why is ",
  "words like ",
  "warum ist ",
  "nicht ",
  "por qué no ",
  "2^.3,",
];

/** A form with parts cut out, doubled, repeated and put in: up to some thousands of characters. */
const mutated = fc
  .tuple(
    fc.constantFrom(...forms),
    fc.array(fc.tuple(fc.nat(80), fc.nat(12), fc.constantFrom(...pieces), fc.nat(60)), { maxLength: 6 }),
  )
  .map(([form, changes]) =>
    changes.reduce((text, [at, length, piece, times]) => {
      const put = times > 40 ? text.slice(at, at + length).repeat(times - 38) : piece.repeat((times % 3) + 1);
      return (text.slice(0, at) + put + text.slice(at + (times % 2) * length)).slice(0, 8_000);
    }, form),
  );

/** What may come in: mostly something near to sense, sometimes none at all, now and then very long. */
export const anything = fc.oneof(
  { weight: 12, arbitrary: mutated },
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join("")),
  },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 80 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...pieces), fc.integer({ min: 100, max: mostText }))
      .map(([piece, times]) => piece.repeat(times).slice(0, mostText)),
  },
);

/** The same as a platform delivers it: no half of a pair of surrogates. */
export const typed = anything.map((text) => text.toWellFormed());

/** A command's name, mostly. */
export const commandName = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...catalogue.map(({ name }) => name)) },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
);

import { describe, expect, test } from "vitest";
import type { Language } from "../../src/language.ts";
import { findMeaning } from "../../src/understanding/find-meaning.ts";
import { fingerprintOf } from "../../src/understanding/fingerprint.ts";
import { model } from "../../src/understanding/model-file.ts";

/** Questions as learners type them, and the answer that a teacher would give. */
const questions: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  en: [
    ["can a dot product be bigger than 1?", "dot-product/largest"],
    ["why do we take the square root when computing the length", "norms/why-root"],
    ["do embeddings have to be normalized before comparing", "unit-vectors/normalise-embeddings"],
    ["whats a vector anyway", "vectors/what"],
    ["why do embeddings have so many dimensions", "embeddings/more-dimensions"],
    ["can softmax output be zero", "softmax/zero-or-one"],
    ["what does high temperature do", "softmax/temperature"],
    ["is the dot prodcut comutative", "dot-product/order"],
    ["can I take the dot product of three vectors", "dot-product/three-vectors"],
    ["what units does a dot product have", "dot-product/units"],
    ["is euclidean distance better than cosine", "comparing/cosine-or-distance"],
    ["when do cosine and dot product give the same ranking", "comparing/same-ranking"],
    ["why is king - man + woman = queen", "embeddings/analogy"],
    ["what is a good cosine similarity threshold", "cosine/what-is-high"],
    ["can I compare embeddings from different models", "embeddings/different-models"],
    ["do i need to know calculus for this", "study/calculus-needed"],
    ["what are logits", "logits/what"],
    ["why do we exponentiate in softmax", "softmax/why-e"],
    ["why is it divided by sqrt of d_k", "attention/why-root"],
    ["what is the difference between L1 and L2 norm", "norms/l1-norm"],
    ["does attention care about word order", "attention/position"],
    ["what does ‖a‖ mean?", "notation/double-bars"],
    ["why -inf in the mask", "attention/mask-infinity"],
  ],
  de: [
    [
      "Was ist der Unterschied zwischen Skalarprodukt und Kosinusähnlichkeit?",
      "comparing/cosine-or-dot-product",
    ],
    ["Warum braucht man die Wurzel bei der Länge?", "norms/why-root"],
    ["kann das skalarprodukt größer als 1 sein", "dot-product/largest"],
    ["was macht softmax", "softmax/what"],
    ["Warum teilt man durch Wurzel d?", "attention/why-root"],
    ["Was bedeutet ein negatives Skalarprodukt?", "dot-product/negative"],
    ["sind antonyme im embedding nah beieinander", "embeddings/antonyms"],
    ["Was sind Query, Key und Value?", "attention/query-key-value"],
    ["warum minus unendlich in der maske", "attention/mask-infinity"],
    ["muss ich die reihenfolge beachten beim skalarprodukt", "dot-product/order"],
    ["wie lernt ein modell embeddings", "embeddings/training"],
  ],
  es: [
    ["¿Cuál es la diferencia entre el coseno y el producto escalar?", "comparing/cosine-or-dot-product"],
    ["por qué se normalizan los vectores", "unit-vectors/why-length-one"],
    ["¿Qué es un vector unitario?", "unit-vectors/unit-vector"],
    ["qué hace la temperatura", "softmax/temperature"],
    ["qué significa que el coseno sea negativo", "cosine/negative"],
    ["cómo calculo el ángulo entre dos vectores", "cosine/angle-from-cosine"],
    ["¿Puede el producto escalar ser mayor que 1?", "dot-product/largest"],
    ["¿Cuándo son ortogonales dos vectores?", "vectors/orthogonal"],
    ["cómo se aprenden los embeddings", "embeddings/training"],
    ["la distancia coseno es una distancia de verdad", "cosine/no-true-distance"],
  ],
};

describe.each(Object.entries(questions) as [Language, (typeof questions)["en"]][])(
  "in %s",
  (language, rows) => {
    test.each(rows)("%s → %s", (question, answer) => {
      const { ranked, isSure } = findMeaning(question, language);
      expect(ranked[0]?.meaning).toBe(`answer ${answer}`);
      expect(isSure).toBe(true);
    });
  },
);

describe("a sentence", () => {
  test.each([
    ["what is the capital of France", "outside"],
    ["Wie backt man einen Kuchen?", "outside"],
    ["cuéntame un chiste de gatos", "outside"],
    ["I really don't get it", "confused"],
    ["can you quiz me on softmax", "practise"],
    ["how similar are moon and sun", "words"],
    ["why are these two not similar", "shown"],
    ["zeig mir alle lektionen", "start"],
  ])("“%s” is talk: %s", (sentence, talk) =>
    expect(findMeaning(sentence, "en").ranked[0]?.meaning).toBe(`talk ${talk}`),
  );

  test.each([
    ["warum teilt man durch wurzel d", "de"],
    ["por qué se divide entre la raíz de d", "es"],
    ["why divide by the root of d", "en"],
  ] as const)("“%s” is read in its own language, whichever is expected", (sentence, language) => {
    for (const expected of ["en", "de", "es"] as const)
      expect(findMeaning(sentence, expected).language).toBe(language);
  });

  test.each(["", "?!", "zzzz qqqq", "wort ".repeat(5_000)])("%# is taken for nothing surely", (text) =>
    expect(findMeaning(text, "en").isSure).toBe(false),
  );
});

test("what was learned was learned from the phrases that are there: `npm run meanings`", () =>
  expect(model().fingerprint).toBe(fingerprintOf()));

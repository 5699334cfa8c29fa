import { describe, expect, test } from "vitest";
import { findLesson, lessonCalled } from "../../src/tutor/find-lesson.ts";

describe("a question in German or Spanish", () => {
  test.each([
    ["Was ist ein Skalarprodukt?", "dot-product"],
    ["was ist das skalarprodukt", "dot-product"],
    ["Erkläre mir die Kosinus-Ähnlichkeit", "cosine-similarity"],
    ["Warum teilt man durch die Längen?", "cosine-similarity"],
    ["Was ist ein Einheitsvektor?", "unit-length"],
    ["Wie normiert man einen Vektor?", "unit-length"],
    ["Warum brauchen die Vektoren dieselbe Dimension?", "same-dimension"],
    ["Was kostet das Normieren?", "cost-of-normalising"],
    ["Wann täuscht das Skalarprodukt?", "when-lengths-differ"],
    ["Was ist eine Einbettung?", "embedding-space"],
    ["Braucht man Aktivierungsfunktionen?", "activation-function"],
    ["Was ist die kausale Maske?", "causal-mask"],
    ["Warum braucht Attention das Skalarprodukt?", "why-attention-needs-it"],
    ["Was ist eine lineare Schicht?", "linear-layer"],
    ["Was sind Anfrage, Schlüssel und Wert?", "query-key-value"],
    ["¿Qué es un producto escalar?", "dot-product"],
    ["que es el producto punto", "dot-product"],
    ["Explícame la similitud coseno", "cosine-similarity"],
    ["¿Por qué se divide por las longitudes?", "cosine-similarity"],
    ["¿Qué es un vector unitario?", "unit-length"],
    ["¿Cómo se normaliza un vector?", "unit-length"],
    ["¿Por qué deben coincidir las dimensiones?", "same-dimension"],
    ["¿Cuánto cuesta normalizar?", "cost-of-normalising"],
    ["¿Qué es un embedding?", "embedding-space"],
    ["¿Qué es una capa lineal?", "linear-layer"],
    ["¿Qué es una matriz?", "matrix"],
    ["¿Para qué sirve la función de activación?", "activation-function"],
    ["¿Por qué la atención necesita el producto escalar?", "why-attention-needs-it"],
  ])("%s → %s", (question, lesson) => expect(findLesson(question).best?.name).toBe(lesson));

  test.each(["Wie backt man einen Kuchen?", "¿Cuál es la capital de Francia?", "wie wird das Wetter?"])(
    "%s → none",
    (question) => expect(findLesson(question).best).toBeUndefined(),
  );
});

describe("a question in free words", () => {
  test.each([
    ["what is a unit vector?", "unit-length"],
    ["why divide by the lengths?", "cosine-similarity"],
    ["what is a dot product?", "dot-product"],
    ["how do you multiply vectors", "dot-product"],
    ["what's an inner product", "dot-product"],
    ["why do the vectors need the same number of entries?", "same-dimension"],
    ["can I dot vectors of different dimensions", "same-dimension"],
    ["what is the magnitude of a vector", "dimension-and-length"],
    ["difference between dimension and length", "dimension-and-length"],
    ["why does a dot product tell similarity", "dot-product-as-similarity"],
    ["what does it mean if the dot product is negative", "dot-product-as-similarity"],
    ["what if the dot product is zero?", "dot-product-as-similarity"],
    ["why is the bigger dot product less similar", "when-lengths-differ"],
    ["when does the dot product mislead", "when-lengths-differ"],
    ["how do I normalize a vector", "unit-length"],
    ["what is cosine similarity", "cosine-similarity"],
    ["why is cosine more expensive", "cost-of-normalising"],
    ["how many multiplications does a cosine need", "cost-of-normalising"],
    ["when can I skip normalisation", "cost-of-normalising"],
    ["when is a raw dot product good enough", "quick-and-dirty"],
    ["how to compare embeddings fast", "quick-and-dirty"],
    ["what is an embedding", "embedding-space"],
    ["why are related words near each other", "embedding-space"],
    ["what is a cluster", "embedding-space"],
    ["how can something have 768 dimensions", "high-dimensional-space"],
    ["what is a matrix", "matrix"],
    ["how does matrix multiplication work", "matrix"],
    ["what is a projection", "projection-between-spaces"],
    ["what is a linear layer", "linear-layer"],
    ["what are weights and biases", "linear-layer"],
    ["are activation functions optional?", "activation-function"],
    ["do I need relu", "activation-function"],
    ["what are logits", "logits"],
    ["how big is the GPT-2 vocabulary", "logits"],
    ["how does the model pick the next token", "logits"],
    ["what is softmax", "softmax"],
    ["how do scores become probabilities", "softmax"],
    ["what is one hot encoding", "one-hot"],
    ["what are query, key and value", "query-key-value"],
    ["where do queries come from", "query-key-value"],
    ["why does attention need the dot product", "why-attention-needs-it"],
    ["how does attention work?", "why-attention-needs-it"],
    ["why divide by sqrt d", "scaled-dot-product-attention"],
    ["why do we divide by √d in attention", "scaled-dot-product-attention"],
    ["what is a context vector", "scaled-dot-product-attention"],
    ["what is a causal mask", "causal-mask"],
    ["why can't a token look ahead", "causal-mask"],
    ["when does cosine similarity fail", "limits-of-cosine"],
    ["is cosine similarity always meaningful", "limits-of-cosine"],
    ["who wrote the article", "readers-corrections"],
    ["how did readers improve the text", "readers-corrections"],
    ["What's a scalar product?", "dot-product"],
    ["why are the vectors of the same dimension needed", "same-dimension"],
    ["how long is a vector", "dimension-and-length"],
    ["why does the longer vector win", "when-lengths-differ"],
    ["what is scaled dot product attention", "scaled-dot-product-attention"],
    ["tell me about softmax", "softmax"],
    ["explain one-hot vectors", "one-hot"],
    ["what are embeddings", "embedding-space"],
    ["is relu optional", "activation-function"],
  ])("“%s” is answered by %s", (question, name) => expect(findLesson(question).best?.name).toBe(name));

  test.each([
    ["what is the capital of France"],
    ["tell me a joke"],
    ["how do I cook pasta"],
    ["what's the weather like"],
    ["who are you"],
    ["what is a tensor core"],
    ["how does backpropagation work"],
    ["what is a random forest"],
    ["can you book a flight"],
    ["what is the meaning of life"],
    ["what is an eigenvalue"],
    ["how old is the universe"],
    ["explain layer normalization"],
    ["what is dropout"],
    ["what is a stock market"],
    ["which football team won"],
    [""],
    ["?!"],
  ])("“%s” is about something else: the nearest three are offered", (question) => {
    const { best, nearest } = findLesson(question);
    expect(best).toBeUndefined();
    expect(nearest).toHaveLength(3);
  });
});

test("a lesson goes by its name, its title and its other names", () => {
  for (const asked of ["cosine-similarity", "Cosine similarity", "COS", "explain cosine"])
    expect(lessonCalled(asked)?.name).toBe("cosine-similarity");
});

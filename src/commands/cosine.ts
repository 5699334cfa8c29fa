import { map } from "../base/result.ts";
import { cosineSimilarity } from "../math/cosine.ts";
import { meaningOfCosine } from "../present/meaning.ts";
import { plotPicture } from "../present/pictures/plot.ts";
import { message } from "../say.ts";
import { vectorCommand } from "./vector-command.ts";

export const cosine = vectorCommand({
  name: "cosine",
  title: message("Cosine similarity"),
  summary: message("Work out the cosine similarity of two vectors: their dot product at length 1"),
  examples: ["2,3,4 1,0,2", "1,2 3,4"],
  offer: message("Cosine of the same vectors"),
  needs: ["direction"],
  phrases: {
    en: ["cosine similarity", "cosine", "cos", "similarity", "how similar"],
    de: ["kosinus ähnlichkeit", "kosinusähnlichkeit", "kosinus", "cosinus", "ähnlichkeit", "wie ähnlich"],
    es: ["similitud coseno", "similitud del coseno", "coseno", "similitud", "qué tan similares"],
  },
  count: 2,
  next: ["why", "angle", "dot"],
  workOut: ([a, b], style) =>
    map(cosineSimilarity(a!, b!), (working) => ({
      workings: [{ working }],
      value: working.value,
      meaning: [meaningOfCosine(a!, b!, style)],
      pictures: plotPicture([a!, b!], style),
    })),
});

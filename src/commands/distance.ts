import { map } from "../base/result.ts";
import { distance as distanceBetween } from "../math/norm.ts";
import { message, say } from "../say.ts";
import { vectorCommand } from "./vector-command.ts";

export const distance = vectorCommand({
  name: "distance",
  title: message("Distance"),
  summary: message("Work out the Euclidean distance between two vectors"),
  examples: ["2,3,4 1,0,2", "0,0 3,4"],
  offer: message("Distance between them"),
  phrases: {
    en: ["euclidean distance", "distance", "how far"],
    de: ["euklidischer abstand", "euklidische distanz", "abstand", "entfernung", "wie weit"],
    es: ["distancia euclidiana", "distancia euclídea", "distancia", "qué tan lejos"],
  },
  count: 2,
  next: ["dot", "cosine"],
  workOut: ([a, b]) =>
    map(distanceBetween(a!, b!), (working) => ({
      workings: [{ working }],
      value: working.value,
      meaning: [say("How far apart the two points are. Unlike the cosine, it depends on the lengths, too.")],
    })),
});

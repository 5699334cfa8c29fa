import { map } from "../base/result.ts";
import { dotProduct } from "../math/dot.ts";
import { meaningOfDot } from "../present/meaning.ts";
import { contributionsPicture } from "../present/pictures/contributions.ts";
import { message } from "../say.ts";
import { vectorCommand } from "./vector-command.ts";

export const dot = vectorCommand({
  name: "dot",
  title: message("Dot product"),
  summary: message("Work out the dot product of two vectors, line by line"),
  examples: ["2,3,4 1,0,2", "a,b,c d,e,f", "1/2,1/3 1/5,1/7"],
  offer: message("Dot product of the same"),
  phrases: {
    en: ["dot product", "dot-product", "inner product", "scalar product", "dot"],
    de: ["skalarprodukt", "inneres produkt", "innere produkt", "punktprodukt"],
    es: ["producto escalar", "producto punto", "producto interno", "producto interior"],
  },
  count: 2,
  next: ["cosine", "why"],
  workOut: ([a, b], style) =>
    map(dotProduct(a!, b!), (working) => ({
      workings: [{ working }],
      value: working.value,
      meaning: [meaningOfDot(a!, b!, working.value, style)],
      pictures: contributionsPicture(a!, b!, style),
    })),
});

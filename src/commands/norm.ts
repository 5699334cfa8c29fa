import { ok } from "../base/result.ts";
import { norm as normOf } from "../math/norm.ts";
import { meaningOfNorm } from "../present/meaning.ts";
import { plotPicture } from "../present/pictures/plot.ts";
import { message } from "../say.ts";
import { vectorCommand } from "./vector-command.ts";

export const norm = vectorCommand({
  name: "norm",
  title: message("Norm"),
  summary: message("Work out the Euclidean norm of a vector: its length as an arrow"),
  examples: ["2,3,4", "3,4", "a,b"],
  offer: message("Norm of the same vector"),
  phrases: {
    en: ["euclidean norm", "norm", "magnitude", "length"],
    de: ["euklidische norm", "betrag", "länge", "wie lang"],
    es: ["norma euclidiana", "norma euclídea", "norma", "módulo", "magnitud", "longitud"],
  },
  count: 1,
  next: ["normalise"],
  workOut: ([a], style) => {
    const working = normOf(a!);
    return ok({
      workings: [{ working }],
      value: working.value,
      meaning: [meaningOfNorm(a!)],
      pictures: plotPicture([a!], style),
    });
  },
});

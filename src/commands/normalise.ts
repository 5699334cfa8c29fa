import { map } from "../base/result.ts";
import { isUnitVector, normalise as normaliseVector } from "../math/norm.ts";
import { lettersIn } from "../math/vector.ts";
import { plotPicture } from "../present/pictures/plot.ts";
import { message, say } from "../say.ts";
import { vectorCommand } from "./vector-command.ts";

export const normalise = vectorCommand({
  name: "normalise",
  aliases: ["normalize"],
  title: message("Unit vector"),
  summary: message("Scale a vector to length 1 and keep its direction"),
  examples: ["3,4", "2,3,4"],
  offer: message("Scale it to length 1"),
  needs: ["direction"],
  phrases: {
    en: [
      "normalise",
      "normalize",
      "normalised",
      "normalized",
      "unit vector",
      "normalisation",
      "normalization",
    ],
    de: ["normiere", "normieren", "einheitsvektor", "auf länge 1"],
    es: ["normaliza", "normalizar", "vector unitario", "longitud 1"],
  },
  count: 1,
  next: ["norm"],
  workOut: ([a], style) =>
    map(normaliseVector(a!), (working) => ({
      workings: [{ working }],
      value: working.value,
      meaning: [
        lettersIn([a!]).length === 0 && isUnitVector(a!)
          ? say("It had length 1 already, so nothing changes.")
          : say("Same direction, length 1. Dot products of such vectors are cosines."),
      ],
      pictures: plotPicture([a!, working.value], style, { angle: false, unitCircle: true }),
    })),
});

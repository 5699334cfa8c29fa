import * as z from "zod";
import { map } from "../base/result.ts";
import { measure } from "../math/measure.ts";
import { styleFor } from "../present/formula.ts";
import { showMeasures } from "../present/measures.ts";
import { message } from "../say.ts";
import { defineCommand } from "./command.ts";
import { withNextSteps } from "./next-steps.ts";
import { digitsOption, vectorsOption } from "./option.ts";

export const plot = defineCommand({
  name: "plot",
  summary: message("Draw vectors as arrows from the origin, with their lengths and the angles between them"),
  audience: "everyone",
  options: z.object({
    vectors: vectorsOption(message("One to six vectors, for example {example}"), 1, 6, "2,3,4 1,0,2"),
    digits: digitsOption,
  }),
  examples: ["3,4 4,-1", "2,3,4 1,0,2", "1,2,3,4 2,0,1,1"],
  phrases: {
    en: ["plot", "draw", "picture of"],
    de: ["zeichne", "zeichnung", "bild von"],
    es: ["dibuja", "dibujar", "dibujo de"],
  },
  run: ({ vectors, digits }, { given, commands }) =>
    map(measure(vectors), (measures) =>
      withNextSteps(
        showMeasures(measures, vectors, styleFor(vectors, digits)),
        { command: "plot", given, vectors, commands },
        vectors.length === 2 ? ["dot", "cosine", "why"] : [],
      ),
    ),
});

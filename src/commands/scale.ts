import { err, ok } from "../base/result.ts";
import { scaleVector } from "../math/arithmetic.ts";
import { dimensionOf } from "../math/vector.ts";
import { vectorToText } from "../present/vector.ts";
import { message, say } from "../say.ts";
import { vectorCommand } from "./vector-command.ts";

export const scale = vectorCommand({
  name: "scale",
  title: message("Scaled"),
  summary: message("Multiply a vector by a number: the number first, then the vector"),
  examples: ["2 | 1,3", "1/2 | 4,6"],
  phrases: {
    en: ["scale", "scaled by"],
    de: ["skaliere", "vielfaches"],
    es: ["escala", "escalar por", "múltiplo"],
  },
  count: 2,
  next: [],
  workOut: ([factor, a]) => {
    if (dimensionOf(factor!) !== 1) {
      return err({
        kind: "bad-option",
        option: "vectors",
        given: vectorToText(factor!),
        wanted: say("one number first, then a bar and the vector"),
      });
    }
    const working = scaleVector(factor!.components[0], a!);
    return ok({
      workings: [{ working }],
      value: working.value,
      meaning: [say("Scaling changes the length; a negative number turns the arrow round.")],
    });
  },
});

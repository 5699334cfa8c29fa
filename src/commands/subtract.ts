import { map } from "../base/result.ts";
import { subtractVectors } from "../math/arithmetic.ts";
import { message, say } from "../say.ts";
import { vectorCommand } from "./vector-command.ts";

export const subtract = vectorCommand({
  name: "subtract",
  title: message("Difference"),
  summary: message("Subtract the second vector from the first, component by component"),
  examples: ["3,4 1,2"],
  phrases: {
    en: ["subtract", "difference of", "difference between"],
    de: ["subtrahiere", "differenz von", "differenz der", "differenz zwischen"],
    es: ["resta de", "restar", "diferencia de", "diferencia entre"],
  },
  count: 2,
  next: ["distance", "dot"],
  workOut: ([a, b]) =>
    map(subtractVectors(a!, b!), (working) => ({
      workings: [{ working }],
      value: working.value,
      meaning: [say("The arrow that leads from the second point to the first.")],
    })),
});

import { map } from "../base/result.ts";
import { addVectors } from "../math/arithmetic.ts";
import { message, say } from "../say.ts";
import { vectorCommand } from "./vector-command.ts";

export const add = vectorCommand({
  name: "add",
  title: message("Sum"),
  summary: message("Add two vectors, component by component"),
  examples: ["1,2 3,4"],
  phrases: {
    en: ["add", "sum of"],
    de: ["addiere", "summe von", "summe der"],
    es: ["suma de", "sumar", "suma los"],
  },
  count: 2,
  next: ["dot", "cosine"],
  workOut: ([a, b]) =>
    map(addVectors(a!, b!), (working) => ({
      workings: [{ working }],
      value: working.value,
      meaning: [say("Walk along the first arrow, then along the second: the sum leads there directly.")],
    })),
});

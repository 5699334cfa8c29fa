import { map } from "../base/result.ts";
import { isZeroVector } from "../math/norm.ts";
import { crossProduct } from "../math/operations/cross.ts";
import { message, say } from "../say.ts";
import { vectorCommand } from "./vector-command.ts";

export const cross = vectorCommand({
  name: "cross",
  title: message("Cross product"),
  summary: message("Work out the cross product of two vectors of three components"),
  examples: ["1,2,3 4,5,6"],
  phrases: {
    en: ["cross product", "vector product", "cross"],
    de: ["kreuzprodukt", "vektorprodukt"],
    es: ["producto vectorial", "producto cruz"],
  },
  count: 2,
  next: ["dot", "angle"],
  workOut: ([a, b]) =>
    map(crossProduct(a!, b!), (working) => ({
      workings: [{ working }],
      value: working.value,
      meaning: [
        isZeroVector(working.value)
          ? say(
              "The zero vector: the two lie along one line, so there is no direction of its own between them.",
            )
          : say(
              "It is a vector at a right angle to both, and its length is the area of the parallelogram between them. The dot product, which measures similarity, is a single number.",
            ),
      ],
    })),
});

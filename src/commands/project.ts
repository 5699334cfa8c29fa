import { map } from "../base/result.ts";
import { project as projectOnto } from "../math/projection.ts";
import { plotPicture } from "../present/pictures/plot.ts";
import { message, say } from "../say.ts";
import { vectorCommand } from "./vector-command.ts";

export const project = vectorCommand({
  name: "project",
  title: message("Projection"),
  summary: message("Project the first vector onto the second, and show the orthogonal remainder"),
  examples: ["2,3,4 1,0,2", "3,4 1,0"],
  phrases: {
    en: ["projection", "project"],
    de: ["projektion", "projiziere"],
    es: ["proyección", "proyecta"],
  },
  count: 2,
  next: ["dot", "cosine"],
  workOut: ([a, b], style) =>
    map(projectOnto(a!, b!), ({ scalar, vector, remainder }) => ({
      workings: [
        { label: say("How far the first reaches along the second:"), working: scalar },
        { label: say("That part as a vector:"), working: vector },
        { label: say("What remains, orthogonal to the second:"), working: remainder },
      ],
      value: vector.value,
      meaning: [say("The two parts add up to the first vector, and their dot product is 0.")],
      pictures: plotPicture([a!, b!], style, { projection: true }),
    })),
});

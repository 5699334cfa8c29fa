import { map } from "../base/result.ts";
import { angle as angleBetween } from "../math/cosine.ts";
import { toPlain } from "../math/expression/plain.ts";
import { asExpression } from "../math/scalar.ts";
import { lieBetween } from "../math/similarity.ts";
import { lieInWords } from "../present/lie.ts";
import { plotPicture } from "../present/pictures/plot.ts";
import { message, say } from "../say.ts";
import { vectorCommand } from "./vector-command.ts";

export const angle = vectorCommand({
  name: "angle",
  title: message("Angle"),
  summary: message("Work out the angle between two vectors, in degrees and radians"),
  examples: ["2,3,4 1,0,2", "1,0 1,1"],
  offer: message("Angle between them"),
  needs: ["numbers", "direction"],
  phrases: {
    en: ["angle", "orthogonal", "perpendicular"],
    de: ["winkel", "rechter winkel"],
    es: ["ángulo", "ángulo recto"],
  },
  count: 2,
  next: ["why", "cosine"],
  workOut: ([a, b], style) =>
    map(angleBetween(a!, b!), ({ degrees, radians, working }) => {
      const exactly = degrees.kind === "exact" ? "" : "≈ ";
      return {
        workings: [{ working }],
        value: degrees,
        short: `${exactly}${toPlain(asExpression(degrees), style)}°`,
        meaning: [
          say("In radians {radians}. They {lie}.", {
            radians: toPlain(asExpression(radians), style),
            lie: lieInWords(lieBetween(a!, b!)),
          }),
        ] as const,
        pictures: plotPicture([a!, b!], style),
      };
    }),
});

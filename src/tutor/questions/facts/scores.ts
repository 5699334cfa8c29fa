import { softmax } from "../../../math/softmax.ts";
import type { Vector } from "../../../math/vector.ts";
import type { Random } from "../../../random.ts";
import { sayParts } from "../../../say.ts";
import type { Words } from "../../markdown.ts";
import type { Solution } from "../../question.ts";
import { certain } from "./certain.ts";
import { drawUntil, someWholes } from "./draw.ts";
import { shownVector } from "./shown.ts";

/** Three scores without a tie, also of size. */
export const threeScores = (random: Random, least: number): [number, number, number] =>
  drawUntil(() => {
    const scores = someWholes(random, 3, least, 6) as [number, number, number];
    return new Set(scores.map(Math.abs)).size === 3 ? scores : undefined;
  });

/** The scores, among words. */
export const scoresAre = (scores: Vector): Words => [
  ...sayParts("The scores are {scores}.", { scores: shownVector(scores) }),
  " ",
];

/** How softmax works the weights out, of each of the vectors of scores. */
export const weightsOf =
  (...all: readonly Vector[]) =>
  (): Solution => ({
    workings: all.map((scores) => {
      const working = certain(softmax(scores));
      return { working: working };
    }),
    words: [],
  });

import { attend } from "../../math/attention.ts";
import { cosineSimilarity } from "../../math/cosine.ts";
import { normalise } from "../../math/norm.ts";
import type { Vector } from "../../math/vector.ts";
import type { PictureBlock } from "../../reply/reply.ts";
import { say } from "../../say.ts";
import type { Lesson } from "../../tutor/lesson.ts";
import { styleFor } from "../formula.ts";
import { componentsPicture, contributionsPicture, weightsPicture } from "./contributions.ts";
import { heatMap } from "./heat-map.ts";
import { plotPicture } from "./plot.ts";
import { scalePicture } from "./scale.ts";

/** The picture of a lesson with some vectors, as the lesson's example works with them; none where they do not fit. */
export const lessonPicture = (
  { picture, example }: Lesson,
  vectors: readonly Vector[],
): PictureBlock | undefined => {
  const style = styleFor(vectors, 4);
  const [a, b] = vectors;
  const kinds: Readonly<Record<Lesson["picture"]["kind"], () => readonly PictureBlock[]>> = {
    plot: () => plotFor(example.command, vectors),
    contributions: () =>
      b !== undefined
        ? contributionsPicture(a!, b, style)
        : componentsPicture(
            say("The components"),
            a!.components,
            a!.components.map((_, i) => String(i + 1)),
            style,
          ),
    weights: () => weightsPicture(a!, style),
    scale: () => {
      const cosine = b === undefined ? undefined : cosineSimilarity(a!, b);
      return cosine?.ok === true
        ? scalePicture([{ label: say("{a} and {b}", { a: "a", b: "b" }), cosine: cosine.value.value }], style)
        : [];
    },
    attention: () => {
      const head = { queries: vectors, keys: vectors, values: vectors };
      const causal = example.line.includes("mask:causal");
      const attended = attend({ ...head, scaled: true, causal });
      const names = vectors.map((_, i) => say("token {number}", { number: i + 1 }));
      return attended.ok ? heatMap(attended.value, names, names) : [];
    },
  };
  return kinds[picture.kind]()[0];
};

const plotFor = (command: string, vectors: readonly Vector[]): readonly PictureBlock[] => {
  const style = styleFor(vectors, 4);
  if (command === "project") return plotPicture(vectors, style, { projection: true });
  const [a] = vectors;
  const unit = command === "normalise" && a !== undefined ? normalise(a) : undefined;
  return unit?.ok === true
    ? plotPicture([a!, unit.value.value], style, { angle: false, unitCircle: true })
    : plotPicture(vectors, style);
};

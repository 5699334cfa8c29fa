import type { Result } from "../../src/base/result.ts";
import { cosineSimilarity } from "../../src/math/cosine.ts";
import { dotProduct } from "../../src/math/dot.ts";
import { normalise } from "../../src/math/norm.ts";
import { defaultStyle } from "../../src/math/number-text.ts";
import { readVectors } from "../../src/math/read-vectors.ts";
import type { Scalar } from "../../src/math/scalar.ts";
import { softmax } from "../../src/math/softmax.ts";
import type { Vector } from "../../src/math/vector.ts";
import type { Working } from "../../src/math/working.ts";
import { showSteps, showWorking } from "../../src/present/working.ts";
import type { FormulaPicture, Picture } from "../../src/reply/picture.ts";
import type { WorkingBlock } from "../../src/reply/reply.ts";
import { exampleCharts } from "./example-charts.ts";

const chainOf = ({ subject, lines }: WorkingBlock): FormulaPicture["chains"][number] => ({
  subject: subject.tex,
  lines: lines.map(({ relation, formula: { tex }, because }) => ({
    relation,
    tex,
    ...(because === undefined ? {} : { because }),
  })),
});

const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new TypeError(`No example: ${JSON.stringify(result.problem)}`);
  return result.value;
};

type Operation = (...vectors: readonly Vector[]) => Result<Working<Scalar | Vector>, unknown>;

const workingOf = (operation: Operation, typed: string) => must(operation(...must(readVectors(typed))));

const short = (operation: Operation, typed: string): FormulaPicture => ({
  kind: "formula",
  chains: [chainOf(showWorking(workingOf(operation, typed), defaultStyle, false))],
});

const withReasons = (operation: Operation, typed: string): FormulaPicture => ({
  kind: "formula",
  chains: showSteps(workingOf(operation, typed), defaultStyle).map(chainOf),
});

const dot: Operation = (a, b) => dotProduct(a!, b!);
const cosine: Operation = (a, b) => cosineSimilarity(a!, b!);
const unit: Operation = (a) => normalise(a!);
const weights: Operation = (a) => softmax(a!);

const fourteen = Array.from({ length: 14 }, (_, i) => i + 1).join(",");

/** Pictures as the tutor's answers have them, by kind and by what they show. */
export const examplePictures: Readonly<{
  readonly [K in Picture["kind"]]: Readonly<Record<string, Extract<Picture, { kind: K }>>>;
}> = {
  ...exampleCharts,
  formula: {
    "dot-product": short(dot, "2,3,4 1,0,2"),
    cosine: short(cosine, "1/2,3,4 1,0,2"),
    alone: {
      kind: "formula",
      chains: ["c = a - b", "\\lVert c \\rVert^{2} = \\lVert a \\rVert^{2} + \\lVert b \\rVert^{2}"].map(
        (subject) => ({ subject, lines: [] }),
      ),
    },
    letters: short(cosine, "a,b,c d,e,f"),
    "unit-vector": short(unit, "1/2,3"),
    softmax: short(weights, "1,2,3"),
    steps: withReasons(dot, "2,3,4 1,0,2"),
    "cosine-steps": withReasons(cosine, "2,3,4 1,0,2"),
    folded: short(dot, `${fourteen} ${fourteen}`),
    "folded-cosine": short(cosine, `${fourteen} ${fourteen}`),
  },
};

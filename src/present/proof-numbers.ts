import { type Expression, evaluate } from "../math/expression/expression.ts";
import { numbersIn } from "../math/expression/letters.ts";
import { putInNumbers } from "../math/expression/put-in-numbers.ts";
import { isVector } from "../math/expression/value.ts";
import { isShownExactly, type NumberStyle } from "../math/number-text.ts";
import { type Chain, type Names, readFormula } from "../math/read-formula.ts";
import { asExpression } from "../math/scalar.ts";
import { vectorExpression } from "../math/working.ts";
import { type Block, type Formula, paragraph, type Relation } from "../reply/reply.ts";
import { say } from "../say.ts";
import type { ProofStep } from "../tutor/proof.ts";
import { joined } from "./chain.ts";
import { showFormula, styleFor } from "./formula.ts";
import type { Stand } from "./proof-choices.ts";

/** The lines of a step with the vectors put in, or why they cannot be. */
export const withVectors = (stand: Stand, { claims }: ProofStep, names: Names): readonly Block[] => {
  const { vectors, given } = stand;
  const style = styleFor(vectors, stand.digits);
  const heading = paragraph([
    { strong: given === undefined ? say("With the example") : say("With your vectors") },
  ]);
  try {
    return [
      heading,
      ...claims.map(
        (claim): Block => ({ kind: "formula", formula: showNumbers(readFormula(claim, names), style) }),
      ),
    ];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [
      heading,
      paragraph(
        say(
          "These two are parallel, so nothing is left over and this line would divide by 0. One axis is enough.",
        ),
      ),
    ];
  }
};

/** A line of a proof in numbers, each side as far as one step of arithmetic goes, and then what it comes to. */
export const showNumbers = ({ parts, relations }: Chain, style: NumberStyle): Formula => {
  const worked = parts.map(putInNumbers);
  // Two forms of one thing may come to the same numbers, as ‖c‖² and c·c do.
  const repeats = (i: number) =>
    i > 0 &&
    showFormula(worked[i]!, style).plain === showFormula(worked[i - 1]!, style).plain &&
    worked.length > 2;
  const sides = worked.filter((_, i) => !repeats(i));
  const signs = relations.filter((_, i) => !repeats(i + 1));
  const last = sides.at(-1)!;
  const value = evaluate(last);
  const worth = isVector(value) ? vectorExpression(value) : asExpression(value);
  const shown = sides.map((side) => showFormula(side, style));
  const end = showFormula(worth, style);
  const closes =
    end.plain !== shown.at(-1)!.plain && end.plain !== shown.at(-2)?.plain && last.kind !== "angle";
  const all = closes ? [...sides, worth] : sides;
  return joined(
    closes ? [...shown, end] : shown,
    all.slice(1).map((side, i): Relation => {
      const relation = signs[i] ?? "=";
      return relation === "=" && !(isExact(side, style) && isExact(all[i]!, style)) ? "≈" : relation;
    }),
  );
};

const isExact = (e: Expression, { digits }: NumberStyle): boolean =>
  numbersIn(e).every((value) => isShownExactly(value, digits));

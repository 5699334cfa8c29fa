import type { Expression } from "../math/expression/expression.ts";
import { numbersIn } from "../math/expression/letters.ts";
import { isShownExactly, type NumberStyle, wantsDecimal } from "../math/number-text.ts";
import { isSymbolic, type Scalar } from "../math/scalar.ts";
import type { Vector } from "../math/vector.ts";
import type { Rule, Step, Working } from "../math/working.ts";
import type { WorkingBlock, WorkingLine } from "../reply/reply.ts";
import { message, say } from "../say.ts";
import { fold } from "./fold.ts";
import { showDecimal, showFormula } from "./formula.ts";

/** Why a line follows, in a few words. */
const reasons: Readonly<Record<Rule, string>> = {
  "multiply-partners": message("multiply the components that stand in the same place"),
  "work-out-products": message("work out each product"),
  "add-up": message("add up"),
  "square-components": message("square each component, add, take the root"),
  "work-out-squares": message("work out each square"),
  "take-root": message("take the root"),
  "put-in-numbers": message("put in the numbers"),
  simplify: message("simplify"),
  "component-by-component": message("component by component"),
  "in-degrees": message("the angle with that cosine"),
  "divide-by-sum": message("take exponentials and divide by their sum"),
  "work-out-powers": message("work out the exponentials"),
  "work-out-innermost": message("work out what stands innermost"),
};

/** A working as a block: one chain of lines, ended by a decimal where the exact form is hard to picture. */
export const showWorking = (
  working: Working<Scalar | Vector>,
  style: NumberStyle,
  withReasons: boolean,
): WorkingBlock => {
  const line = ({ rule, line }: Step): WorkingLine => {
    const folded = fold(line);
    return {
      relation: holdsExactly(folded, style) ? "=" : "≈",
      formula: showFormula(folded, style),
      ...(withReasons ? { because: say(reasons[rule]) } : {}),
    };
  };
  const [first, ...rest] = working.steps.map(line);
  // In this style a line may read like the one above, as √8.5 does after √8.5.
  const further = rest.filter(({ formula }, i) => formula.plain !== (rest[i - 1] ?? first!).formula.plain);
  return {
    kind: "working",
    subject: showFormula(working.subject, style),
    lines: [first!, ...further, ...decimalLine(working.value, style, withReasons)],
  };
};

/** Whether every number in the line is shown as it is, so that "=" may stand before it. */
const holdsExactly = (e: Expression, { digits }: NumberStyle): boolean =>
  numbersIn(e).every((value) => isShownExactly(value, digits));

/** Every step of a working with its reason, after the workings of its parts. */
export const showSteps = (
  working: Working<Scalar | Vector>,
  style: NumberStyle,
): readonly [WorkingBlock, ...WorkingBlock[]] => {
  const asides = working.steps
    .flatMap((step) => step.asides ?? [])
    .flatMap((aside) => showSteps(aside, style));
  const [first, ...rest] = [...asides, showWorking(working, style, true)];
  return [first!, ...rest];
};

const decimalLine = (
  value: Scalar | Vector,
  style: NumberStyle,
  withReasons: boolean,
): readonly WorkingLine[] => {
  if ("components" in value || value.kind !== "exact" || isSymbolic(value)) return [];
  if (!wantsDecimal(value, style.notation)) return [];
  return [
    {
      relation: "≈",
      formula: showDecimal(value, style),
      ...(withReasons ? { because: say("as a decimal") } : {}),
    },
  ];
};

import { isVector, type Value } from "../math/expression/value.ts";
import type { NumberStyle } from "../math/number-text.ts";
import { work } from "../math/operations/work.ts";
import { isSymbolic, type Scalar, toReal } from "../math/scalar.ts";
import { equals } from "../math/scalar-arithmetic.ts";
import { vectorOf } from "../math/vector.ts";
import type { Tree, TreeOf } from "../reading/tree.ts";
import type { Converted } from "../reading/values/conversion.ts";
import { paragraph, type Reply } from "../reply/reply.ts";
import { message, say } from "../say.ts";
import { showScalar, showVector } from "./formula.ts";
import { type NamedResult, namedResults } from "./measured.ts";
import { showWorkedOut } from "./worked-out.ts";

/** An expression worked out, under the name of what it is where it has one. */
export const showWorked = (
  goal: Tree,
  { expression }: Converted,
  style: NumberStyle,
  withSteps: boolean,
): Reply => {
  const working = work(expression, style.notation);
  const named = nameOf(goal);
  const { title, meaning } = named === undefined ? unnamed : namedResults[named];
  return showWorkedOut(
    title,
    { workings: [{ working }], value: working.value, meaning: [say(meaning)] },
    [],
    style,
    withSteps,
  );
};

const unnamed = {
  title: message("Result"),
  meaning: message("Each line works out what stands innermost in the line above."),
} as const;

/** Whether two sides are equal, with the working of the first. */
export const showCheckedRelation = (
  goal: TreeOf<"relation">,
  left: Converted,
  right: Converted,
  style: NumberStyle,
  withSteps: boolean,
): Reply => {
  const worked = showWorked(goal.parts[0]!, left, style, withSteps);
  const verdict = verdictOn(goal, left.value, right.value);
  const shown = (value: Value): string =>
    isVector(value)
      ? showVector(vectorOf(value, style.notation), style).plain
      : showScalar(value, style).plain;
  return {
    ...worked,
    title: say(verdictTitles[verdict]),
    blocks: [
      paragraph(
        verdict === "right"
          ? say("It comes to {value}.", { value: shown(left.value) })
          : say("It comes to {value}, not to {given}.", {
              value: shown(left.value),
              given: shown(right.value),
            }),
      ),
      ...worked.blocks,
    ],
  };
};

const verdictTitles = {
  right: message("Yes, that is right"),
  rounded: message("Yes, but for rounding"),
  wrong: message("No, that is not right"),
} as const;

const verdictOn = (goal: TreeOf<"relation">, a: Value, b: Value): keyof typeof verdictTitles => {
  const [xs, ys] = [componentsOf(a), componentsOf(b)];
  if (isVector(a) !== isVector(b) || xs.length !== ys.length) return "wrong";
  if (xs.every((x, i) => equals(x, ys[i]!))) return "right";
  const given = goal.parts[1];
  const typed = given?.kind === "vector" ? given.components : given === undefined ? [] : [given];
  return xs.every((x, i) => isRoundedTo(x, ys[i]!, typed[i])) ? "rounded" : "wrong";
};

const componentsOf = (value: Value): readonly Scalar[] => (isVector(value) ? value : [value]);

/** Whether a number is another one rounded to as many decimals as were typed. */
const isRoundedTo = (exact: Scalar, given: Scalar, typed: Tree | undefined): boolean => {
  if (equals(exact, given)) return true;
  if (isSymbolic(exact) || isSymbolic(given)) return false;
  const number = typed?.kind === "negation" ? typed.of : typed;
  if (number?.kind !== "number") return false;
  const [, decimals = ""] = /^\d*[.,](\d+)$/.exec(number.typed) ?? [];
  if (decimals === "") return false;
  return toReal(exact).toDecimalPlaces(decimals.length).equals(toReal(given));
};

/** What an operation that is no command of its own is called. */
const nameOf = (goal: Tree): NamedResult | undefined => {
  if (goal.kind === "binary")
    return goal.product === "matrix" || goal.product === "elementwise" ? goal.product : undefined;
  if (goal.kind !== "operation") return undefined;
  const { operation, qualifiers } = goal;
  const { measure, p, squared, temperature } = qualifiers;
  switch (operation) {
    case "distance":
    case "norm":
      if (squared === true)
        return measure === undefined && p === undefined ? `squared-${operation}` : undefined;
      if (p !== undefined) return `p-${operation}`;
      return measure === "manhattan" || measure === "chebyshev" ? `${measure}-${operation}` : undefined;
    case "softmax":
      return temperature === undefined ? undefined : "softmax";
    case "multiply":
      return "matrix";
    case "cosine-distance":
    case "elementwise":
    case "correlation":
    case "midpoint":
    case "mean":
    case "along":
    case "rejection":
    case "scalar-projection":
      return operation;
    default:
      return undefined;
  }
};

import { effortOf, effortOfDenominators, effortOfPower, pay } from "../../math/effort.ts";
import { isVector } from "../../math/expression/value.ts";
import { isLetter } from "../../math/read-number.ts";
import { letter, pi, rational, type Scalar } from "../../math/scalar.ts";
import { divide, multiply } from "../../math/scalar-arithmetic.ts";
import type { Tree, TreeOf } from "../tree.ts";
import { convertBinary } from "./binary.ts";
import { type Conversion, type Converted, made, ofScalar, ofVector, refuse } from "./conversion.ts";
import { convertOperation } from "./operations.ts";

/** A tree as an expression with its value; undefined, with the fault noted, where it has none. */
export const convert = (c: Conversion, tree: Tree): Converted | undefined => {
  switch (tree.kind) {
    case "number":
      return paid(c, tree, tree.value, tree.written === "fraction");
    case "pi":
      return ofScalar(pi);
    case "name":
      return convertName(c, tree);
    case "vector":
      return convertVector(c, tree);
    case "group":
      return convert(c, tree.of);
    case "negation":
      return convertNegation(c, tree);
    case "binary":
      return convertBinary(c, tree);
    case "operation":
      return convertOperation(c, tree);
    case "angle":
      return convertAngle(c, tree);
    case "transposed":
      // A column and a row of the same components are the same vector here.
      return tree.of.kind === "matrix" ? refuse(c, tree, "operation-not-offered") : convert(c, tree.of);
    case "matrix":
      return refuse(c, tree, "matrix-does-not-fit");
    case "infinity":
      return refuse(c, tree, "number-expected");
    case "axis":
    case "relation":
      return refuse(c, tree, "misplaced-sign");
  }
};

/** A number that what is worked out of it is paid for. */
const paid = (c: Conversion, tree: Tree, value: Scalar, isFraction: boolean): Converted | undefined => {
  const price = effortOf(value) + (isFraction ? effortOfDenominators(c.effort, value) : 0);
  return pay(c.effort, price) ? ofScalar(value) : refuse(c, tree, "too-laborious");
};

const convertName = (c: Conversion, tree: TreeOf<"name">): Converted | undefined => {
  const known = c.named.get(tree.name);
  if (known !== undefined) return known;
  const means = Object.hasOwn(c.names, tree.name) ? c.names[tree.name] : undefined;
  if (means === undefined)
    return isLetter(tree.name) ? paid(c, tree, letter(tree.name), false) : refuse(c, tree, "unknown-word");
  const worth = convert(c, means);
  if (worth === undefined) return undefined;
  const converted: Converted = {
    expression: { kind: "name", name: tree.name, means: worth.expression },
    value: worth.value,
  };
  c.named.set(tree.name, converted);
  return converted;
};

/** Components are numbers; an expression among them is worked out at once. */
const convertVector = (c: Conversion, { components }: TreeOf<"vector">): Converted | undefined => {
  const values: Scalar[] = [];
  for (const component of components) {
    const value = componentOf(c, component);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return ofVector(values);
};

export const componentOf = (c: Conversion, tree: Tree): Scalar | undefined => {
  const converted = convert(c, tree);
  if (converted === undefined) return undefined;
  if (isVector(converted.value)) return refuse(c, tree, "number-expected");
  if (tree.kind === "number") return converted.value;
  const { value } = converted;
  return pay(c.effort, effortOfDenominators(c.effort, value)) ? value : refuse(c, tree, "too-laborious");
};

const convertNegation = (c: Conversion, tree: TreeOf<"negation">): Converted | undefined => {
  const of = convert(c, tree.of);
  if (of === undefined) return undefined;
  if (of.expression.kind === "number" && !isVector(of.value))
    return ofScalar(multiply(rational(-1), of.value));
  return made(c, tree, { kind: "negative", of: of.expression }, [of]);
};

/** An angle is worth its radians, and is shown as it was typed. */
const convertAngle = (c: Conversion, tree: TreeOf<"angle">): Converted | undefined => {
  const shown = componentOf(c, tree.of);
  if (shown === undefined) return undefined;
  if (!pay(c.effort, effortOfPower)) return refuse(c, tree, "too-laborious");
  const radians = tree.unit === "radians" ? shown : multiply(shown, divide(pi, rational(180)));
  return { expression: { kind: "angle", unit: tree.unit, shown, radians }, value: radians };
};

import { effortOfPower, pay } from "../../math/effort.ts";
import type { Expression } from "../../math/expression/expression.ts";
import { asVector } from "../../math/expression/value.ts";
import { asExpression, isSymbolic, rational, type Scalar, signOf, toFraction } from "../../math/scalar.ts";
import { divide, subtract } from "../../math/scalar-arithmetic.ts";
import type { TreeOf } from "../tree.ts";
import { type Conversion, type Converted, made, refuse } from "./conversion.ts";
import { componentOf } from "./convert.ts";

type Asked = TreeOf<"operation">;

/** The length of a vector by the measure that is asked for: the Euclidean norm where none is. */
export const normOf = (c: Conversion, tree: Asked, a: Converted): Converted | undefined => {
  const { measure, p, squared } = tree.qualifiers;
  const length = measured(c, tree, a, asVector(a.value).map(asExpression));
  if (length === undefined || squared !== true) return length;
  if (measure !== undefined || p !== undefined) return refuse(c, tree, "operation-not-offered");
  return made(c, tree, { kind: "square", of: length.expression }, [length]);
};

/** The length of the difference of two vectors. */
export const distanceOf = (c: Conversion, tree: Asked, a: Converted, b: Converted): Converted | undefined => {
  const difference = made(c, tree, { kind: "difference", left: a.expression, right: b.expression }, [a, b]);
  if (difference === undefined) return undefined;
  const [xs, ys] = [asVector(a.value), asVector(b.value)];
  const differences = xs.map(
    (x, i): Expression => ({
      kind: "difference",
      left: asExpression(x),
      right: asExpression(ys[i]!),
    }),
  );
  const length = measured(c, tree, difference, differences);
  if (length === undefined || tree.qualifiers.squared !== true) return length;
  return made(c, tree, { kind: "square", of: length.expression }, [length]);
};

const measured = (
  c: Conversion,
  tree: Asked,
  of: Converted,
  components: readonly Expression[],
): Converted | undefined => {
  const { measure = "euclidean", p } = tree.qualifiers;
  const isInfinite = p?.kind === "infinity";
  const power = p === undefined || isInfinite ? undefined : componentOf(c, p);
  if (c.fault !== undefined) return undefined;
  const isTwo = power === undefined ? measure === "euclidean" : isWorth(power, 2);
  if (isTwo && !isInfinite) return made(c, tree, { kind: "norm", of: of.expression }, [of]);
  if (asVector(of.value).some(isSymbolic)) return refuse(c, tree, "not-allowed");
  const sizes = components.map((each): Expression => ({ kind: "absolute", of: each }));
  if (isInfinite || (power === undefined && measure === "chebyshev"))
    return made(c, tree, { kind: "maximum", items: sizes }, []);
  if (power === undefined ? measure === "manhattan" : isWorth(power, 1))
    return made(c, tree, { kind: "sum", terms: sizes }, []);
  return power === undefined ? refuse(c, tree, "wrong-number-of-operands") : rooted(c, tree, sizes, power);
};

const isWorth = (a: Scalar, n: number): boolean => toFraction(a)?.equals(n) === true;

/** (|a₁|^p + … + |aₙ|^p)^(1/p) for a p of at least 1. */
const rooted = (
  c: Conversion,
  tree: Asked,
  sizes: readonly Expression[],
  p: Scalar,
): Converted | undefined => {
  if (
    isSymbolic(p) ||
    signOf(subtract(p, rational(1))) < 0 ||
    signOf(subtract(p, rational(largestPower))) > 0
  )
    return refuse(c, tree.qualifiers.p!, "exponent-too-large");
  if (!pay(c.effort, effortOfPower * (sizes.length + 1))) return refuse(c, tree, "too-laborious");
  const raised = (left: Expression, exponent: Scalar): Expression => ({
    kind: "power",
    left,
    right: asExpression(exponent),
  });
  const terms = sizes.map((size) => raised(size, p));
  return made(c, tree, raised({ kind: "sum", terms }, divide(rational(1), p)), []);
};

/** Powers beyond this are out of reach of what is worked out. */
const largestPower = 100;

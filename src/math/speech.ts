import { type Expression, evaluateScalar, type FunctionName } from "./expression.ts";
import { defaultStyle, type NumberStyle, type SignedTerm, signedTerms } from "./number-text.ts";
import { asExpression, isSymbolic, type Numeric, signOf } from "./scalar.ts";

/** The formula in words, as one reads it aloud: "the vector 2, 3, 4 dot the vector 1, 0, 2". */
export const toSpeech = (e: Expression, style: NumberStyle = defaultStyle): string => {
  const say = (part: Expression): string => toSpeech(part, style);
  switch (e.kind) {
    case "number":
      return sayNumber(e.value, style);
    case "name":
      return sayName(e.name);
    case "vector":
      return `the vector ${e.components.map(say).join(", ")}`;
    case "sum":
      return e.terms.map(say).join(" plus ");
    case "difference":
      return `${say(e.left)} minus ${group(e.right, say)}`;
    case "product":
      return e.factors.map((f) => (isNegative(f) ? say(f) : group(f, say))).join(" times ");
    case "quotient":
      return `${group(e.numerator, say)} divided by ${group(e.denominator, say)}`;
    case "dot":
      return `${say(e.left)} dot ${say(e.right)}`;
    case "norm":
      return `the norm of ${group(e.of, say)}`;
    case "root":
      return `the square root of ${group(e.of, say)}`;
    case "square":
      return `${group(e.of, say)} squared`;
    case "apply":
      return `the ${functionNames[e.function]} of ${group(e.of, say)}`;
    case "angle":
      return `${say(asExpression(e.shown))} ${e.unit}`;
    case "folded":
      return e.of === "components"
        ? `${e.items.length} more components`
        : `${e.items.length} more terms, together ${say(asExpression(evaluateScalar(e)))}`;
  }
};

const letters: Readonly<Record<string, string>> = { θ: "theta", α: "alpha", β: "beta", ᵀ: " transposed" };

const sayName = (name: string): string =>
  name.replace(/‖(.+)‖/, "the norm of $1").replace(/[θαβᵀ]/g, (sign) => letters[sign]!);

/** Brackets cannot be heard: "the quantity …, end quantity" marks where a compound part begins and ends. */
const group = (e: Expression, say: (e: Expression) => string): string =>
  compound.has(e.kind) || isNegative(e) ? `the quantity ${say(e)}, end quantity` : say(e);

const isNegative = (e: Expression): boolean =>
  e.kind === "number" && !isSymbolic(e.value) && signOf(e.value) < 0;

const compound: ReadonlySet<Expression["kind"]> = new Set([
  "sum",
  "difference",
  "product",
  "quotient",
  "dot",
]);

const functionNames: Readonly<Record<FunctionName, string>> = {
  exp: "exponential",
  cos: "cosine",
  sin: "sine",
  arccos: "arc cosine",
  softmax: "softmax",
};

const sayNumber = (value: Numeric, style: NumberStyle): string =>
  signedTerms(value, style)
    .map((t, i) => (i === 0 ? (t.negative ? "minus " : "") : t.negative ? " minus " : " plus ") + sayTerm(t))
    .join("");

const sayTerm = ({ numerator, denominator, root, letters }: SignedTerm): string => {
  const rootWords = root === undefined ? "" : `the square root of ${root.of}`;
  const above = [
    numerator.replace(/e(-?\d+)$/, " times 10 to the power $1"),
    root?.below ? "" : rootWords,
    ...letters,
  ];
  const below = [denominator ?? "", root?.below ? rootWords : ""];
  const join = (parts: readonly string[]) => parts.filter((part) => part !== "").join(" times ");
  return join(below) === "" ? join(above) : `${join(above)} over ${join(below)}`;
};

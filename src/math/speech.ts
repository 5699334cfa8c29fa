import { message, say } from "../say.ts";
import type { AngleUnit, Expression, FunctionName } from "./expression.ts";
import { defaultStyle, type NumberStyle, type SignedTerm, separatorOf, signedTerms } from "./number-text.ts";
import { asExpression, isSymbolic, type Numeric, signOf } from "./scalar.ts";

/** The formula in words, as one reads it aloud: "the vector 2, 3, 4 dot the vector 1, 0, 2". */
export const toSpeech = (e: Expression, style: NumberStyle = defaultStyle): string => {
  const read = (part: Expression): string => toSpeech(part, style);
  switch (e.kind) {
    case "number":
      return sayNumber(e.value, style);
    case "name":
      return sayName(e.name);
    case "vector":
      return say("the vector {components}", { components: e.components.map(read).join(separatorOf(style)) });
    case "sum":
      return e.terms.map(read).join(say(" plus "));
    case "difference":
      return say("{left} minus {right}", { left: read(e.left), right: group(e.right, read) });
    case "product":
      return e.factors.map((f) => (isNegative(f) ? read(f) : group(f, read))).join(say(" times "));
    case "quotient":
      return say("{numerator} divided by {denominator}", {
        numerator: group(e.numerator, read),
        denominator: group(e.denominator, read),
      });
    case "dot":
      return say("{left} dot {right}", { left: read(e.left), right: read(e.right) });
    case "norm":
      return say("the norm of {inner}", { inner: group(e.of, read) });
    case "root":
      return say("the square root of {inner}", { inner: group(e.of, read) });
    case "square":
      return say("{inner} squared", { inner: group(e.of, read) });
    case "apply":
      return say("the {name} of {inner}", { name: say(functionNames[e.function]), inner: group(e.of, read) });
    case "angle":
      return `${read(asExpression(e.shown))} ${say(units[e.unit])}`;
    case "folded":
      return e.of === "components"
        ? say("{count} more components", { count: e.items.length })
        : say("{count} more terms, together {sum}", {
            count: e.count,
            sum: read(asExpression(e.total())),
          });
  }
};

const units: Readonly<Record<AngleUnit, string>> = {
  degrees: message("degrees"),
  radians: message("radians"),
};

const letters: Readonly<Record<string, string>> = {
  θ: "theta",
  α: "alpha",
  β: "beta",
  ᵀ: message(" transposed"),
};

const sayName = (name: string): string =>
  name
    .replace(/‖(.+)‖/, (_, inner: string) => say("the norm of {inner}", { inner }))
    .replace(/[θαβᵀ]/g, (sign) => say(letters[sign]!));

/** Brackets cannot be heard: "the quantity …, end quantity" marks where a compound part begins and ends. */
const group = (e: Expression, read: (e: Expression) => string): string =>
  compound.has(e.kind) || isNegative(e)
    ? say("the quantity {inner}, end quantity", { inner: read(e) })
    : read(e);

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
  exp: message("exponential"),
  cos: message("cosine"),
  sin: message("sine"),
  arccos: message("arc cosine"),
  softmax: message("softmax"),
};

const sayNumber = (value: Numeric, style: NumberStyle): string =>
  signedTerms(value, style)
    .map(
      (t, i) =>
        (i === 0 ? (t.negative ? say("minus ") : "") : t.negative ? say(" minus ") : say(" plus ")) +
        sayTerm(t),
    )
    .join("");

const sayTerm = ({ numerator, denominator, root, letters }: SignedTerm): string => {
  const rootWords = root === undefined ? "" : say("the square root of {inner}", { inner: root.of });
  const above = [
    numerator.replace(/e(-?\d+)$/, (_, power: string) => say(" times 10 to the power {power}", { power })),
    root?.below ? "" : rootWords,
    ...letters,
  ];
  const below = [denominator ?? "", root?.below ? rootWords : ""];
  const join = (parts: readonly string[]) => parts.filter((part) => part !== "").join(say(" times "));
  return join(below) === ""
    ? join(above)
    : say("{above} over {below}", { above: join(above), below: join(below) });
};

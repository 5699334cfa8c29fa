import { type Expression, type FunctionName, isNumeral } from "./expression.ts";
import { defaultStyle, type NumberStyle, type SignedTerm, separatorOf, signedTerms } from "./number-text.ts";
import { asExpression, type Numeric } from "./scalar.ts";

/** A printed part, and whether it must be bracketed as a factor, or anywhere but at the head of a sum. */
interface Printed {
  readonly tex: string;
  readonly loose?: "sum" | "negative";
}

/** TeX for MathJax and MathML converters: fractions, roots, norms and vectors typeset; letters of a vector plain. */
export const toTex = (e: Expression, style: NumberStyle = defaultStyle): string => print(e, style).tex;

/** What is taller than a line, so that brackets around it grow. */
const isTall = (tex: string): boolean => /\\(?:frac|sqrt)/.test(tex);

const isFraction = (tex: string): boolean => tex.startsWith("\\frac");

const bracketed = (tex: string): string => (isTall(tex) ? `\\left(${tex}\\right)` : `(${tex})`);

/** A vector brings its own brackets. */
const inBrackets = ({ kind }: Expression, tex: string): string => (kind === "vector" ? tex : bracketed(tex));

const normed = (tex: string): string =>
  isTall(tex) ? `\\left\\lVert ${tex} \\right\\rVert` : `\\lVert ${tex} \\rVert`;

const asFactor = ({ tex, loose }: Printed): string => (loose === undefined ? tex : bracketed(tex));

const asTerm = ({ tex, loose }: Printed): string => (loose === "negative" ? bracketed(tex) : tex);

const print = (e: Expression, style: NumberStyle): Printed => {
  const inner = (part: Expression): Printed => print(part, style);
  switch (e.kind) {
    case "number":
      return printNumber(e.value, style);
    case "name":
      return { tex: e.name.replace("ᵀ", "^{\\top}") };
    case "vector":
      return { tex: bracketed(e.components.map((c) => inner(c).tex).join(separatorOf(style))) };
    case "sum":
      return {
        tex: e.terms.map((t, i) => (i === 0 ? inner(t).tex : asTerm(inner(t)))).join(" + "),
        ...(e.terms.length > 1 ? { loose: "sum" as const } : {}),
      };
    case "difference":
      return { tex: `${inner(e.left).tex} - ${asFactor(inner(e.right))}`, loose: "sum" };
    case "product":
      return {
        tex: e.factors
          .map((f) => (f.kind === "dot" ? bracketed(inner(f).tex) : asFactor(inner(f))))
          .join(e.factors.every(isNumeral) ? " \\times " : " \\cdot "),
      };
    case "quotient":
      return { tex: `\\frac{${inner(e.numerator).tex}}{${inner(e.denominator).tex}}` };
    case "dot":
      return { tex: `${asFactor(inner(e.left))} \\cdot ${asFactor(inner(e.right))}` };
    case "norm":
      return { tex: normed(inner(e.of).tex) };
    case "root":
      return { tex: `\\sqrt{${inner(e.of).tex}}` };
    case "square":
      return {
        tex: `${holdsTogether.has(e.of.kind) && !isFraction(inner(e.of).tex) ? asFactor(inner(e.of)) : bracketed(inner(e.of).tex)}^{2}`,
      };
    case "apply":
      return { tex: `${functionNames[e.function]}${inBrackets(e.of, inner(e.of).tex)}` };
    case "angle": {
      const shown = inner(asExpression(e.shown)).tex;
      return { tex: e.unit === "degrees" ? `${shown}^{\\circ}` : `${shown}\\,\\mathrm{rad}` };
    }
    case "folded":
      return {
        tex:
          e.of === "components"
            ? `\\cdots\\,\\text{${e.items.length} more}\\,\\cdots`
            : `[\\text{${e.count} more terms, together }${toTex(asExpression(e.total()), style)}]`,
      };
  }
};

/** What may be squared without brackets, unless it is loose. */
const holdsTogether: ReadonlySet<Expression["kind"]> = new Set([
  "number",
  "name",
  "norm",
  "vector",
  "sum",
  "difference",
]);

const functionNames: Readonly<Record<FunctionName, string>> = {
  exp: "\\exp",
  cos: "\\cos",
  sin: "\\sin",
  arccos: "\\arccos",
  softmax: "\\operatorname{softmax}",
};

const printNumber = (value: Numeric, style: NumberStyle): Printed => {
  const terms = signedTerms(value, style);
  const text = terms
    .map((t, i) => (i === 0 ? (t.negative ? "-" : "") : t.negative ? " - " : " + ") + unsigned(t))
    .join("");
  if (terms.length > 1) return { tex: text, loose: "sum" };
  return { tex: text, ...(terms[0]?.negative ? { loose: "negative" as const } : {}) };
};

const unsigned = ({ numerator, denominator, root, letters }: SignedTerm): string => {
  const power = (name: string) => {
    const count = letters.filter((other) => other === name).length;
    return count === 1 ? name : `${name}^{${count}}`;
  };
  const above = [
    numerator.replace(",", "{,}").replace(/e(-?\d+)$/, " \\times 10^{$1}"),
    root === undefined || root.below ? "" : `\\sqrt{${root.of.replace(",", "{,}")}}`,
    [...new Set(letters)].map(power).join(" "),
  ].join("");
  const below = `${denominator ?? ""}${root?.below ? `\\sqrt{${root.of}}` : ""}`;
  return below === "" ? above : `\\frac{${above}}{${below}}`;
};

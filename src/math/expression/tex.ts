import type { NumberStyle } from "../number-text.ts";
import type { Expression } from "./expression.ts";
import { setBy } from "./set.ts";
import type { Sign, Typesetter } from "./typesetter.ts";

/** TeX for MathJax: fractions, roots, norms and vectors typeset; letters of a vector plain. */
export const toTex = (e: Expression, style?: NumberStyle): string => setBy(tex, e, style);

const signs: Readonly<Record<Sign, string>> = {
  "+": " + ",
  "−": " - ",
  "×": " \\times ",
  "·": " \\cdot ",
  "=": " = ",
};

const functions: Readonly<Record<string, string>> = {
  exp: "\\exp",
  cos: "\\cos",
  sin: "\\sin",
  arccos: "\\arccos",
  max: "\\max",
};

const tex: Typesetter = {
  number: (digits) => digits.replace(",", "{,}").replace(/e(-?\d+)$/, " \\times 10^{$1}"),
  name: (name) => name.replace("ᵀ", "^{\\top}"),
  functionName: (name) => functions[name] ?? `\\operatorname{${name}}`,
  words: (words) => (words === "" ? "" : `\\text{${words}}`),
  sign: (sign) => signs[sign],
  minus: "-",
  ellipsis: "\\cdots",
  letters: (powers) => powers.join(" "),
  row: (parts) => parts.join(""),
  list: (items, separator) => items.join(separator),
  fraction: (above, below) => `\\frac{${above}}{${below}}`,
  root: (of) => `\\sqrt{${of}}`,
  power: (base, exponent) => `${base}^{${exponent}}`,
  degrees: (digits) => `${digits}^{\\circ}`,
  radians: (digits) => `${digits}\\,\\mathrm{rad}`,
  bracketed: (inner, isTall) => (isTall ? `\\left(${inner}\\right)` : `(${inner})`),
  squareBracketed: (inner) => `[${inner}]`,
  barred: (inner, isTall) => (isTall ? `\\left\\lvert ${inner} \\right\\rvert` : `\\lvert ${inner} \\rvert`),
  normed: (inner, isTall) => (isTall ? `\\left\\lVert ${inner} \\right\\rVert` : `\\lVert ${inner} \\rVert`),
};

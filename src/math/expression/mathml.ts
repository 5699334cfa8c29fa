import type { NumberStyle } from "../number-text.ts";
import type { Expression } from "./expression.ts";
import { setBy } from "./set.ts";
import type { Typesetter } from "./typesetter.ts";

/** What stands within <math>: presentation MathML Core, without attributes of style. */
export const toMathMl = (e: Expression, style?: NumberStyle): string => setBy(mathMl, e, style);

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

const encode = (text: string): string => text.replace(/[&<>]/g, (sign) => entities[sign]!);

const row = (inner: string): string => `<mrow>${inner}</mrow>`;

const operator = (sign: string): string => `<mo>${encode(sign)}</mo>`;

const between = (open: string, inner: string, close: string, isTall: boolean): string => {
  const fence = (sign: string) => `<mo stretchy="${isTall}">${sign}</mo>`;
  return row(`${fence(open)}${inner}${fence(close)}`);
};

/** A sign between two formulas: =, ≈. */
export const mathMlRelation = operator;

/** A name by itself. */
export const mathMlName = (name: string): string => {
  const [, bare = name, raised] = /^(.+)(ᵀ)$/u.exec(name) ?? [];
  const [, letter = bare, index] = /^(.+?)([₀-₉]+)$/u.exec(bare) ?? [];
  const subscript = index?.replace(/./gu, (digit) => String("₀₁₂₃₄₅₆₇₈₉".indexOf(digit)));
  const base =
    subscript === undefined ? letterOf(letter) : `<msub>${letterOf(letter)}<mn>${subscript}</mn></msub>`;
  return raised === undefined ? base : `<msup>${base}<mo>⊤</mo></msup>`;
};

/** ‖a‖ is a name with signs around it. */
const letterOf = (name: string): string => {
  const [, inner] = /^‖(.+)‖$/u.exec(name) ?? [];
  return inner === undefined ? `<mi>${encode(name)}</mi>` : between("‖", mathMlName(inner), "‖", false);
};

const mathMl: Typesetter = {
  number: (digits) => {
    const [, mantissa = digits, exponent] = /^(.*)e(-?\d+)$/.exec(digits) ?? [];
    if (exponent === undefined) return `<mn>${mantissa}</mn>`;
    const power = exponent.startsWith("-")
      ? row(`<mo>−</mo><mn>${exponent.slice(1)}</mn>`)
      : `<mn>${exponent}</mn>`;
    return row(`<mn>${mantissa}</mn><mo>×</mo><msup><mn>10</mn>${power}</msup>`);
  },
  name: mathMlName,
  functionName: (name) => `<mi>${name}</mi><mo>&#8289;</mo>`,
  words: (words) => (words === "" ? "" : `<mtext>${encode(words).replace(/^ | $/g, "\u00a0")}</mtext>`),
  sign: operator,
  minus: `<mo form="prefix">−</mo>`,
  ellipsis: "<mo>⋯</mo>",
  letters: (powers) => powers.join("<mo>&#8290;</mo>"),
  row: (parts) => (parts.length === 1 ? parts[0]! : row(parts.join(""))),
  list: (items, separator) => items.join(`<mo separator="true">${separator.trim()}</mo>`),
  fraction: (above, below) => `<mfrac>${row(above)}${row(below)}</mfrac>`,
  root: (of) => `<msqrt>${of}</msqrt>`,
  power: (base, exponent) => `<msup>${row(base)}${row(exponent)}</msup>`,
  degrees: (digits) => row(`${digits}<mi>°</mi>`),
  radians: (digits) => row(`${digits}<mspace width="0.2em"/><mi>rad</mi>`),
  bracketed: (inner, isTall) => between("(", inner, ")", isTall),
  squareBracketed: (inner) => between("[", inner, "]", false),
  normed: (inner, isTall) => between("‖", inner, "‖", isTall),
  barred: (inner, isTall) => between("|", inner, "|", isTall),
};

import { currentLanguage, inLanguage } from "../language.ts";
import type { Expression } from "../math/expression/expression.ts";
import { mathMlName, toMathMl } from "../math/expression/mathml.ts";
import { toPlain } from "../math/expression/plain.ts";
import { toSpeech } from "../math/expression/speech.ts";
import { toTex } from "../math/expression/tex.ts";
import { defaultStyle, type NumberStyle, toDecimalText, wantsDecimal } from "../math/number-text.ts";
import { Rough } from "../math/real.ts";
import { approximate, asExpression, isSymbolic, type Numeric, type Scalar, toReal } from "../math/scalar.ts";
import type { Vector } from "../math/vector.ts";
import { vectorExpression } from "../math/working.ts";
import { usualStyle } from "../number-style.ts";
import type { Computed, Formula } from "../reply/reply.ts";
import { fold } from "./fold.ts";

/** One tree in its three spellings; long vectors and sums are folded. */
export const showFormula = (e: Expression, style: NumberStyle): Formula => {
  const folded = fold(e);
  const language = currentLanguage();
  return {
    plain: toPlain(folded, style),
    // Most platforms show only the plain spelling.
    get tex() {
      return toTex(folded, style);
    },
    get mathMl() {
      return toMathMl(folded, style);
    },
    get spoken() {
      return inLanguage(language, () => toSpeech(folded, style));
    },
  };
};

/** A name by itself. */
export const letterFormula = (name: string): Formula => ({
  plain: name,
  tex: name,
  mathMl: mathMlName(name),
  spoken: name,
});

export const showScalar = (value: Scalar, style: NumberStyle): Formula =>
  showFormula(asExpression(value), style);

/** A number rounded to a decimal: what stands behind ≈, or the number itself when nothing is lost. */
export const showDecimal = (value: Numeric, style: NumberStyle): Formula =>
  showScalar(approximate(toReal(value, Rough)), style);

export const showVector = (a: Vector, style: NumberStyle): Formula =>
  showFormula(vectorExpression(a.components), { ...style, notation: a.notation });

/** The style for an answer about these vectors: decimals when all were written as decimals. */
export const styleFor = (vectors: readonly Vector[], digits: number): NumberStyle => ({
  ...usualStyle(),
  digits,
  notation: vectors.every(({ notation }) => notation === "decimal") ? "decimal" : "fraction",
});

/** Exact forms longer than this are shown as decimals where there is little room. */
const longestExact = 40;

/** A value on one short line: `10/√145 ≈ 0.8305`, `8`, `(2/√5, 1/√5)`; undefined when it would be long. */
export const showShort = (value: Scalar | Vector, style: NumberStyle): string | undefined => {
  const { plain } = "components" in value ? showVector(value, style) : showScalar(value, style);
  if ("components" in value) {
    const rounded = value.components.some((c) => c.kind === "approximate");
    return plain.length > longestExact ? undefined : `${rounded ? "≈ " : ""}${plain}`;
  }
  const decimal = decimalOf(value, style);
  if (decimal === undefined) return plain.length > longestExact ? undefined : plain;
  return plain.length > longestExact || value.kind === "approximate"
    ? `≈ ${decimal}`
    : `${plain} ≈ ${decimal}`;
};

/** The rounded decimal of a number that is not a short decimal already. */
const decimalOf = (value: Scalar, style: NumberStyle): string | undefined => {
  if (value.kind === "symbolic" || isSymbolic(value)) return undefined;
  if (value.kind === "exact" && !wantsDecimal(value, style.notation)) return undefined;
  return toDecimalText(value, style);
};

/** The vectors as they were read, and the value, for programs; most answers are read by people, and these never. */
export const computed = (vectors: readonly Vector[], value?: Scalar | Vector, digits = 15): Computed => {
  const read = {
    get vectors() {
      return vectors.map((a) => toPlain(vectorExpression(a.components), { digits, notation: a.notation }));
    },
  };
  if (value === undefined) return read;
  const style = { ...defaultStyle, digits };
  if ("components" in value)
    return adding(read, {
      get exact() {
        return toPlain(vectorExpression(value.components), style);
      },
    });
  const exact = adding(read, {
    get exact() {
      return toPlain(asExpression(value), style);
    },
  });
  return value.kind === "symbolic" || isSymbolic(value)
    ? exact
    : adding(exact, {
        get decimal() {
          return toDecimalText(value, { digits });
        },
      });
};

/** Getters stay getters, which spreading would ask. */
const adding = <A extends object, B extends object>(a: A, b: B): A & B =>
  Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(a), ...Object.getOwnPropertyDescriptors(b) },
  ) as A & B;

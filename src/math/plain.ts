import { say } from "../say.ts";
import { type AngleUnit, type Expression, type FunctionName, isNumeral } from "./expression.ts";
import {
  defaultStyle,
  type NumberStyle,
  type SignedTerm,
  separatorOf,
  signedTerms,
  usualStyle,
} from "./number-text.ts";
import { asExpression, type Numeric } from "./scalar.ts";
import type { Vector } from "./vector.ts";

/** A printed part, and how tightly it holds together: what is looser than its surroundings is bracketed. */
interface Printed {
  readonly text: string;
  readonly tightness: number;
}

const tightness = { sum: 1, negative: 2, quotient: 3, product: 4, atom: 5 } as const;

/** Plain text in the usual signs: (2, 3, 4)·(1, 0, 2), 2×1 + 3×0, 10/√145, ‖a‖. Negatives are bracketed. */
export const toPlain = (e: Expression, style: NumberStyle = defaultStyle): string => print(e, style).text;

/** One number: −1/2, 2√5, 0.8305. */
export const numberToPlain = (value: Numeric, style: NumberStyle = defaultStyle): string =>
  printNumber(value, style).text;

/** A vector as it may be typed back: (2, −1/2, √2). */
export const vectorToPlain = (
  a: Vector,
  style: NumberStyle = { ...usualStyle(), digits: 64, notation: a.notation },
): string => `(${a.components.map((c) => toPlain(asExpression(c), style)).join(separatorOf(style))})`;

const atom = (text: string): Printed => ({ text, tightness: tightness.atom });

const within = (least: number, { text, tightness }: Printed): string =>
  tightness < least ? `(${text})` : text;

const print = (e: Expression, style: NumberStyle): Printed => {
  switch (e.kind) {
    case "number":
      return printNumber(e.value, style);
    case "name":
      return atom(e.name);
    case "vector":
      return atom(`(${e.components.map((c) => print(c, style).text).join(separatorOf(style))})`);
    case "sum":
      return {
        text: e.terms.map((t, i) => within(leastIn(t, i), print(t, style))).join(" + "),
        tightness: e.terms.length === 1 ? tightness.quotient : tightness.sum,
      };
    case "difference":
      return {
        text: `${within(tightness.sum, print(e.left, style))} − ${within(tightness.quotient, print(e.right, style))}`,
        tightness: tightness.sum,
      };
    case "product":
      return printProduct(e.factors, style);
    case "quotient":
      return {
        text: `${within(tightness.product, print(e.numerator, style))}/${within(tightness.atom, print(e.denominator, style))}`,
        tightness: tightness.quotient,
      };
    case "dot":
      return {
        text: `${within(tightness.atom, print(e.left, style))}·${within(tightness.atom, print(e.right, style))}`,
        tightness: tightness.product,
      };
    case "norm":
      return atom(`‖${print(e.of, style).text}‖`);
    case "root":
      return atom(`√${within(tightness.atom, print(e.of, style))}`);
    case "square":
      return atom(`${within(tightness.atom, print(e.of, style))}²`);
    case "apply":
      return atom(`${functionNames[e.function]}${bracketed(print(e.of, style).text)}`);
    case "angle":
      return atom(`${print(asExpression(e.shown), style).text}${units[e.unit]}`);
    case "folded":
      return atom(
        e.of === "components"
          ? say("… {count, number} more …", { count: e.items.length })
          : say("[{count, number} more terms, together {sum}]", {
              count: e.count,
              sum: print(asExpression(e.total()), style).text,
            }),
      );
  }
};

/** How tightly a term of a sum must hold together: one that begins it may be a difference or a negative number. */
const leastIn = (term: Expression, position: number): number => {
  if (position > 0) return tightness.quotient;
  return term.kind === "difference" ? tightness.sum : tightness.negative;
};

const bracketed = (text: string): string => (/^\([^()]*\)$/.test(text) ? text : `(${text})`);

const functionNames: Readonly<Record<FunctionName, string>> = {
  exp: "exp",
  cos: "cos",
  sin: "sin",
  arccos: "arccos",
  softmax: "softmax",
};

const units: Readonly<Record<AngleUnit, string>> = { degrees: "°", radians: " rad" };

/** 2×1 between numbers, a·d where letters or vectors stand. */
const printProduct = (factors: readonly Expression[], style: NumberStyle): Printed => ({
  text: factors
    .map((f) => (f.kind === "dot" ? `(${print(f, style).text})` : within(tightness.product, print(f, style))))
    .join(factors.every(isNumeral) ? "×" : "·"),
  tightness: tightness.product,
});

const printNumber = (value: Numeric, style: NumberStyle): Printed => {
  const terms = signedTerms(value, style);
  const [first] = terms;
  if (terms.length === 1 && first !== undefined) return printTerm(first);
  return {
    text: terms
      .map((t, i) =>
        i === 0
          ? printTerm(t).text
          : `${t.negative ? "− " : "+ "}${printTerm({ ...t, negative: false }).text}`,
      )
      .join(" "),
    tightness: tightness.sum,
  };
};

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** a, a, b → a², b. */
const powersOf = (letters: readonly string[]): readonly string[] =>
  letters.length === 0
    ? letters
    : [...new Set(letters)].map((name) => {
        const power = letters.filter((other) => other === name).length;
        return power === 1
          ? name
          : name + [...String(power)].map((digit) => superscripts[Number(digit)]).join("");
      });

const printTerm = ({ negative, numerator, denominator, root, letters }: SignedTerm): Printed => {
  if (denominator === undefined && root === undefined && letters.length === 0)
    return negative ? { text: `−${numerator}`, tightness: tightness.negative } : atom(numerator);
  const above = [numerator, root === undefined || root.below ? "" : `√${root.of}`].join("");
  const top = [above, ...powersOf(letters)].filter((part) => part !== "").join("·");
  const under = [denominator ?? "", root?.below === true ? `√${root.of}` : ""].filter((part) => part !== "");
  const bottom = under.length > 1 ? `(${under.join("")})` : under.join("");
  const text = `${negative ? "−" : ""}${top}${bottom === "" ? "" : `/${bottom}`}`;
  if (negative) return { text, tightness: tightness.negative };
  if (bottom !== "") return { text, tightness: tightness.quotient };
  return {
    text,
    tightness:
      letters.length + (root === undefined ? 0 : 1) > 0 && top !== letters[0] && above !== `√${root?.of}`
        ? tightness.product
        : tightness.atom,
  };
};

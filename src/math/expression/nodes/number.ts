import { type SignedTerm, signedTerms } from "../../number-text.ts";
import type { Numeric } from "../../scalar.ts";
import { atom, leaf, type Node, type Plain, type Reader, tightness } from "../node.ts";
import type { Typesetter } from "../typesetter.ts";

/** One number, exact as far as it can be: −1/2, 2√5, 0.8305. */
export interface NumberNode {
  readonly kind: "number";
  readonly value: Numeric;
}

export const number: Node<NumberNode> = {
  ...leaf(),
  evaluate: ({ value }) => value,
  plain: ({ value }, { style }) => print(signedTerms(value, style)),
  set: ({ value }, { style, by }) => {
    const terms = signedTerms(value, style);
    const parts = terms.map((term) => setTerm(term, by));
    const isTall = terms.some(({ denominator, root }) => denominator !== undefined || root !== undefined);
    const markup = by.row(
      parts.flatMap((part, i) => {
        const isNegative = terms[i]!.negative;
        if (i === 0) return isNegative ? [by.minus, part] : [part];
        return [by.sign(isNegative ? "−" : "+"), part];
      }),
    );
    if (terms.length > 1) return { markup, isTall, loose: "sum" };
    const [only] = terms;
    if (only?.negative === true) return { markup, isTall, loose: "negative" };
    return { markup, isTall, isOpen: only !== undefined && (isFraction(only) || isProduct(only)) };
  },
  spoken: ({ value }, { style, say }) =>
    signedTerms(value, style)
      .map((term, i) => sayTerm(term, i, say))
      .join(""),
  isCompound: ({ value }, style) => {
    const terms = signedTerms(value, style);
    return terms.length > 1 || terms.some((term) => isFraction(term) || isProduct(term));
  },
};

const print = (terms: readonly SignedTerm[]): Plain => {
  const [first, ...rest] = terms;
  if (first !== undefined && rest.length === 0) return printTerm(first);
  const text = terms
    .map((term, i) => (i === 0 ? printTerm(term) : printTerm({ ...term, negative: false })).text)
    .map((text, i) => (i === 0 ? text : `${terms[i]!.negative ? "− " : "+ "}${text}`))
    .join(" ");
  return { text, tightness: tightness.sum };
};

const printTerm = ({ negative, numerator, denominator, root, letters }: SignedTerm): Plain => {
  if (denominator === undefined && root === undefined && letters.length === 0)
    return negative ? { text: `−${numerator}`, tightness: tightness.negative } : atom(numerator);
  const above = [numerator, root === undefined || root.below ? "" : `√${root.of}`].join("");
  const top = [above, ...powersOf(letters).map(([name, power]) => name + raised(power))]
    .filter((part) => part !== "")
    .join("·");
  const under = [denominator ?? "", root?.below === true ? `√${root.of}` : ""].filter((part) => part !== "");
  const bottom = under.length > 1 ? `(${under.join("")})` : under.join("");
  const text = `${negative ? "−" : ""}${top}${bottom === "" ? "" : `/${bottom}`}`;
  if (negative) return { text, tightness: tightness.negative };
  if (bottom !== "") return { text, tightness: tightness.quotient };
  const isOneSign = top === letters[0] || above === `√${root?.of}`;
  const isProduct = letters.length + (root === undefined ? 0 : 1) > 0 && !isOneSign;
  return { text, tightness: isProduct ? tightness.product : tightness.atom };
};

/** a, a, b as a to the power 2 and b to the power 1. */
const powersOf = (letters: readonly string[]): readonly (readonly [string, number])[] =>
  letters.length === 0
    ? []
    : [...new Set(letters)].map((name) => [name, letters.filter((other) => other === name).length]);

const raised = (power: number): string =>
  power === 1 ? "" : [...String(power)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");

const isProduct = ({ numerator, root, letters }: SignedTerm): boolean =>
  (numerator === "" ? 0 : 1) + (root === undefined ? 0 : 1) + letters.length > 1;

const isFraction = ({ denominator, root }: SignedTerm): boolean =>
  denominator !== undefined || root?.below === true;

const setTerm = (term: SignedTerm, by: Typesetter): string => {
  const { numerator, denominator, root, letters } = term;
  const above = [
    ...(numerator === "" ? [] : [by.number(numerator)]),
    ...(root === undefined || root.below ? [] : [by.root(by.number(root.of))]),
    ...setLetters(letters, by),
  ];
  if (!isFraction(term)) return by.row(above);
  const below = [
    ...(denominator === undefined ? [] : [by.number(denominator)]),
    ...(root?.below === true ? [by.root(by.number(root.of))] : []),
  ];
  return by.fraction(by.row(above), by.row(below));
};

const setLetters = (letters: readonly string[], by: Typesetter): readonly string[] => {
  const powers = powersOf(letters).map(([name, power]) =>
    power === 1 ? by.name(name) : by.power(by.name(name), by.number(String(power))),
  );
  return powers.length === 0 ? [] : [by.letters(powers)];
};

const sayTerm = (
  { negative, numerator, denominator, root, letters }: SignedTerm,
  position: number,
  say: Reader["say"],
): string => {
  const sign = position === 0 ? (negative ? say("minus ") : "") : say(negative ? " minus " : " plus ");
  const rootWords = root === undefined ? "" : say("the square root of {inner}", { inner: root.of });
  const above = [
    numerator.replace(/e(-?\d+)$/, (_, power: string) =>
      say(" times 10 to the power {power}", { power: power.replace("-", say("minus ")) }),
    ),
    root?.below === true ? "" : rootWords,
    ...letters,
  ];
  const below = [denominator ?? "", root?.below === true ? rootWords : ""].filter((part) => part !== "");
  const join = (parts: readonly string[]) => parts.filter((part) => part !== "").join(say(" times "));
  if (below.length === 0) return sign + join(above);
  const under =
    below.length === 1 ? join(below) : say("the quantity {inner}, end quantity", { inner: join(below) });
  return sign + say("{above} over {below}", { above: join(above), below: under });
};

import type { TokenKind } from "./token.ts";

/** A sign as it is read: of which kind, and which of its look-alikes it stands for. */
export interface ReadAs {
  readonly kind: TokenKind;
  readonly text: string;
}

/** Every sign that is known, by what it is read as. Look-alikes stand in one string. */
const known: readonly (readonly [TokenKind, string, string])[] = [
  ["operator", "+", "+＋﹢➕"],
  ["operator", "-", "-−–—‒‐‑﹣－➖"],
  ["operator", "*", "*∗＊﹡"],
  ["operator", "/", "/∕÷／➗⁄"],
  ["operator", "^", "^＾"],
  ["operator", "·", "·⋅∙•・●"],
  ["operator", "×", "×✕⨯✖✗"],
  ["operator", "@", "@＠"],
  ["operator", "∘", "∘⊙◦"],
  ["operator", "⊗", "⊗"],
  ["relation", "=", "=＝"],
  ["relation", "≈", "≈≅"],
  ["relation", "≤", "≤⩽"],
  ["relation", "≥", "≥⩾"],
  ["relation", "≠", "≠"],
  ["open", "(", "(（﹙"],
  ["close", ")", ")）﹚"],
  ["open", "[", "[【〔［"],
  ["close", "]", "]】〕］"],
  ["open", "{", "{｛﹛"],
  ["close", "}", "}｝﹜"],
  ["open", "⟨", "⟨〈《〈"],
  ["close", "⟩", "⟩〉》〉"],
  ["bar", "|", "|｜∣"],
  ["bar", "‖", "‖∥"],
  ["comma", ",", ",，、﹐"],
  ["semicolon", ";", ";；﹔"],
  ["colon", ":", ":：∶"],
  ["point", ".", ".．。"],
  ["question", "?", "?？"],
  ["question", "!", "!！"],
  ["courtesy", "¿", "¿¡"],
  ["root", "√", "√"],
  ["degree", "°", "°º"],
  ["percent", "%", "%％"],
  ["transpose", "ᵀ", "ᵀ⊤"],
  ["word", "∞", "∞"],
];

const table: ReadonlyMap<string, ReadAs> = new Map(
  known.flatMap(([kind, text, looks]) => [...looks].map((look) => [look, { kind, text }] as const)),
);

/** What a sign is read as; undefined where it is not known. */
export const signOf = (character: string): ReadAs | undefined => table.get(character);

/** Operators and relations of two and more characters, the longest first. */
export const longSigns: readonly (readonly [string, ReadAs])[] = (
  [
    ["%*%", "operator", "@"],
    ["%o%", "operator", "⊗"],
    ["<->", "unknown", "<->"],
    ["**", "operator", "^"],
    [".*", "operator", "∘"],
    ["./", "unknown", "./"],
    [".^", "unknown", ".^"],
    [".+", "operator", "+"],
    [".-", "operator", "-"],
    ["//", "unknown", "//"],
    ["++", "unknown", "++"],
    ["--", "unknown", "--"],
    ["==", "relation", "="],
    [":=", "relation", ":="],
    ["<-", "relation", ":="],
    ["<=", "relation", "≤"],
    [">=", "relation", "≥"],
    ["!=", "relation", "≠"],
    ["~=", "relation", "≈"],
    ["=>", "unknown", "=>"],
    ["->", "unknown", "->"],
    ["||", "bar", "‖"],
  ] as const
).map(([spelt, kind, text]) => [spelt, { kind, text }]);

/** Quotation marks, each with the kind it belongs to. */
export const quotes: ReadonlyMap<string, '"' | "'"> = new Map(
  (
    [
      ['"', '"“”„‟«»「」＂'],
      ["'", "'‘’‚＇"],
    ] as const
  ).flatMap(([kind, looks]) => [...looks].map((look) => [look, kind] as const)),
);

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Raised digits with their sign: ⁻³ is -3. */
export const raised = /[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/uy;

export const loweredFromRaised = (text: string): string =>
  text
    .replace("⁻", "-")
    .replace("⁺", "")
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/gu, (digit) => String(superscripts.indexOf(digit)));

/** ½ and its like, as numerator and denominator. */
export const vulgarFractions: Readonly<Record<string, readonly [bigint, bigint]>> = {
  "½": [1n, 2n],
  "⅓": [1n, 3n],
  "⅔": [2n, 3n],
  "¼": [1n, 4n],
  "¾": [3n, 4n],
  "⅕": [1n, 5n],
  "⅖": [2n, 5n],
  "⅗": [3n, 5n],
  "⅘": [4n, 5n],
  "⅙": [1n, 6n],
  "⅚": [5n, 6n],
  "⅐": [1n, 7n],
  "⅛": [1n, 8n],
  "⅜": [3n, 8n],
  "⅝": [5n, 8n],
  "⅞": [7n, 8n],
  "⅑": [1n, 9n],
  "⅒": [1n, 10n],
};

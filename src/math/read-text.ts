/** Signs that mean the same as a plain one, each list with the plain sign it is read as. */
const sameAs: readonly (readonly [RegExp, string])[] = [
  [/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, ""],
  [/\r\n?|[\u2028\u2029]/g, "\n"],
  [/[\t\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, " "],
  [/[−–—‒‐‑﹣－]/g, "-"],
  [/[＋﹢]/g, "+"],
  [/[，、﹐،]/g, ","],
  [/٫/g, "."],
  [/[；﹔]/g, ";"],
  [/[⟨〈‹《＜]/g, "<"],
  [/[⟩〉›》＞]/g, ">"],
  [/[⋅∙•・×✕⨯]/g, "·"],
  [/[⁄∕÷]/g, "/"],
  [/[【〔]/g, "["],
  [/[】〕]/g, "]"],
  [/‖/g, " "],
  [/√ +/g, "√"],
  [/(["'])([-+\d.,;/eE√ ]{1,400})\1/g, "($2)"],
  [/[“”„‟«»‘’‚「」"']/g, ""],
];

/** The zeros of other scripts, whose nine digits follow them. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];

const otherDigits = /[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0E50-\u0E59]/g;

const digitOf = (sign: string): string => {
  const code = sign.charCodeAt(0);
  return String(code - zeros.findLast((zero) => zero <= code)!);
};

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The exponent that a run of raised digits stands for: ⁻³ is ^-3. */
const exponentOf = (_: string, sign: string, digits: string): string =>
  `^${sign === "⁻" ? "-" : ""}${[...digits].map((digit) => superscripts.indexOf(digit)).join("")}`;

/** ½ and its like, as they are written out. */
const vulgarFractions: Readonly<Record<string, string>> = {
  "½": "1/2",
  "⅓": "1/3",
  "⅔": "2/3",
  "¼": "1/4",
  "¾": "3/4",
  "⅕": "1/5",
  "⅖": "2/5",
  "⅗": "3/5",
  "⅘": "4/5",
  "⅙": "1/6",
  "⅚": "5/6",
  "⅐": "1/7",
  "⅛": "1/8",
  "⅜": "3/8",
  "⅝": "5/8",
  "⅞": "7/8",
  "⅑": "1/9",
  "⅒": "1/10",
};

/** 1.5 × 10 to a power of ten stays one number, however it is spaced. */
const scientific = /(?<=\d) {0,2}(?:·|\*|\bx\b) {0,2}(?=10\^)/g;

/** What people really type, in plain signs: full-width forms, minus signs, odd spaces, quotes, raised digits, pi, ½. */
export const toPlainSigns = (text: string): string => {
  const narrow = text.replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const plain = sameAs.reduce((all, [pattern, sign]) => all.replace(pattern, sign), narrow);
  const joined = plain
    .replace(/(?<=\d)_(?=\d)/g, "")
    .replace(/[\u{1D400}-\u{1D7FF}]/gu, (sign) => sign.normalize("NFKC"))
    .replace(/(?<![\d.])(\d{1,40})\s?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])/g, (_, whole: string, part: string) => {
      const [above = "1", below = "1"] = vulgarFractions[part]!.split("/");
      return `${BigInt(whole) * BigInt(below) + BigInt(above)}/${below}`;
    });
  return joined
    .replace(/[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]/g, (sign) => vulgarFractions[sign]!)
    .replace(otherDigits, digitOf)
    .replace(/([⁻⁺]?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g, exponentOf)
    .replace(scientific, "*")
    .replace(/(?<![\p{L}_.])(?:(?:np|math|numpy|torch|Math)\.)?pi(?![\p{L}\p{N}_])/giu, "π");
};

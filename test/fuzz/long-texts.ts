import { mostText } from "../../src/math/read-vectors.ts";

/** As much as is read. */
export const whole = mostText;

const list = (count: number, item: (i: number) => string | number): string =>
  Array.from({ length: count }, (_, i) => item(i)).join(",");

/** Numbers as a model's embedding has them, in full precision. */
const embedding = (length: number): string => list(length, (i) => Math.sin(i + 1) / 20);

const twice = (text: string): string => `${text} ${text}`;

/** Vectors as long as any that are worked with, each by its name. */
export const longVectors: readonly (readonly [name: string, text: string])[] = [
  ["two embeddings", twice(embedding(3_072))],
  ["three embeddings", `${twice(embedding(3_072))} ${embedding(3_072)}`],
  ["one embedding", embedding(4_096)],
  ["lengths that do not fit", `${embedding(3_072)} ${embedding(3_071)}`],
  ["whole numbers", `${list(4_096, (i) => i % 7)} ${list(4_096, (i) => i % 5)}`],
  [
    "fractions",
    `${list(3_000, (i) => `${(i % 9) + 1}/${(i % 97) + 2}`)} ${list(3_000, (i) => `1/${(i % 89) + 2}`)}`,
  ],
  [
    "long fractions",
    `${list(2_500, (i) => `1/${10_007 + 2 * i}`)} ${list(2_500, (i) => `1/${20_011 + 2 * i}`)}`,
  ],
  ["large and small", `${list(3_000, (i) => `1e-${i % 400}`)} ${list(3_000, (i) => `1e${i % 400}`)}`],
  ["many digits", twice(list(240, (i) => `0.${"7".repeat(390)}${i}`))],
  ["roots", `${list(112, (i) => `√${i + 2}`)} ${list(112, (i) => `√${i + 3}`)}`],
  ["long roots", twice(list(20, (i) => `√${"9".repeat(190)}${i}`))],
  ["letters", `${list(112, (i) => `x${i}`)} ${list(112, (i) => `y${i}`)}`],
  ["powers of decimals", twice(list(20, (i) => `2^.${i + 1}`))],
  ["many vectors", Array.from({ length: 1_000 }, () => list(12, (i) => i)).join(" | ")],
  ["twelve vectors", Array.from({ length: 12 }, () => embedding(60)).join(" | ")],
];

/** Texts as long as any that is read, made so that a careless reader works at them for ever; each by its name. */
export const longTexts: readonly (readonly [name: string, text: string])[] = [
  ...[
    "(",
    "[",
    "<",
    ")",
    ",",
    ";",
    "|",
    " ",
    "\n",
    "1",
    "a",
    "i",
    ".",
    "√",
    "^",
    "-",
    "=",
    ":",
    "$",
    "`",
    "&",
    "½",
    "_",
    "·",
  ].map((sign): [string, string] => [sign, sign.repeat(whole)]),
  ...[
    "1,",
    "1 ",
    "a ",
    "(1)",
    "[1]",
    "()",
    "1e",
    "a=",
    "i+",
    "i+j+",
    "3i-2j ",
    "np.",
    "np.array(",
    "sqrt(",
    "\\frac{",
    "\\frac{1}{2}",
    "\\begin{pmatrix}",
    "\\\\",
    "1/",
    "1½",
    "a:1,",
    "c(",
    "1;2,",
    "1|",
    "(1,2)",
    ",a=",
    " and ",
    "- ",
    "1^",
    "a.a",
    "x_",
  ].map((piece): [string, string] => [piece, piece.repeat(whole / piece.length)]),
  ["brackets in brackets", "[".repeat(whole / 2) + "]".repeat(whole / 2)],
  ["a sum in brackets", `${"(1+".repeat(60)}1${")".repeat(60)},2`],
  ["a tower of powers", `${"2^".repeat(90)}2,1`],
  ["a product of sums", `${"(a+b)".repeat(38)},1`],
  ["a power of a sum", "(a+b+c+d)^8,(1+√2)^5000"],
  ["digits", `${"9".repeat(whole - 2)},1`],
  ["fractions with long denominators", Array.from({ length: 1500 }, (_, i) => `1/${10 ** 9 + i}`).join(",")],
  ["powers", Array.from({ length: 6000 }, (_, i) => `2^.${1000 + i}`).join(",")],
  ["vectors of powers", Array.from({ length: 6000 }, (_, i) => `(1,2^.${1000 + i})`).join(" ")],
  ["exponentials in one component", `${"exp(2)+".repeat(28)}1,1`],
  ["expressions", Array.from({ length: 900 }, (_, i) => `sqrt(${i})+${i}^2*(1+2)/3`).join(",")],
];

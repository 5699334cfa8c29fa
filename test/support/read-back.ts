import { parseHTML } from "linkedom";
import type { Formula } from "../../src/reply/reply.ts";

/** What a printed formula is worth: a number or the components of a vector. */
export type Worth = number | readonly number[];

/** A formula that is not read back: one in which something is folded. */
export class Unreadable extends Error {}

/** Values of letters, so that formulas with letters can be compared, too. */
const letterValues = (name: string): number =>
  name === "π" ? Math.PI : 1.1 + ([...name].reduce((sum, sign) => sum + sign.codePointAt(0)!, 0) % 97) / 31;

const functions: Readonly<Record<string, (of: Worth) => Worth>> = {
  exp: (of) => Math.exp(scalar(of)),
  cos: (of) => Math.cos(scalar(of)),
  sin: (of) => Math.sin(scalar(of)),
  // Near 1 a rounding in the last digit is a turn of 1e-8.
  arccos: (of) => Math.acos(Math.abs(Math.abs(scalar(of)) - 1) < 1e-12 ? Math.sign(scalar(of)) : scalar(of)),
  abs: (of) => Math.abs(scalar(of)),
  max: (of) => (typeof of === "number" ? of : Math.max(...of)),
  softmax: (of) => {
    const powers = vector(of).map((score) => Math.exp(score - Math.max(...vector(of))));
    return powers.map((power) => power / powers.reduce((a, b) => a + b));
  },
};

const scalar = (of: Worth): number => {
  if (typeof of !== "number") throw new Unreadable("A scalar is wanted");
  return of;
};

const vector = (of: Worth): readonly number[] => {
  if (typeof of === "number") throw new Unreadable("A vector is wanted");
  return of;
};

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, component, i) => sum + component * b[i]!, 0);

const add = (a: Worth, b: Worth): Worth =>
  typeof a === "number" ? a + scalar(b) : a.map((component, i) => component + vector(b)[i]!);

const scale = (factor: number, of: Worth): Worth =>
  typeof of === "number" ? factor * of : of.map((component) => factor * component);

/** `a·b` of two vectors, or a product with a scalar. */
const times = (a: Worth, b: Worth): Worth => {
  if (typeof a === "number") return scale(a, b);
  return typeof b === "number" ? scale(b, a) : dot(a, b);
};

const cross = (a: Worth, b: Worth): Worth => {
  if (typeof a === "number" || typeof b === "number") return times(a, b);
  const [x, y, z] = a as readonly [number, number, number];
  const [u, v, w] = b as readonly [number, number, number];
  return [y * w - z * v, z * u - x * w, x * v - y * u];
};

const token =
  /\s*(?:(\d+(?:\.\d+)?(?:e-?\d+)?)|(exp|cos|sin|arccos|softmax|max|abs|rad(?![\p{L}]))|([\p{L}][₀-₉]*ᵀ?)|([()[\],;+−×·/^√‖|°]))/uy;

const raised = /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g;

/** Reads the plain spelling. */
export const readPlain = (text: string, separator: "," | ";" = ","): Worth => {
  if (text.includes("…")) throw new Unreadable("Something is folded");
  const source = text
    .replace(/\[[^\]]*?(-?−?[\d.,/√]+)\]/g, "($1)")
    .replace(raised, (digits) => `^${[...digits].map((d) => "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(d)).join("")}`);
  token.lastIndex = 0;
  const tokens: string[] = [];
  while (token.lastIndex < source.trimEnd().length) {
    const at = token.lastIndex;
    const found = token.exec(source);
    if (found === null) throw new SyntaxError(`“${source.slice(at, at + 20)}” in “${text}”`);
    tokens.push(found[0].trim());
  }
  let next = 0;
  const take = (sign: string): boolean => tokens[next] === sign && ++next > 0;
  const must = (sign: string): void => {
    if (!take(sign))
      throw new SyntaxError(`“${sign}” was expected before “${tokens.slice(next).join(" ")}” in “${text}”`);
  };
  const sum = (): Worth => {
    let value = take("−") ? scale(-1, product()) : product();
    for (;;) {
      if (take("+")) value = add(value, product());
      else if (take("−")) value = add(value, scale(-1, product()));
      else return value;
    }
  };
  const product = (): Worth => {
    let value = power();
    for (;;) {
      if (take("·")) value = times(value, signed());
      else if (take("×")) value = cross(value, signed());
      else if (take("/")) value = scale(1 / scalar(power()), value);
      else if (/^[√\p{L}]/u.test(tokens[next] ?? "") && tokens[next] !== "rad") value = times(value, power());
      else return value;
    }
  };
  const signed = (): Worth => (take("−") ? scale(-1, power()) : power());
  const power = (): Worth => {
    let value = atom();
    for (;;) {
      if (take("^")) {
        const exponent = take("−") ? -scalar(atom()) : scalar(atom());
        value = exponent === 2 ? times(value, value) : scalar(value) ** exponent;
      } else if (take("°")) value = (scalar(value) * Math.PI) / 180;
      else if (take("rad")) continue;
      else return value;
    }
  };
  const atom = (): Worth => {
    if (take("(")) {
      const items = [sum()];
      while (take(separator)) items.push(sum());
      must(")");
      return items.length === 1 ? items[0]! : items.map(scalar);
    }
    if (take("√")) return Math.sqrt(scalar(power()));
    if (take("‖")) {
      const inner = vector(sum());
      must("‖");
      return Math.sqrt(dot(inner, inner));
    }
    if (take("|")) {
      const inner = scalar(sum());
      must("|");
      return Math.abs(inner);
    }
    const found = tokens[next++] ?? "";
    if (/^\d/.test(found)) return Number(found);
    if (Object.hasOwn(functions, found)) return functions[found]!(atom());
    if (/^\p{L}/u.test(found)) return letterValues(found);
    throw new SyntaxError(`“${found}” is no value in “${text}”`);
  };
  const value = sum();
  if (next < tokens.length) throw new SyntaxError(`“${tokens.slice(next).join(" ")}” is left of “${text}”`);
  return value;
};

/** The part in braces that begins at an index, and where it ends. */
const braced = (text: string, at: number): { readonly inner: string; readonly end: number } => {
  let depth = 0;
  for (let i = at; i < text.length; i += 1) {
    if (text[i] === "{") depth += 1;
    if (text[i] === "}") depth -= 1;
    if (depth === 0) return { inner: text.slice(at + 1, i), end: i + 1 };
  }
  throw new SyntaxError(`Braces are open in “${text}”`);
};

/** TeX in the signs of the plain spelling. */
const texToPlain = (tex: string): string => {
  const at = tex.search(/\\(?:frac|sqrt|text|operatorname|mathrm)\{/);
  if (at >= 0) {
    const [, command] = /^\\(\w+)/.exec(tex.slice(at))!;
    const first = braced(tex, at + 1 + command!.length);
    if (command !== "frac") {
      const inner = command === "sqrt" ? `√(${texToPlain(first.inner)})` : first.inner;
      return texToPlain(tex.slice(0, at) + inner + tex.slice(first.end));
    }
    const second = braced(tex, first.end);
    return texToPlain(
      `${tex.slice(0, at)}((${texToPlain(first.inner)})/(${texToPlain(second.inner)}))${tex.slice(second.end)}`,
    );
  }
  if (tex.includes("\\cdots")) throw new Unreadable("Something is folded");
  return tex
    .replace(/\{,\}/g, ".")
    .replace(/\\left|\\right/g, "")
    .replace(/\\[lr]Vert/g, "‖")
    .replace(/\\[lr]vert/g, "|")
    .replace(/\\cdot(?![a-z])/g, "·")
    .replace(/\\times/g, "×")
    .replace(/\^\{\\circ\}/g, "°")
    .replace(/\^\{\\top\}/g, "ᵀ")
    .replace(/\^\{(-?\d+)\}/g, (_, digits: string) => `^${digits.replace("-", "−")}`)
    .replace(/\\,/g, " ")
    .replace(/\\(exp|cos|sin|arccos|max)/g, "$1")
    .replace(/-/g, "−")
    .replace(/(?<=[\d)\p{L}]) (?=\p{L}(?!\p{L}))/gu, "·");
};

/** MathML in the signs of the plain spelling. */
const mathMlToPlain = (markup: string): string => {
  const { document } = parseHTML(`<html><body><math>${markup}</math></body></html>`);
  const read = (node: ReturnType<typeof document.createElement>): string => {
    const parts = [...node.children].map(read);
    switch (node.localName.toLowerCase()) {
      case "mfrac":
        return `((${parts[0]})/(${parts[1]}))`;
      case "msqrt":
        return `√(${parts.join("")})`;
      case "msup":
        return parts[1] === "⊤" ? `${parts[0]}ᵀ` : `${parts[0]}^${parts[1]}`;
      case "msub":
        return parts[0]! + [...parts[1]!].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("");
      case "mspace":
        return " ";
      case "mo":
        return node.textContent === "⋯"
          ? "…"
          : (node.textContent ?? "").replace("\u2061", "").replace("\u2062", "·");
      default:
        return parts.length === 0 ? (node.textContent ?? "") : parts.join("");
    }
  };
  return read(document.querySelector("math")!);
};

/** The words that are read aloud in the signs of the plain spelling. Each vector ends where no component can go on. */
const spokenToPlain = (spoken: string): string => {
  if (spoken.includes("more components")) throw new Unreadable("Something is folded");
  const signs = spoken
    .replace(/\d+ more terms, together /g, "")
    .replace(/, end quantity/g, " )")
    .replace(/\bthe quantity\b/g, "(")
    .replace(/\bthe norm of\b/g, "norm")
    .replace(/\bthe absolute value of\b/g, "abs")
    .replace(/\bthe largest of\b/g, "max vector")
    .replace(/\bthe square root of\b/g, "√")
    .replace(
      /\bthe (exponential|cosine|sine|arc cosine|softmax) of\b/g,
      (_, name: string) => spokenNames[name]!,
    )
    .replace(
      / times 10 to the power (minus )?(\d+)/g,
      (_, minus: string | undefined, n: string) => `e${minus ? "-" : ""}${n}`,
    )
    .replace(/\bthe vector\b/g, "vector")
    .replace(/\bdivided by\b/g, "/")
    .replace(/\bover\b/g, "over")
    .replace(/\bplus\b/g, "+")
    .replace(/\bminus\b/g, "−")
    .replace(/\btimes\b/g, "×")
    .replace(/\bdot\b/g, "·")
    .replace(/\bsquared\b/g, "^2")
    .replace(/\b(alpha|beta|theta)\b/g, (name) => ({ alpha: "α", beta: "β", theta: "θ" })[name]!)
    .replace(/\bdegrees\b/g, "°")
    .replace(/\bradians\b/g, "rad")
    .replace(/,(?= )/g, " ,");
  const words = signs.split(/\s+/).filter((word) => word !== "");
  let next = 0;
  const takeMinus = (): string => {
    if (words[next] !== "−") return "";
    next += 1;
    return "−";
  };
  const item = (): string => {
    const sign = takeMinus();
    let text = part();
    for (;;) {
      if (words[next] === "×") {
        next += 1;
        const minus = takeMinus();
        text += `×(${minus}${part()})`;
      } else if (words[next] === "over") {
        next += 1;
        text = `((${text})/(${part()}))`;
      } else if (words[next] === "/") {
        next += 1;
        text = `((${text})/(${part()}))`;
      } else if (words[next] === "·" || words[next] === "cross") {
        const sign = words[next] === "·" ? "·" : "×";
        next += 1;
        text = `(${text}${sign}${part()})`;
      } else break;
    }
    return sign + text;
  };
  const part = (): string => {
    const word = words[next++] ?? "";
    let text = word;
    if (word === "(") {
      text = `(${sum()})`;
      next += 1;
    } else if (word === "√") text = `√(${part()})`;
    else if (word === "norm") text = `‖${part()}‖`;
    else if (Object.hasOwn(functions, word)) text = `${word}(${part()})`;
    else if (word === "vector") {
      const items = [item()];
      while (words[next] === ",") {
        next += 1;
        items.push(item());
      }
      return `(${items.join(", ")})`;
    }
    while (words[next] === "^2" || words[next] === "°" || words[next] === "rad")
      text = `(${text})${words[next++]}`;
    return text;
  };
  const sum = (): string => {
    let text = item();
    while (words[next] === "+" || words[next] === "−") {
      const sign = words[next++]!;
      text += ` ${sign} (${item()})`;
    }
    return text;
  };
  const text = sum();
  if (next < words.length) throw new SyntaxError(`“${words.slice(next).join(" ")}” is left of “${spoken}”`);
  return text;
};

const spokenNames: Readonly<Record<string, string>> = {
  exponential: "exp",
  cosine: "cos",
  sine: "sin",
  "arc cosine": "arccos",
  softmax: "softmax",
};

/** What each spelling of an English formula is worth. */
export const worths = ({ plain, tex, mathMl, spoken }: Formula): Readonly<Record<keyof Formula, Worth>> => ({
  plain: readPlain(plain),
  tex: readPlain(texToPlain(tex)),
  mathMl: readPlain(mathMlToPlain(mathMl)),
  spoken: readPlain(spokenToPlain(spoken)),
});

/** Whether two values are the same but for rounding. */
export const areClose = (a: Worth, b: Worth, relative: number): boolean => {
  const [xs, ys] = [[a].flat(), [b].flat()];
  if (xs.length !== ys.length) return false;
  const size = Math.max(...xs.map(Math.abs), ...ys.map(Math.abs), Number.MIN_VALUE);
  return xs.every((x, i) => Math.abs(x - ys[i]!) <= relative * size);
};

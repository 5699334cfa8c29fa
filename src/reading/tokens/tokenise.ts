import { courtesyEnd, fence } from "./courtesy-signs.ts";
import { scanLatex } from "./latex.ts";
import { longSigns, loweredFromRaised, quotes, type ReadAs, raised, signOf } from "./look-alikes.ts";
import { scanNumber, startsNumber } from "./scan-number.ts";
import type { Token, TokenKind } from "./token.ts";

const gap = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/uy;
const unseen = /[\u200b-\u200f\u2060-\u2064\ufeff\u00ad\u202a-\u202e\u2066-\u2069]+/uy;
const word = /\p{L}[\p{L}\p{M}\p{N}]*(?:_(?:\{[\p{L}\p{N}]{1,12}\}|[\p{L}\p{N}]+))*[₀-₉]*[′″]?/uy;
/** A letter that an index in digits or a raised digit may follow, so that x² is x and ². */
const cellOrName = /^(.*?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/u;

/** Marks over letters that make a vector of them: î, a⃗, x̂, ū. */
const vectorMarks = /[\u0302\u20d7\u20d1\u0305\u0304\u0332]/gu;

/** What a text may consist of: thousands of numbers, and some hundreds of words and signs, each of which costs more. */
const mostCost = 40_000;
const costOf = ({ kind, text }: Token): number => {
  if (kind === "number" || kind === "comma" || kind === "semicolon" || text === "-") return 1;
  return kind === "word" ? 20 : 8;
};

/**
 * Cuts a text into tokens. Nothing is left out: between two tokens stand gaps alone. Of a text with more than can be read the
 * last token is no `end`, but the first that is too much.
 */
export const tokenise = (text: string): readonly Token[] => {
  let cost = 0;
  const tokens: Token[] = [];
  let before: Token["before"] = "line";
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x20) {
      if (before === "") before = "gap";
      at += 1;
      continue;
    }
    if (code <= 0x20 || code >= 0x7f) {
      const end = gapEnd(text, at);
      if (end !== undefined) {
        before = wider(before, text.slice(at, end));
        at = end;
        continue;
      }
    }
    const token = isFractionDigit(text, at, tokens)
      ? digitToken(text, at, before)
      : tokenAt(text, at, before, tokens.at(-1));
    if (token !== undefined) {
      tokens.push(token);
      cost += costOf(token);
      if (cost > mostCost) return tokens;
      before = "";
      at = token.end;
    } else at += 1;
  }
  tokens.push({ kind: "end", text: "", start: text.length, end: text.length, before });
  return tokens;
};

const gapEnd = (text: string, at: number): number | undefined => {
  gap.lastIndex = at;
  return gap.test(text) ? gap.lastIndex : undefined;
};

const wider = (before: Token["before"], space: string): Token["before"] => {
  if (before === "line" || /[\n\r\u2028\u2029]/.test(space)) return "line";
  return before === "tab" || space.includes("\t") ? "tab" : "gap";
};

/** A number that begins here. */
const numberAt = (text: string, at: number, before: Token["before"]): Token => {
  const { end, value, written, fault } = scanNumber(text, at);
  return { kind: "number", text: text.slice(at, end), start: at, end, before, value, written, fault };
};

/** One digit alone. */
const digitToken = (text: string, at: number, before: Token["before"]): Token => ({
  ...numberAt(text[at]!, 0, before),
  start: at,
  end: at + 1,
});

/** In \frac12 each digit is a number. */
const isFractionDigit = (text: string, at: number, tokens: readonly Token[]): boolean => {
  const last = tokens[tokens.length - 1];
  const former = tokens[tokens.length - 2];
  if (last?.text !== "\\frac" && former?.text !== "\\frac") return false;
  const isNext =
    last?.text === "\\frac" || (former?.text === "\\frac" && last?.kind === "number" && last.end === at);
  return isNext && /\d/.test(text[at]!) && /\d/.test(text[at + 1] ?? text[at - 1] ?? "");
};

const tokenAt = (
  text: string,
  at: number,
  before: Token["before"],
  last: Token | undefined,
): Token | undefined => {
  if (startsNumber(text, at)) return numberAt(text, at, before);
  const code = text.charCodeAt(at);
  const plain = plainSigns[code];
  if (plain !== undefined) return { kind: plain.kind, text: plain.text, start: at, end: at + 1, before };
  const made = (kind: TokenKind, as: string, end: number): Token => ({
    kind,
    text: as,
    start: at,
    end,
    before,
  });
  if (code === 0x5c) {
    const read = scanLatex(text, at);
    if ("as" in read) return made(read.as.kind, read.as.text, read.end);
    return { ...made("word", read.name, read.end), ...(read.hat ? { hat: true } : {}) };
  }
  const polite = courtesyEnd(text, at, before !== "");
  if (polite !== undefined && signOf(text[at]!) === undefined)
    return made("courtesy", text.slice(at, polite), polite);
  if (polite !== undefined && code < 0x80) return made("courtesy", text.slice(at, polite), polite);
  return signAt(text, at, made, before, last) ?? wordAt(text, at, made) ?? strangeAt(text, at, made);
};

/** Signs of ASCII that begin nothing longer, by their codes. */
const plainSigns: readonly (ReadAs | undefined)[] = Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  return ",()[]{}".includes(character) ? signOf(character) : undefined;
});

type Make = (kind: TokenKind, as: string, end: number) => Token;

const signAt = (
  text: string,
  at: number,
  made: Make,
  before: Token["before"],
  last: Token | undefined,
): Token | undefined => {
  const character = text[at]!;
  const kind = quotes.get(character);
  if (kind !== undefined) return made("unknown", kind, at + 1);
  if (character === "`") {
    fence.lastIndex = at;
    if (fence.test(text)) return made("unknown", "`", fence.lastIndex);
  }
  const long = longSignAt(text, at);
  if (long !== undefined) return made(long[1].kind, long[1].text, at + long[0].length);
  const sign = signOf(character);
  if (sign?.kind === "percent" && (before !== "" || last?.kind !== "number"))
    return made("unknown", "%", at + 1);
  if (sign !== undefined) return made(sign.kind, sign.text, at + 1);
  if (character === "<" || character === "＜") return made("open", "<", at + 1);
  if (character === ">" || character === "＞") return made("close", ">", at + 1);
  raised.lastIndex = at;
  return raised.test(text)
    ? made("raised", loweredFromRaised(text.slice(at, raised.lastIndex)), raised.lastIndex)
    : undefined;
};

const longSignAt = (text: string, at: number) => {
  const code = text.charCodeAt(at);
  // 2- and 3-character signs begin with one of these: % * . / + - = : < > ! ~ |
  if (code > 0x7e || !"%*./+-=:<>!~|".includes(text[at]!)) return undefined;
  return longSigns.find(([spelt]) => text.startsWith(spelt, at) && !isTight(spelt, text, at));
};

/** 2--3, 1<-2 and a.-b are two signs each: what follows the first is the sign of a number. */
const isTight = (spelt: string, text: string, at: number): boolean =>
  (spelt === "<-" && /[\d.]/.test(text[at + 2] ?? "")) ||
  ((spelt === ".+" || spelt === ".-") && text[at - 1] === " ");

const wordAt = (text: string, at: number, made: Make): Token | undefined => {
  word.lastIndex = at;
  if (!word.test(text)) return undefined;
  const typed = text.slice(at, word.lastIndex);
  const high = cellOrName.exec(typed);
  const base = high === null ? typed : high[1]!;
  const end = at + base.length;
  if (/^[\x00-\x7f]*$/.test(base)) return made("word", base.replace(/_\{(.*)\}/, "_$1"), end);
  const plain = base.normalize("NFKD").replace(vectorMarks, "").normalize("NFC");
  const subscripted = /[₀-₉]/.test(base)
    ? base.replace(/[₀-₉]+/g, (digits) => `_${digits.normalize("NFKC")}`)
    : plain;
  if (base.endsWith("ᵀ")) return made("word", base.slice(0, -1), end - 1);
  const isHat = base.normalize("NFD").includes("\u0302") || /[\u{1D400}-\u{1D433}]/u.test(base);
  return { ...made("word", subscripted, end), ...(isHat ? { hat: true } : {}) };
};

/** What nobody knows: one character with what is drawn over it, or a run of what is not seen. */
const strangeAt = (text: string, at: number, made: Make): Token | undefined => {
  unseen.lastIndex = at;
  if (unseen.test(text)) {
    const isBetween =
      /[\p{L}\p{N}]/u.test(text[at - 1] ?? "") && /[\p{L}\p{N}]/u.test(text[unseen.lastIndex] ?? "");
    return isBetween
      ? { ...made("unknown", "", unseen.lastIndex), fault: "unseen-sign" }
      : made("layout", "", unseen.lastIndex);
  }
  const end = at + String.fromCodePoint(text.codePointAt(at)!).length;
  return made("unknown", text.slice(at, end), end);
};

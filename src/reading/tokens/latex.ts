import { type ReadAs, signOf } from "./look-alikes.ts";

/** What a LaTeX command makes: a sign, a word in place of it, nothing, or an accent over what follows. */
export type LatexToken =
  | { readonly end: number; readonly as: ReadAs }
  | { readonly end: number; readonly name: string; readonly hat: boolean };

const command = /\\(?:([a-zA-Z]+)\*?|[^a-zA-Z])/y;

/** Commands that stand for one sign, by the sign. */
const commands: Readonly<Record<string, string>> = {
  cdot: "·",
  bullet: "·",
  times: "×",
  div: "/",
  ast: "*",
  circ: "∘",
  odot: "∘",
  otimes: "⊗",
  pm: "±",
  langle: "⟨",
  rangle: "⟩",
  lbrack: "[",
  rbrack: "]",
  lbrace: "{",
  rbrace: "}",
  lvert: "|",
  rvert: "|",
  vert: "|",
  lVert: "‖",
  rVert: "‖",
  Vert: "‖",
  approx: "≈",
  le: "≤",
  leq: "≤",
  ge: "≥",
  geq: "≥",
  ne: "≠",
  neq: "≠",
  top: "ᵀ",
  intercal: "ᵀ",
  degree: "°",
  colon: ":",
  "{": "{",
  "}": "}",
  "|": "‖",
  "%": "%",
};

/** Commands that are words of their own. */
const words: Readonly<Record<string, string>> = {
  pi: "π",
  theta: "θ",
  alpha: "α",
  beta: "β",
  lambda: "λ",
  infty: "∞",
  cos: "cos",
  sin: "sin",
  tan: "tan",
  arccos: "arccos",
  exp: "exp",
  det: "det",
  sqrt: "√",
  frac: "\\frac",
  dfrac: "\\frac",
  tfrac: "\\frac",
  imath: "i",
  jmath: "j",
  operatorname: "\\text",
  text: "\\text",
  textbf: "\\text",
  mathrm: "\\text",
  mathsf: "\\text",
};

/** What only says how large or how far apart something is drawn. */
const layout = new Set(
  "left right big Big bigl bigr Bigl Bigr bigg Bigg displaystyle textstyle quad qquad limits mathstrut hspace ( ) [ ]".split(
    " ",
  ),
);
const spaces = new Set([" ", "\n", ",", ";", ":", "!", ">"]);

const environment =
  /\\(begin|end)\s*\{\s*(?:([pbB]?matrix|smallmatrix|array|bmatrix)|([vV]matrix|align|equation|gather|cases))\*?\s*\}(?:\s*\{[lcr|]*\})?/y;
const accent =
  /\\(vec|hat|widehat|mathbf|boldsymbol|bm|overrightarrow|mathit|bar|overline|underline)(?![a-zA-Z])\s*(?:\{\s*|(?=[\\a-zA-Z]))/y;
const accented =
  /\\?([a-zA-Zα-ωΑ-Ω](?:mathit)?)(?:(?:_\s*\{\s*(\d{1,3})\s*\})|(?:_?(\d{1,3})))?(?![a-zA-Z])|\\([ij])math(?![a-zA-Z])/uy;
const lineBreak = /\\\\(?:\s*\[[^\]\n]{0,20}\])?/y;

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Reads a command at a backslash. What is not known gives an unknown sign that is pointed at. */
export const scanLatex = (text: string, at: number): LatexToken => {
  if (match(lineBreak, text, at) !== null) return sign(lineBreak.lastIndex, "semicolon", ";");
  const matrix = match(environment, text, at);
  if (matrix !== null) {
    const { lastIndex } = environment;
    if (matrix[3] !== undefined) return sign(lastIndex, "unknown", matrix[3]);
    return matrix[1] === "begin" ? sign(lastIndex, "open", "[") : sign(lastIndex, "close", "]");
  }
  const accents = scanAccent(text, at, 0);
  if (accents !== undefined) return accents;
  const found = match(command, text, at);
  if (found === null) return sign(at + 1, "unknown", "\\");
  const name = found[1] ?? found[0].slice(1);
  const end = command.lastIndex;
  const plain = Object.hasOwn(commands, name) ? signOf(commands[name]!) : undefined;
  if (plain !== undefined) return { end, as: plain };
  if (name === "sqrt") return sign(end, "root", "√");
  if (Object.hasOwn(words, name)) return { end, name: words[name]!, hat: name.endsWith("math") };
  if (layout.has(name) || (spaces.has(name) && isLatex(text))) return sign(end, "layout", name);
  return sign(end, "unknown", found[0]);
};

/** A backslash before a gap is a space of LaTeX where other commands stand. */
const isLatex = (text: string): boolean => /\\[a-zA-Z]/.test(text.slice(0, 2_000));

const sign = (end: number, kind: ReadAs["kind"], text: string): LatexToken => ({ end, as: { kind, text } });

/** \vec{a}, \hat{\mathbf{i}}, \mathbf u: the letter with all that is drawn around it. */
const scanAccent = (text: string, at: number, depth: number): LatexToken | undefined => {
  const over = match(accent, text, at);
  if (over === null || depth > 4) return undefined;
  const inner = accent.lastIndex;
  const isBraced = over[0].includes("{");
  const nested = scanAccent(text, inner, depth + 1);
  const letter = nested === undefined ? match(accented, text, inner) : null;
  if (nested === undefined && letter === null) return undefined;
  const index = letter?.[2] ?? letter?.[3];
  const name =
    nested !== undefined && "name" in nested
      ? nested.name
      : `${letter?.[1] ?? letter?.[4] ?? ""}${index === undefined ? "" : `_${index}`}`;
  const end = nested?.end ?? accented.lastIndex;
  const closing = isBraced ? /^\s*\}/.exec(text.slice(end, end + 8)) : null;
  if (isBraced && closing === null) return undefined;
  const isUnit = nested !== undefined && "name" in nested ? nested.hat : false;
  const hat = isUnit || ["hat", "widehat", "mathbf", "boldsymbol", "bm"].includes(over[1]!);
  return { end: end + (closing?.[0].length ?? 0), name, hat };
};

/** Commands that stand for one plain sign, or for a space. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/\\(?:left|right|bigl?|bigr|Bigl?|Bigr|displaystyle|textstyle)(?![a-zA-Z])/g, ""],
  [/\\(?:cdot|bullet|times)(?![a-zA-Z])/g, " · "],
  [/\\(?:langle|lbrace|\{)/g, "<"],
  [/\\(?:rangle|rbrace|\})/g, ">"],
  [/\\(?:lbrack)(?![a-zA-Z])/g, "["],
  [/\\(?:rbrack)(?![a-zA-Z])/g, "]"],
  [/\\pi(?![a-zA-Z])/g, "π"],
  [/\\imath(?![a-zA-Z])/g, "i"],
  [/\\jmath(?![a-zA-Z])/g, "j"],
  [/\\(?:quad|qquad)(?![a-zA-Z])|\\[,;:!> ]/g, " "],
  [/\^\s*(?:\{\s*(?:T|\\top|\\intercal|\\mathsf\s*\{?T\}?)\s*\}|\\top|\\intercal)/g, ""],
  [/\\[()[\]]|\$/g, " "],
];

/** How deep fractions and roots may stand within one another. */
const deepest = 20;

/**
 * LaTeX as the plain signs that the reader knows: a matrix becomes [2; 3; 4], \frac{1}{2} becomes ((1)/(2)), \vec{a}
 * becomes a. What is not known stays, and is pointed at later.
 */
export const latexToPlain = (text: string): string => {
  if (!/[\\$]/.test(text)) return text;
  const matrices = text
    .replace(/\\begin\s*\{(?:[pbvBV]?matrix|smallmatrix|array)\*?\}(?:\s*\{[lcr|]*\})?/g, " [")
    .replace(/\\end\s*\{(?:[pbvBV]?matrix|smallmatrix|array)\*?\}/g, "] ")
    .replace(/\\\\(?:\s*\[[^\]]{0,20}\])?/g, ";")
    .replaceAll("&", ",");
  const plain = signs.reduce((all, [pattern, sign]) => all.replace(pattern, sign), matrices);
  return bracesToBrackets(plain);
};

/** From the innermost outwards, so that a fraction within a fraction is read. */
const bracesToBrackets = (text: string): string => {
  let plain = text;
  for (let depth = 0; depth < deepest && plain.includes("\\"); depth += 1) {
    const before = plain;
    plain = plain
      .replace(/\\(?:vec|mathbf|boldsymbol|bm|hat|overrightarrow|mathrm|text)\s*\{([^{}]*)\}/g, "$1")
      .replace(/\\(?:vec|mathbf|boldsymbol|bm|hat)\s+([a-zA-Z])/g, "$1")
      .replace(/\\sqrt\s*\{([^{}]*)\}/g, "sqrt($1)")
      .replace(/\\sqrt\s*(\d)/g, "sqrt($1)")
      .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, "(($1)/($2))")
      .replace(/\\[dt]?frac\s*(\d)\s*(\d)/g, "($1/$2)");
    if (plain === before) break;
  }
  return plain;
};

/** Words, and the vectors that stand behind them. */
export interface WordsAndVectors {
  readonly words: string;
  readonly vectors?: string;
}

/** Where vectors begin: a number, a root, a bracket or a letter before a comma, behind a gap. */
const beginning = /(?:^|\s)(?=[-+−]?\s?(?:[\d½√(<{]|\[|\.\d|\p{L}\s?,))/u;

/** Takes a line such as `cosine (1,2) (3,4)` apart. */
export const wordsAndVectors = (text: string): WordsAndVectors => {
  const at = text.search(beginning);
  if (at < 0) return { words: text.trim() };
  return { words: text.slice(0, at).trim(), vectors: text.slice(at).trim() };
};

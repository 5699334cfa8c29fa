/** What was asked about words is kept where vectors are; this tells it from them. */
const mark = "words: ";

export const keptWords = (words: string): string => `${mark}${words}`;

/** The words behind a text that was kept, or undefined where it holds vectors. */
export const wordsIn = (kept: string): string | undefined =>
  kept.startsWith(mark) ? kept.slice(mark.length) : undefined;

/** Whether a text names words, not numbers or the letters of vectors. */
export const namesWords = (text: string): boolean => /\p{L}{2}/u.test(text) && !/\d|√/.test(text);

const word = "[\"“'‘]?(\\p{L}[\\p{L}\\p{M}’'-]*)[\"”'’]?";
const likeness = "(?:similar to|close to|related to|nearer to|like|near|and|to)";
const pair = new RegExp(
  `\\b(why|how come|how)\\b[^?]*?\\b(?:is|are)\\s+(?:the\\s+)?(?:words?\\s+)?${word}\\s+(?:(?:so|more|very|as)\\s+)?${likeness}\\s+${word}`,
  "iu",
);
const neighbours = new RegExp(`\\bwords?\\s+(?:like|near|similar to|close to|related to)\\s+${word}`, "iu");

/** Words of the matter itself, or that point at something: a question with them is not about words. */
const notMeant = new Set(
  "this that these those they them it its he she we you i a an the two both same dot cosine vector vectors product products similarity angle angles norm norms length lengths embedding embeddings softmax attention key keys query queries value values".split(
    " ",
  ),
);

export interface WordsQuestion {
  readonly words: string;
  readonly isWhy: boolean;
}

/** A question about words in a sentence: “why is king similar to queen?”, “words like coffee”. */
export const askedAboutWords = (text: string): WordsQuestion | undefined => {
  const [, asking = "", first = "", second = ""] = pair.exec(text) ?? [];
  if (first !== "" && ![first, second].some((each) => notMeant.has(each.toLowerCase())))
    return { words: `${first} ${second}`, isWhy: asking.toLowerCase() !== "how" };
  const [, near = ""] = neighbours.exec(text) ?? [];
  return near === "" || notMeant.has(near.toLowerCase()) ? undefined : { words: near, isWhy: false };
};

/** What was asked about words is kept where vectors are; this tells it from them. */
const mark = "words: ";

export const keptWords = (words: string): string => `${mark}${words}`;

/** The words behind a text that was kept, or undefined where it holds vectors. */
export const wordsIn = (kept: string): string | undefined =>
  kept.startsWith(mark) ? kept.slice(mark.length) : undefined;

/** Whether a text names words, not numbers or the letters of vectors. */
export const namesWords = (text: string): boolean => /\p{L}{2}/u.test(text) && !/\d|√/.test(text);

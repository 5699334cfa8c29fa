/** What was asked about words is kept where vectors are; this tells it from them. */
const mark = "words: ";

export const keptWords = (words: string): string => `${mark}${words}`;

/** The words behind a text that was kept, or undefined where it holds vectors. */
export const wordsIn = (kept: string): string | undefined =>
  kept.startsWith(mark) ? kept.slice(mark.length) : undefined;

/** Whether a text names words, not numbers or the letters of vectors. */
export const namesWords = (text: string): boolean => /\p{L}{2}/u.test(text) && !/\d|√/.test(text);

const word = "[\"“'‘]?(\\p{L}[\\p{L}\\p{M}’'-]*)[\"”'’]?";

/** Between whole words, as `\b` between letters of ASCII. */
const [from, to] = ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"];

/** How one asks about two words, in English, German and Spanish: with "why" or "how", then the two. */
const pairs = [
  `(why|how come|how)${to}[^?]*?${from}(?:is|are)\\s+(?:the\\s+)?(?:words?\\s+)?${word}\\s+(?:(?:so|more|very|as)\\s+)?(?:similar to|close to|related to|nearer to|like|near|and|to)\\s+${word}`,
  `(warum|wieso|weshalb|wie)${to}[^?]*?${from}(?:ist|sind)\\s+(?:die\\s+)?(?:wörter\\s+|wort\\s+)?${word}\\s+(?:(?:so|sehr)\\s+)?(?:ähnlich wie|ähnlich zu|nahe an|nahe bei|wie|und|zu)\\s+${word}`,
  `(por qué|por que|qué tan|que tan|cómo de)${to}[^?]*?${from}(?:es|son|están?)\\s+(?:las\\s+)?(?:palabras?\\s+)?${word}\\s+(?:(?:tan|muy)\\s+)?(?:similar a|parecid[oa] a|cercan[oa] a|como|y|a)\\s+${word}`,
].map((pattern) => new RegExp(from + pattern, "iu"));

const how = /^(?:how|wie|qu[ée] tan|cómo de)$/i;

const neighbours = new RegExp(
  `${from}(?:words?\\s+(?:like|near|similar to|close to|related to)|wörter\\s+(?:wie|nahe bei|ähnlich)|palabras\\s+(?:como|cercanas a|similares a|parecidas a))\\s+${word}`,
  "iu",
);

/** Words of the matter itself, or that point at something: a question with them is not about words. */
const notMeant = new Set(
  [
    "this that these those they them it its he she we you i a an the two both same dot cosine vector vectors product products similarity angle angles norm norms length lengths embedding embeddings softmax attention key keys query queries value values",
    "das die der dem den dies diese dieses sie es er wir du ich ein eine beiden beide zwei vektor vektoren skalarprodukt skalarprodukte produkt produkte kosinus winkel norm normen länge längen ähnlichkeit einbettung einbettungen",
    "esto eso esta este estos estas esa ese ellos ellas el la los las un una ambos dos mismos vectores producto productos escalar coseno similitud ángulo ángulos norma normas longitud longitudes",
  ].flatMap((words) => words.split(" ")),
);

export interface WordsQuestion {
  readonly words: string;
  readonly isWhy: boolean;
}

/** A question about words in a sentence: “why is king similar to queen?”, “words like coffee”. */
export const askedAboutWords = (text: string): WordsQuestion | undefined => {
  const [, asking = "", first = "", second = ""] =
    pairs.map((pair) => pair.exec(text)).find((found) => found !== null) ?? [];
  if (first !== "" && ![first, second].some((each) => notMeant.has(each.toLowerCase())))
    return { words: `${first} ${second}`, isWhy: !how.test(asking) };
  const [, near = ""] = neighbours.exec(text) ?? [];
  return near === "" || notMeant.has(near.toLowerCase()) ? undefined : { words: near, isWhy: false };
};

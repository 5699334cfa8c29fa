import MiniSearch from "minisearch";
import { stemmer } from "stemmer";
import { sayInEach } from "../say.ts";
import { inEnglish } from "./in-english.ts";
import type { Lesson } from "./lesson.ts";
import { lessons } from "./lessons.ts";
import type { Words } from "./markdown.ts";

/** What was found for a question. */
export interface Found {
  /** The lesson that answers it; absent when none fits well enough. */
  readonly best?: Lesson;
  /** The nearest ones, the best first; at most three. */
  readonly nearest: readonly Lesson[];
}

/** Other words for what the lessons call by one name. */
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/\b(inner|scalar) products?\b/g, "dot product"],
  [/\b(magnitude|size|euclidean norm|l2 norm)s?\b/g, "norm"],
  [/\b(sqrt|square root)s?\b/g, "root"],
  [/\b(fast|faster|quickly|cheaply)\b/g, "quick"],
  [/\b(biases)\b/g, "bias"],
  [/\b(multiplications|multiplied|multiplying)\b/g, "multiply"],
  [/\b(perpendicular|at right angles?|right angle)\b/g, "orthogonal right angle"],
  [/\bof length (1|one)\b/g, "unit length"],
  [/\blength (1|one)\b/g, "unit length"],
  [/\bnormali[sz](e|es|ed|ing|ation)\b/g, "normalise"],
  [/\b(entries|entry|elements?|coordinates?)\b/g, "component"],
  [/\b(alike|close|closer|closeness|near|nearby|resemble|related)\b/g, "similar"],
  [/\bsimilarit(y|ies)\b/g, "similar"],
  [/\b(non-?linearity|non-?linearities|relu|gelu)\b/g, "activation function"],
  [/\b(probability|probabilities|chances)\b/g, "softmax probabilities"],
  [/\b(masking|masked)\b/g, "mask"],
  [/\b(word vectors?)\b/g, "embedding"],
  [/\b(costs?|costly|expensive|slow|slower)\b/g, "cost"],
  [/\bqkv\b/g, "query key value"],
  [/\b(llms?|language models?|gpt-?2?)\b/g, " "],
];

/** Words that tell nothing about the subject, in English, German and Spanish. */
const empty = new Set(
  [
    "a about again all am an and any are as at be been but by can could did do does explain for from get give had has have how i if in into is it its just let make me mean means meaning mine much my need needed needs no of on one or please should so some something tell that the their them then there these they thing this those to understand us use used using very want was we were what when where which who why will with work works would you your vs versus between",
    "an auch auf aus bei bedeutet bitte brauchen braucht da das dass dem den denn der des die dies diese du durch ein eine einem einen einer eines er erklär erkläre es für geht gibt haben hat heißt ich ihr im ist kann kannst man mein mich mir mit muss nach nicht noch nur oder sein sich sie sind so soll über um und uns vom von vor wann warum was weil welche welcher welches wenn wer werden weshalb wie wieso wir wird wo wozu zu zum zur zwischen",
    "al con cómo como cuál cuáles cuándo cuando cuánto de del dime dónde donde el ella ellos en entre es esa ese eso esta está están este esto explica explícame hace hay la las lo los me mi muestra más necesita no o para pero por porque puede puedo que qué quién se ser si significa sirve son su sus también te tiene un una unas unos usa y",
  ].flatMap((words) => words.split(" ")),
);

/** Each word as its stem, other words for the same thing replaced. */
export const termsOf = (text: string): readonly string[] =>
  synonyms
    .reduce(
      (plain, [other, same]) => plain.replace(other, same),
      inEnglish(text.toLowerCase().replace(/[’']s\b/g, "")),
    )
    .split(/[^\p{L}\p{N}√]+/u)
    .filter((word) => word !== "" && word.length <= longestWord && !empty.has(word))
    .map((word) => stemmer(word));

/** Lengths of the fields tell nothing here, and titles weigh more than what is said in passing. */
const boost = { title: 4, aliases: 4, asks: 3, summary: 2, text: 1 };

const plain = (words: Words): string => words.map((word) => (typeof word === "string" ? word : "")).join(" ");

let index: MiniSearch | undefined;

const indexed = (): MiniSearch => {
  if (index !== undefined) return index;
  index = new MiniSearch({
    idField: "name",
    fields: Object.keys(boost),
    tokenize: (text) => [...termsOf(text)],
    processTerm: (term) => term,
    searchOptions: { boost, prefix: false },
  });
  index.addAll(
    lessons().map(({ name, title, summary, aliases, asks, body, more }) => ({
      name,
      title,
      summary,
      aliases: aliases.join(" . "),
      asks: asks.join(" . "),
      text: [...body, ...more].map((part) => (part.kind === "formula" ? "" : plain(part.words))).join(" "),
    })),
  );
  return index;
};

/** No question is longer, and no word of one: what they are like is not looked for beyond. */
const [mostSigns, longestWord] = [1_000, 40];

/** How much of a question's weight the names and questions of a lesson must cover for it to be the answer. */
const enough = 0.6;

/**
 * Finds the lesson that answers a question in free words, by full-text search over titles, other names, questions and
 * texts. A lesson answers when its own names and questions cover most of what the question is about, rare words
 * counting more than common ones.
 */
export const findLesson = (asked: string): Found => {
  const question = asked.slice(0, mostSigns);
  const exact = lessonCalled(question);
  if (exact !== undefined) return { best: exact, nearest: [exact] };
  const terms = [...new Set(termsOf(question))];
  if (terms.length === 0) return { nearest: lessons().slice(0, 3) };
  const ranked = indexed()
    .search(terms.join(" "))
    .map(({ id, score }) => {
      const lesson = lessons().find(({ name }) => name === id)!;
      const [covers, fits] = [covered(terms, lesson), likeness(terms, lesson)];
      return { lesson, score: score * (0.3 + covers) * (0.5 + fits), covers };
    })
    .toSorted((x, y) => y.score - x.score);
  const nearest = [
    ...new Set([...ranked.map(({ lesson }) => lesson), ...roughlyLike(terms), ...lessons()]),
  ].slice(0, 3);
  const [top] = ranked;
  return top !== undefined && top.covers >= enough ? { best: top.lesson, nearest } : { nearest };
};

/** Lessons with words that are spelled nearly so, or begin so. */
const roughlyLike = (terms: readonly string[]): readonly Lesson[] =>
  indexed()
    .search(terms.join(" "), { fuzzy: 0.3, prefix: true })
    .map(({ id }) => lessons().find(({ name }) => name === id)!);

/** The lesson of that name, title in any of our languages, or other name. */
export const lessonCalled = (text: string): Lesson | undefined => {
  const asked = withoutArticle(text.replace(asking, ""));
  const wanted = [asked, inEnglish(asked)];
  return lessons().find(({ name, title, aliases }) =>
    [name, ...sayInEach(title), ...aliases].some((known) => wanted.includes(withoutArticle(known))),
  );
};

/** What stands before the name of a lesson that one asks for. */
const asking =
  /^(?:what (?:is|are)|explain|define|was (?:ist|sind)|erkläre?(?: mir)?|¿?qu[ée] (?:es|son)|explica(?:me)?|explícame)\s+/iu;

const withoutArticle = (text: string): string =>
  flat(text).replace(/^(?:an?|the|der|die|das|den|eine?[mnr]?|el|la|los|las|una?) /u, "");

const flat = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}√]+/gu, " ")
    .trim();

/** How much the question is like one that the lesson is known to answer, from 0 to 1: shared words over all words. */
const likeness = (terms: readonly string[], { title, aliases, asks }: Lesson): number =>
  Math.max(
    ...[title, ...aliases, ...asks].map((known) => {
      const theirs = new Set(termsOf(known));
      const shared = terms.filter((term) => theirs.has(term)).length;
      return shared / (theirs.size + terms.length - shared);
    }),
  );

/** The share of a question's weight that stands among the lesson's names and questions. */
const covered = (terms: readonly string[], { name, title, summary, aliases, asks }: Lesson): number => {
  const own = new Set(termsOf([name, title, summary, ...aliases, ...asks].join(" ")));
  const total = terms.reduce((sum, term) => sum + weightOf(term), 0);
  return terms.reduce((sum, term) => sum + (own.has(term) ? weightOf(term) : 0), 0) / total;
};

let frequencies: ReadonlyMap<string, number> | undefined;

/** A word in few lessons weighs more; one in none weighs most, as it is what the lessons know nothing about. */
const weightOf = (term: string): number => {
  frequencies ??= countTerms();
  return Math.log(1 + lessons().length / (frequencies.get(term) ?? 0.5));
};

const countTerms = (): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { name, title, summary, aliases, asks } of lessons())
    for (const term of new Set(termsOf([name, title, summary, ...aliases, ...asks].join(" "))))
      counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
};

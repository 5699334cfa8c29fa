import { IntlMessageFormat } from "intl-messageformat";
import { LRUCache } from "lru-cache";
import { currentLanguage, inLanguage, type Language, languages } from "./language.ts";
import { translationOf } from "./messages/catalogue.ts";

/** What is put into a message: numbers choose the plural. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * A message in the language of the request: its English text, in ICU's syntax, is also its name in the catalogue.
 * `say("{count, plural, one {# vector} other {# vectors}}", { count })`. Throws where a value is missing.
 */
export const say = (message: string, values?: Values): string => {
  const language = currentLanguage();
  const text = translationOf(language, message);
  return isPlain(text) ? text : String(formatOf(language, text).format(values));
};

/** A message among whose values are parts of a text, such as a formula; `<strong>…</strong>` makes a strong part. */
export const sayParts = <V extends Readonly<Record<string, string | number | object>>>(
  message: string,
  values: V,
): readonly (string | PartOf<V> | Strong)[] => {
  const language = currentLanguage();
  const text = translationOf(language, message);
  if (isPlain(text)) return [text];
  return formatOf(language, text)
    .formatToParts<PartOf<V> | Strong>({
      ...(values as Readonly<Record<string, string | number | PartOf<V>>>),
      strong: (inner) => ({ strong: inner.join("") }),
    })
    .map(({ value }) => value);
};

type PartOf<V> = Exclude<V[keyof V], string | number>;

interface Strong {
  readonly strong: string;
}

/** A word in the quotation marks of the language. */
export const sayQuoted = (word: string): string => say("“{word}”", { word });

export { message } from "./base/message.ts";

/** A message in each of our languages: whoever speaks one may call a thing by its name in another. */
export const sayInEach = (text: string): readonly string[] =>
  languages.map((language) => inLanguage(language, () => say(text)));

/** What comes in a list, as one says it: "a, b and c". */
export const sayList = (items: readonly string[], join: keyof typeof joinings = "and"): string => {
  const language = currentLanguage();
  const key = `${language} ${join}`;
  const format = lists.get(key) ?? new Intl.ListFormat(tagOf[language], { type: joinings[join] });
  lists.set(key, format);
  return format.format(items);
};

const joinings = { and: "conjunction", or: "disjunction" } as const;

const lists = new Map<string, Intl.ListFormat>();

/** A sentence as a part of another; German keeps its capitals. */
export const lowerFirst = (sentence: string): string =>
  currentLanguage() === "de" ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** Which rules of numbers, plurals and lists hold in a language. */
export const tagOf: Readonly<Record<Language, string>> = { en: "en-GB", de: "de", es: "es" };

const isPlain = (text: string): boolean => !/[{<']/.test(text);

const formats = new LRUCache<string, IntlMessageFormat>({ max: 4_000 });

const formatOf = (language: Language, text: string): IntlMessageFormat => {
  const key = `${language} ${text}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new IntlMessageFormat(text, tagOf[language]);
  formats.set(key, made);
  return made;
};

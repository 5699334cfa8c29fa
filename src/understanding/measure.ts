import { type Language, languages } from "../language.ts";
import { meaningIn } from "./find-meaning.ts";
import { learn } from "./learn.ts";
import { decodeModel, encodeModel } from "./model.ts";
import { allPhrases, type Phrase } from "./phrases.ts";

/** How many phrases were taken for what they mean, for something else, or only offered, with and without the right one. */
export interface Tally {
  readonly language: Language;
  readonly asked: number;
  readonly right: number;
  readonly wrong: number;
  /** Not sure, and the right one is first, or among the three that are offered. */
  readonly offeredFirst: number;
  readonly offered: number;
  readonly nothing: number;
}

/** Into how many parts the phrases are divided. */
export const parts = 10;

/** How many meanings are offered. */
const offered = 3;

/**
 * Takes a part of the phrases away, learns from the others and asks for those. A phrase goes with its translations, so
 * that nothing is found by them.
 */
export const measurePart = (part: number, phrases: readonly Phrase[] = allPhrases()): readonly Tally[] => {
  const isAsked = ({ meaning, place }: Phrase): boolean =>
    place !== undefined && (place + meaning.length) % parts === part;
  const model = decodeModel(encodeModel(learn(phrases.filter((phrase) => !isAsked(phrase))), ""));
  return languages.map((language) => {
    const verdicts = phrases
      .filter((phrase) => isAsked(phrase) && phrase.language === language)
      .map(({ text, meaning }) => {
        const { ranked, isSure } = meaningIn(model, text, language);
        const at = ranked.findIndex((guess) => guess.meaning === meaning);
        if (isSure) return at === 0 ? "right" : "wrong";
        return at === 0 ? "offeredFirst" : at > 0 && at < offered ? "offered" : "nothing";
      });
    const count = (verdict: (typeof verdicts)[number]) => verdicts.filter((each) => each === verdict).length;
    return {
      language,
      asked: verdicts.length,
      right: count("right"),
      wrong: count("wrong"),
      offeredFirst: count("offeredFirst"),
      offered: count("offered"),
      nothing: count("nothing"),
    };
  });
};

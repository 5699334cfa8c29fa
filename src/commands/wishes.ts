import { within } from "../base/within.ts";
import { placesOutwards, platformOf } from "../identity.ts";
import { type Language, languageOf } from "../language.ts";
import type { Log } from "../log.ts";
import type { Preferences } from "../preferences.ts";
import type { Store } from "../store/store.ts";
import type { Invocation } from "./command.ts";
import { type Numbers, usualNumbers } from "./numbers.ts";
import { overlaid, preferencesShape } from "./preferences.ts";

/** What is set for the learner, and for the place; what the innermost place says comes before what is around it. */
export interface Wishes {
  readonly own: Preferences;
  readonly here: Preferences;
}

export const noWishes: Wishes = { own: {}, here: {} };

type From = Pick<Invocation, "learner" | "place">;

/** Reads what is set for a learner and for a place with all that is around it. */
export const readWishes = async (
  { learner, place }: From,
  { learners }: Pick<Store, "learners">,
): Promise<Wishes> => {
  const { own, places } = await learners.settingsIn(learner, placesOutwards(place));
  return {
    own: preferencesShape.parse(own),
    here: places
      .map((kept): Preferences => preferencesShape.parse(kept))
      .reduceRight((outer, inner) => overlaid(outer, inner), {}),
  };
};

/** No answer waits longer for what is set, in milliseconds; a prompt, whose store opens with the first question, may. */
const patience = { discord: 300, slack: 300, web: 300, terminal: 10_000 } as const;

/** The same for an answer that does without when it cannot be had in time. */
export const wishesInTime = async (
  from: From,
  { store, log }: { readonly store: Store; readonly log: Log },
): Promise<Wishes> => {
  try {
    const found = await within(patience[platformOf(from.learner)], readWishes(from, store));
    if (found !== undefined) return found;
    log.warn({ place: from.place }, "what is set is not known in time");
  } catch (error) {
    log.warn({ err: error, place: from.place }, "what is set is not known");
  }
  return noWishes;
};

/** What holds for an answer: one that everybody sees is as the place has it, one for the asker alone as they have it. */
export const wishedFor = ({ own, here }: Wishes, forAsker: boolean): Preferences =>
  forAsker ? overlaid(here, own) : here;

export const numbersFor = (wishes: Wishes, forAsker: boolean): Numbers => {
  const { digits = usualNumbers.digits, notation = usualNumbers.notation } = wishedFor(wishes, forAsker);
  return { digits, notation };
};

/** The asker's locale as the platform tells it, at once or when it is asked. */
export const localeOf = async ({
  askLocale,
  locale,
}: Pick<Invocation, "askLocale" | "locale">): Promise<string> => (await askLocale?.()) ?? locale;

/** The language of an answer: what is set, or else that of the asker's locale. */
export const languageFor = (wishes: Wishes, forAsker: boolean, locale: string): Language => {
  const { language = "auto" } = wishedFor(wishes, forAsker);
  return language === "auto" ? languageOf(locale) : language;
};

import type { webApi } from "@slack/bolt";
import { LRUCache } from "lru-cache";
import type { Tutor } from "../../commands/tutor.ts";
import { learnerId, placeId } from "../../identity.ts";
import type { Language } from "../../language.ts";

/** How long a locale is taken to hold, in milliseconds, and how long an answer waits to learn it. */
const [validity, patience] = [60 * 60_000, 700];

/** Asks Slack once an hour for each person: people seldom change their language, and Slack counts what is asked. */
const locales = new LRUCache<string, { readonly locale?: string }>({ max: 20_000, ttl: validity });

/** The locale of a person in a workspace, as "de-DE"; undefined where Slack does not tell, or not soon enough. */
export const localeOf = async (
  person: string,
  ask: () => Promise<string | undefined>,
): Promise<string | undefined> => {
  const known = locales.get(person);
  if (known !== undefined) return known.locale;
  const asked = ask().then(
    (locale) => {
      locales.set(person, locale === undefined ? {} : { locale });
      return locale;
    },
    // An app that may not read profiles is told so each time.
    () => {
      locales.set(person, {});
      return undefined;
    },
  );
  return Promise.race([asked, late()]);
};

const late = (): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), patience).unref());

interface Person {
  readonly client: webApi.WebClient;
  readonly team: string;
  readonly person: string;
  readonly channel: string;
}

/** The language in which the tutor speaks to somebody who has asked nothing yet. */
export const languageOf = async (
  { client, team, person, channel }: Person,
  { languageFor }: Pick<Tutor, "languageFor">,
): Promise<Language> => {
  const askLocale = async () =>
    (await client.users.info({ user: person, include_locale: true })).user?.locale;
  const locale = (await localeOf(`${team}/${person}`, askLocale)) ?? "en";
  return languageFor({
    learner: learnerId("slack", `${team}/${person}`),
    place: placeId("slack", team, channel),
    locale,
  });
};

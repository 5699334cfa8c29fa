import type { webApi } from "@slack/bolt";
import type { Tutor } from "../../commands/tutor.ts";
import { learnerId, placeId } from "../../identity.ts";
import { currentLanguage, inLanguage } from "../../language.ts";
import type { Posting } from "../../posting.ts";
import type { Connection } from "./connect.ts";

/**
 * Says hello to whoever has installed the app: in the language that they have set, or else that of their Slack, or else
 * the one that is spoken already, which is their browser's.
 */
export const welcomeInstaller = async (
  team: string,
  person: string,
  tutor: Pick<Tutor, "languageFor" | "welcome">,
  { clientWith, tokenOf }: Pick<Connection, "clientWith" | "tokenOf">,
  post: Posting["post"],
): Promise<void> => {
  const learner = learnerId("slack", `${team}/${person}`);
  const locale = (await localeIn(clientWith(await tokenOf(team)), person)) ?? currentLanguage();
  const language = await tutor.languageFor({ learner, place: placeId("slack", team), locale });
  await inLanguage(language, () => post(learner, tutor.welcome));
};

/** Asked anew each time: whoever installs the app again may have changed their language. */
const localeIn = async (client: webApi.WebClient, person: string): Promise<string | undefined> => {
  try {
    return (await client.users.info({ user: person, include_locale: true })).user?.locale;
  } catch {
    return undefined;
  }
};

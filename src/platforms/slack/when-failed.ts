import type { App } from "@slack/bolt";
import * as z from "zod";
import type { Tutor } from "../../commands/tutor.ts";
import { learnerId, placeId } from "../../identity.ts";
import { inLanguage } from "../../language.ts";
import type { Log } from "../../log.ts";
import { reportError } from "../../report-error.ts";
import { say } from "../../say.ts";
import { tellError, thrown } from "./bolt-log.ts";
import { isNotInstalled } from "./connect.ts";
import { postTo } from "./send.ts";
import { escapeText } from "./text.ts";

interface Means {
  /** Where people install the app, where they do so by themselves. */
  readonly installAt: string | undefined;
  /** Takes what nobody waits for. */
  readonly meanwhile: (work: Promise<void>) => void;
  readonly log: Log;
}

/** What goes wrong while an event is worked at. Whoever asks where the bot is no more is told how to have it again. */
export const answerFaults = (app: App, tutor: Tutor, { installAt, meanwhile, log }: Means): void => {
  app.error(async ({ error, body }: { readonly error: Error; readonly body: unknown }) => {
    if (isNotInstalled(error)) {
      log.info("Slack: something came from where the bot is not installed");
      if (installAt === undefined) return;
      const telling = tellHowToInstall(body, tutor, installAt);
      meanwhile(telling.catch((failure) => log.debug(tellError(failure), "Slack: nobody could be told so")));
      return;
    }
    const about = { slack: tellError(error).slack };
    reportError(log, thrown(error), {
      where: "platform",
      what: "Slack: an event could not be answered",
      about,
    });
  });
};

/** What of a command’s body, or of an interaction’s, tells who asked and where they are answered. */
const asked = z.object({
  response_url: z.url(),
  team_id: z.string().optional(),
  user_id: z.string().optional(),
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string() }).optional(),
});

/** Without a token only a response_url can be answered: that of a command or of a press. */
const tellHowToInstall = async (body: unknown, { languageFor }: Tutor, url: string): Promise<void> => {
  const read = asked.safeParse(body);
  if (!read.success) return;
  const { response_url, team_id, user_id, team, user } = read.data;
  const workspace = team_id ?? team?.id ?? "";
  const learner = learnerId("slack", `${workspace}/${user_id ?? user?.id}`);
  const language = await languageFor({ learner, place: placeId("slack", workspace), locale: "en" });
  const text = inLanguage(language, () =>
    say("I am not installed in this workspace any more. Whoever looks after it can install me again: {url}", {
      url,
    }),
  );
  await postTo(response_url, {
    response_type: "ephemeral",
    replace_original: false,
    mrkdwn: false,
    text: escapeText(text),
  });
};

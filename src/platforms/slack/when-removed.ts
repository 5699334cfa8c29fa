import type { App } from "@slack/bolt";
import type { Tutor } from "../../commands/tutor.ts";
import { placeId } from "../../identity.ts";
import type { Log } from "../../log.ts";

/**
 * An app that is taken out of a workspace has nothing under way there any more, and keeps no token for it. Slack repeats
 * its notices for a while, so one may arrive when the app has been installed again: then the token works, and it stays.
 */
export const noteRemoval = (
  app: App,
  { uninstalled }: Tutor,
  isStillIn: (team: string) => Promise<boolean>,
  log: Log,
): void => {
  const forget = async (team: string, why: string): Promise<void> => {
    if (await isStillIn(team)) {
      log.info({ team }, "Slack: a removal was told late; the app has been installed again since");
      return;
    }
    log.info({ team }, why);
    await uninstalled(placeId("slack", team));
  };
  app.event("app_uninstalled", ({ body }) => forget(body.team_id, "Slack: the app was uninstalled"));
  app.event("tokens_revoked", async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length === 0) return;
    await forget(body.team_id, "Slack: the bot's token was revoked");
  });
};

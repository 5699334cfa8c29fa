import type { App } from "@slack/bolt";
import type { Tutor } from "../../commands/tutor.ts";
import { placeId } from "../../identity.ts";
import type { Log } from "../../log.ts";

/** Has it kept in which workspace the bot is. */
export const keepInstallation = async (app: App, { installed }: Tutor): Promise<void> => {
  const { team_id: team, user_id: bot } = await app.client.auth.test();
  if (team !== undefined && bot !== undefined) await installed(placeId("slack", team), bot);
};

/** An app that is taken out of a workspace has nothing under way there any more. */
export const noteRemoval = (app: App, { uninstalled }: Tutor, log: Log): void => {
  app.event("app_uninstalled", async ({ body }) => {
    log.info("Slack: the app was uninstalled");
    await uninstalled(placeId("slack", body.team_id));
  });
  app.event("tokens_revoked", async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length === 0) return;
    log.info("Slack: the bot's token was revoked");
    await uninstalled(placeId("slack", body.team_id));
  });
};

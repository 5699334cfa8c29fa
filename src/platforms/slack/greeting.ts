import type { App, webApi } from "@slack/bolt";
import type { Tutor } from "../../commands/tutor.ts";
import { placeId } from "../../identity.ts";
import { inLanguage } from "../../language.ts";
import type { Log } from "../../log.ts";
import type { Posting } from "../../posting.ts";
import { createOnce } from "../once.ts";
import { tellError } from "./bolt-log.ts";
import { languageOf } from "./locales.ts";
import { quietly } from "./signs.ts";

/**
 * Greets whoever opens a conversation with the tutor, and suggests what to ask there. An app with Slack's agent view has
 * its conversations in the direct messages, and greets when these are opened for the first time; one from before has a
 * pane for assistants, and greets in each that is opened. What is written there comes as a direct message and takes the
 * way of those: Bolt's own `Assistant` would take all such threads for itself, and note in each which channel someone
 * looks at.
 */
export const greetOpenings = (app: App, tutor: Tutor, post: Posting["post"], log: Log): void => {
  const isNew = createOnce();

  app.event("app_home_opened", async ({ event, body, client, context }) => {
    if (event.tab !== "messages") return;
    const { channel, user: person } = event;
    const team = context.teamId ?? body.team_id;
    const place = placeId("slack", team, channel);
    const isFirst = isNew(place) && (await isEmpty(client, channel, log));
    await inLanguage(await languageOf({ client, team, person, channel }, tutor), async () => {
      const { greeting, title, prompts } = tutor.opening;
      if (isFirst) await post(place, greeting, `greeting/${place}`);
      // With a thread, Slack would show none to an app with the agent view.
      await suggest(client, { channel_id: channel, title, prompts: [...prompts] }, log);
    });
  });

  app.event("assistant_thread_started", async ({ event, body, client, context }) => {
    const { channel_id, thread_ts, user_id: person } = event.assistant_thread;
    const team = context.teamId ?? body.team_id;
    const place = placeId("slack", team, channel_id, thread_ts);
    await inLanguage(await languageOf({ client, team, person, channel: channel_id }, tutor), async () => {
      const { greeting, title, prompts } = tutor.opening;
      await post(place, greeting, body.event_id);
      await suggest(client, { channel_id, thread_ts, title, prompts: [...prompts] }, log);
    });
  });
};

const suggest = (
  client: webApi.WebClient,
  suggestion: webApi.AssistantThreadsSetSuggestedPromptsArguments,
  log: Log,
): Promise<void> => quietly(client.assistant.threads.setSuggestedPrompts(suggestion), log);

/** Whether nobody has written there yet; where the app may not look, it does not greet. */
const isEmpty = async (client: webApi.WebClient, channel: string, log: Log): Promise<boolean> => {
  try {
    const { messages = [] } = await client.conversations.history({ channel, limit: 1 });
    return messages.length === 0;
  } catch (error) {
    log.debug(tellError(error), "Slack: the direct messages with somebody could not be read");
    return false;
  }
};

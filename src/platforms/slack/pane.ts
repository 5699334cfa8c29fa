import type { App, webApi } from "@slack/bolt";
import type { Tutor } from "../../commands/tutor.ts";
import { cut } from "../../cut.ts";
import { type PlaceId, placeId } from "../../identity.ts";
import type { Log } from "../../log.ts";
import type { Posting } from "../../posting.ts";
import { say } from "../../say.ts";
import { createOnce } from "../once.ts";
import { tellError } from "./bolt-log.ts";
import type { Spot } from "./send.ts";

/**
 * Greets whoever opens the pane for assistants, and suggests what to ask. What is written there comes as a direct
 * message in a thread and takes the way of those: Bolt's own `Assistant` would take all such threads for itself, and
 * note in each which channel someone looks at.
 */
export const greetInPane = (app: App, { opening }: Tutor, post: Posting["post"], log: Log): void => {
  app.event("assistant_thread_started", async ({ event, body, client, context }) => {
    const { channel_id, thread_ts } = event.assistant_thread;
    const place: PlaceId = placeId("slack", context.teamId ?? body.team_id, channel_id, thread_ts);
    await post(place, opening.greeting, body.event_id);
    const { title, prompts } = opening;
    await quietly(
      client.assistant.threads.setSuggestedPrompts({ channel_id, thread_ts, title, prompts: [...prompts] }),
      log,
    );
  });
};

/** Where in a pane something was asked. */
export interface PaneSpot extends Spot {
  readonly thread: string;
  readonly client: webApi.WebClient;
}

/** Shows in a pane that the tutor is at work, and calls the conversation by its first question; resolves soon. */
export type ShowAtWork = (spot: PaneSpot, words: string) => Promise<void>;

/** The longest that an answer waits for the sign that it is worked on, in milliseconds. */
const patience = 1_000;

const longestTitle = 60;

export const createShowAtWork = (log: Log): ShowAtWork => {
  const isNew = createOnce();
  return async ({ client, channel, thread }, words) => {
    const spot = { channel_id: channel, thread_ts: thread };
    const { threads } = client.assistant;
    // The answer takes the sign away, so the sign may not come after it.
    const signs = [quietly(threads.setStatus({ ...spot, status: say("is working it out…") }), log)];
    if (isNew(`${channel}/${thread}`) && words.trim() !== "")
      signs.push(quietly(threads.setTitle({ ...spot, title: cut(words.trim(), longestTitle) }), log));
    await Promise.race([Promise.all(signs), late()]);
  };
};

const late = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, patience).unref());

/** Signs are a help, and answers come without them: where the app was installed before it asked for the scope. */
const quietly = async (sign: Promise<unknown>, log: Log): Promise<void> => {
  try {
    await sign;
  } catch (error) {
    log.debug(tellError(error), "Slack: a sign in a pane could not be shown");
  }
};

import type { webApi } from "@slack/bolt";
import { cut } from "../../base/cut.ts";
import type { Tutor } from "../../commands/tutor.ts";
import { inLanguage } from "../../language.ts";
import type { Log } from "../../log.ts";
import { say } from "../../say.ts";
import { createOnce } from "../once.ts";
import { tellError } from "./bolt-log.ts";
import { languageOf } from "./locales.ts";

/** Where in the direct messages something was asked, and by whom. */
export interface SignedSpot {
  readonly client: webApi.WebClient;
  readonly team: string;
  readonly person: string;
  readonly channel: string;
  readonly thread: string;
  /** The thread is one that Slack began for a pane, and has no name of its own. */
  readonly isPane: boolean;
}

/** Shows in a thread that the tutor is at work, and calls a pane by its first question; resolves soon. */
export type ShowAtWork = (spot: SignedSpot, words: string) => Promise<void>;

/** The longest that an answer waits for the sign that it is worked on, in milliseconds. */
const patience = 1_000;

const longestTitle = 60;

export const createShowAtWork = (tutor: Pick<Tutor, "languageFor">, log: Log): ShowAtWork => {
  const isNew = createOnce();
  return async (spot, words) => {
    const { client, channel, thread, isPane } = spot;
    const where = { channel_id: channel, thread_ts: thread };
    const { threads } = client.assistant;
    const showStatus = async () => {
      const status = inLanguage(await languageOf(spot, tutor), () => say("is working it out…"));
      await quietly(threads.setStatus({ ...where, status }), log);
    };
    // The answer takes the sign away, so the sign may not come after it.
    const signs = [showStatus()];
    if (isPane && isNew(`${channel}/${thread}`) && words.trim() !== "")
      signs.push(quietly(threads.setTitle({ ...where, title: cut(words.trim(), longestTitle) }), log));
    await Promise.race([Promise.all(signs), late()]);
  };
};

const late = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, patience).unref());

/** Signs are a help, and answers come without them: where the app was installed before it asked for the scope. */
export const quietly = async (sign: Promise<unknown>, log: Log): Promise<void> => {
  try {
    await sign;
  } catch (error) {
    log.debug(tellError(error), "Slack: a sign could not be shown");
  }
};

import type { App, MessageShortcut } from "@slack/bolt";
import { respondWith } from "./deliver.ts";
import { whyShortcut } from "./manifest.ts";
import { type Pointed, toMessage } from "./pointed.ts";
import type { Answering } from "./show.ts";
import { nameOf, teamOf } from "./who-and-where.ts";

/** The message shortcut “Why is this similar?”: whoever chooses it sees the answer, and no one else. */
export const answerShortcuts = (app: App, answer: Answering): void => {
  app.shortcut<MessageShortcut>(
    { callback_id: whyShortcut, type: "message_action" },
    async ({ shortcut, ack, respond, client, context }) => {
      await ack();
      const { thread_ts } = shortcut.message as { thread_ts?: string };
      const origin = {
        id: shortcut.trigger_id,
        team: context.teamId ?? teamOf(shortcut),
        person: shortcut.user.id,
        name: nameOf(shortcut.user),
        channel: shortcut.channel.id,
        thread: thread_ts,
        client,
      };
      const message = toMessage(shortcut.message as Pointed, context.botId);
      const shown = await answer(origin, { kind: "about", command: whyShortcut, message });
      await respondWith(
        respond,
        { ...shown, privately: true },
        {
          client,
          channel: origin.channel,
          thread: thread_ts,
          asker: origin.person,
        },
      );
    },
  );
};

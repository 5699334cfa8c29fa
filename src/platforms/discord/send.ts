import { type InteractionReplyOptions, type Message, MessageFlags } from "discord.js";
import { nonceOf } from "./outgoing.ts";
import { orInWords } from "./pictured.ts";
import type { DiscordMessage } from "./render.ts";
import type { Shown } from "./show.ts";

/** Nobody is ever notified by a text that a learner typed. */
const toNobody = { parse: [], repliedUser: false } as const;

/** What a message shows, in the words of discord.js. Files that are not among these go with what showed them. */
export const shownBy = ({ components, files }: DiscordMessage) => ({
  components,
  files: files.map(({ name, bytes, description }) => ({
    name,
    attachment: bytes,
    ...(description === undefined ? {} : { description }),
  })),
  flags: MessageFlags.IsComponentsV2 as const,
  allowedMentions: toNobody,
});

/** The same, as an answer to an interaction. */
export const toOptions = (message: DiscordMessage, privately: boolean): InteractionReplyOptions => ({
  ...shownBy(message),
  flags: privately ? MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral : MessageFlags.IsComponentsV2,
});

/**
 * Answers a message. Discord has no answer to a message that only one person sees. A request is repeated where it seems
 * to have failed; by the nonce, Discord knows what it has posted all the same.
 */
export const replyTo = async (asked: Message, shown: Shown): Promise<void> => {
  const sent: Message[] = [];
  await orInWords(
    shown,
    async (messages, isInWords) => {
      for (const [n, message] of messages.entries()) {
        const once = { nonce: nonceOf(asked.channelId, asked.id, n, isInWords), enforceNonce: true };
        sent.push(await asked.reply({ ...shownBy(message), ...once, failIfNotExists: false }));
      }
    },
    () => Promise.all(sent.splice(0).map((message) => message.delete())),
  );
  shown.later?.(async (message, n) => sent[n]?.edit(shownBy(message)));
};

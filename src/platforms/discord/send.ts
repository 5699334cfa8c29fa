import { type InteractionReplyOptions, type Message, MessageFlags } from "discord.js";
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

/** Answers a message. Discord has no answer to a message that only one person sees. */
export const replyTo = async (asked: Message, { messages, later }: Shown): Promise<void> => {
  const sent: Message[] = [];
  for (const message of messages)
    sent.push(await asked.reply({ ...shownBy(message), failIfNotExists: false }));
  later?.(async (message, n) => sent[n]?.edit(shownBy(message)));
};

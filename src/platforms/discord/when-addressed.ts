import { ChannelType, type Message } from "discord.js";
import type { Message as PointedMessage } from "../../commands/command.ts";
import type { Log } from "../../log.ts";
import { toMessage } from "./pointed.ts";
import { replyTo } from "./send.ts";
import type { Answering } from "./show.ts";
import { invocationOfMessage } from "./who-and-where.ts";

/** Whether the bot is meant: a direct message, or a mention by name. Replies and roles alone mean no one. */
export const isMeant = (message: Message): boolean => {
  if (message.author.bot || message.system) return false;
  return message.channel.type === ChannelType.DM || mentionOf(message).test(message.content);
};

const mentionOf = (message: Message): RegExp => new RegExp(`<@!?${message.client.user.id}>`, "g");

/** Mentions and direct messages. In an answer to a message, “this” is that message. */
export const answerWords = async (message: Message, answer: Answering, log: Log): Promise<void> => {
  const text = message.content.replace(mentionOf(message), " ").trim();
  const about = await answeredMessage(message, log);
  await replyTo(
    message,
    await answer(
      invocationOfMessage(message, { kind: "said", text, ...(about === undefined ? {} : { about }) }),
    ),
  );
};

const answeredMessage = async (message: Message, log: Log): Promise<PointedMessage | undefined> => {
  if (message.reference?.messageId === undefined) return undefined;
  try {
    return toMessage(await message.fetchReference());
  } catch (error) {
    log.debug({ code: (error as { code?: unknown }).code }, "the message answered could not be read");
    return { text: "", codes: [], isWithheld: true };
  }
};

import {
  type CommandInteraction,
  type InteractionReplyOptions,
  type Message,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
} from "discord.js";
import { within } from "../in-flight.ts";
import type { DiscordMessage } from "./render.ts";
import type { Shown } from "./show.ts";

/** Discord waits three seconds for the first sign of an answer. */
const patience = 1_500;

/** What can be answered with a message. */
export type Answerable = CommandInteraction | MessageComponentInteraction | ModalSubmitInteraction;

/** Nobody is ever notified by a text that a learner typed. */
const toNobody = { parse: [], repliedUser: false } as const;

/** What a message shows, in the words of discord.js. */
const shownBy = ({ components, files }: DiscordMessage) => ({
  components,
  files: files.map(({ name, bytes }) => ({ name, attachment: bytes })),
  flags: MessageFlags.IsComponentsV2 as const,
  allowedMentions: toNobody,
});

const toOptions = (message: DiscordMessage, privately: boolean): InteractionReplyOptions => ({
  ...shownBy(message),
  flags: privately ? MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral : MessageFlags.IsComponentsV2,
});

/**
 * Answers an interaction. The answer is the callback itself, one request which no limiter holds back; only an answer
 * that takes long is deferred, with the visibility that it is expected to have.
 */
export const respond = async (
  interaction: Answerable,
  answered: Promise<Shown>,
  expectedPrivately: boolean,
): Promise<void> => {
  const inTime = await within(patience, answered);
  if (inTime !== undefined) {
    const [first, ...rest] = inTime.messages;
    await interaction.reply(toOptions(first, inTime.privately));
    await followUp(interaction, rest, inTime.privately);
    return;
  }
  await interaction.deferReply(expectedPrivately ? { flags: MessageFlags.Ephemeral } : {});
  const { messages, privately } = await answered;
  if (privately === expectedPrivately) {
    const [first, ...rest] = messages;
    await interaction.editReply(shownBy(first));
    await followUp(interaction, rest, privately);
    return;
  }
  // Once it is shown, the visibility of an answer cannot be changed: it gives way to one of the right visibility.
  await interaction.deleteReply();
  await followUp(interaction, messages, privately);
};

/** Puts an answer in the place of the one whose button was pressed; what cannot go there is an answer of its own. */
export const respondInPlace = async (
  interaction: MessageComponentInteraction | ModalMessageModalSubmitInteraction,
  answered: Promise<Shown>,
): Promise<void> => {
  const inTime = await within(patience, answered);
  if (inTime === undefined || inTime.isProblem) return respond(interaction, answered, true);
  const [first, ...rest] = inTime.messages;
  // What the old answer showed of files goes with it.
  await interaction.update({ ...shownBy(first), attachments: [] });
  await followUp(interaction, rest, true);
};

const followUp = async (
  interaction: Answerable,
  messages: readonly DiscordMessage[],
  privately: boolean,
): Promise<void> => {
  for (const message of messages) await interaction.followUp(toOptions(message, privately));
};

/** Answers a message. Discord has no answer to a message that only one person sees. */
export const replyTo = async (asked: Message, { messages }: Shown): Promise<void> => {
  for (const message of messages) await asked.reply({ ...shownBy(message), failIfNotExists: false });
};

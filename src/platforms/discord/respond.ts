import {
  type CommandInteraction,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
} from "discord.js";
import { within } from "../../base/within.ts";
import { createEditions } from "./editions.ts";
import type { DiscordMessage } from "./render.ts";
import { shownBy, toOptions } from "./send.ts";
import type { Shown } from "./show.ts";

/** Discord waits three seconds for the first sign of an answer. */
const patience = 1_500;

/** What can be answered with a message. */
export type Answerable = CommandInteraction | MessageComponentInteraction | ModalSubmitInteraction;

/** Answers interactions, and has the pictures follow that come later than the words. */
export interface Responding {
  /**
   * Answers an interaction. The answer is the callback itself, one request which no limiter holds back; only an answer
   * that takes long is deferred, with the visibility that it is expected to have.
   */
  readonly respond: (
    interaction: Answerable,
    answered: Promise<Shown>,
    expectedPrivately: boolean,
  ) => Promise<void>;
  /** Puts an answer in the place of the one whose button was pressed; what cannot go there is an answer of its own. */
  readonly respondInPlace: (
    interaction: MessageComponentInteraction | ModalMessageModalSubmitInteraction,
    answered: Promise<Shown>,
  ) => Promise<void>;
}

export const createResponding = (): Responding => {
  const editions = createEditions();

  /** The messages of an answer, by their ids; only the first may be a later edition of a message. */
  const illustrateLater = (
    interaction: Answerable,
    { later }: Shown,
    ids: readonly (string | undefined)[],
    edition = 0,
  ) =>
    later?.(async (message, n) => {
      const id = ids[n];
      if (id === undefined) return;
      await editions.amend(id, n === 0 ? edition : 0, () =>
        interaction.editReply({ ...shownBy(message), message: id }),
      );
    });

  const respond: Responding["respond"] = async (interaction, answered, expectedPrivately) => {
    const inTime = await within(patience, answered);
    if (inTime !== undefined) {
      const [first, ...rest] = inTime.messages;
      const id = await reply(interaction, toOptions(first, inTime.privately), inTime.later !== undefined);
      const ids = [id, ...(await followUp(interaction, rest, inTime.privately))];
      illustrateLater(interaction, inTime, ids);
      return;
    }
    await respondLate(interaction, answered, expectedPrivately);
  };

  /** Tells Discord that the answer will come, and brings it when it is there. */
  const respondLate: Responding["respond"] = async (interaction, answered, expectedPrivately) => {
    await interaction.deferReply(expectedPrivately ? { flags: MessageFlags.Ephemeral } : {});
    const shown = await answered;
    const { messages, privately } = shown;
    if (privately === expectedPrivately) {
      const [first, ...rest] = messages;
      const { id } = await interaction.editReply(shownBy(first));
      illustrateLater(interaction, shown, [id, ...(await followUp(interaction, rest, privately))]);
      return;
    }
    // Once it is shown, the visibility of an answer cannot be changed: it gives way to one of the right visibility.
    await interaction.deleteReply();
    illustrateLater(interaction, shown, await followUp(interaction, messages, privately));
  };

  return {
    respond,
    respondInPlace: async (interaction, answered) => {
      const inTime = await within(patience, answered);
      // All the patience that Discord has is used up by now.
      if (inTime === undefined) return respondLate(interaction, answered, true);
      if (inTime.isProblem) return respond(interaction, answered, true);
      const [first, ...rest] = inTime.messages;
      const { id } = interaction.message;
      const edition = editions.next(id);
      const addition = editions.underWay(id);
      // What the old answer showed of files goes with it.
      await interaction.update({ ...shownBy(first), attachments: [] });
      const ids = [id, ...(await followUp(interaction, rest, true))];
      if (addition !== undefined) {
        // A picture of the old answer, sent before and perhaps taken after this one, would bring the old answer back.
        await addition;
        if (editions.isLatest(id, edition)) await interaction.editReply({ ...shownBy(first), message: id });
      }
      illustrateLater(interaction, inTime, ids, edition);
    },
  };
};

/** Sends the callback; the id of the message that it makes is asked for only where it is needed. */
const reply = async (
  interaction: Answerable,
  options: InteractionReplyOptions,
  wantsId: boolean,
): Promise<string | undefined> => {
  if (wantsId) {
    const { resource } = await interaction.reply({ ...options, withResponse: true });
    return resource?.message?.id;
  }
  await interaction.reply(options);
  return undefined;
};

const followUp = async (
  interaction: Answerable,
  messages: readonly DiscordMessage[],
  privately: boolean,
): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (const message of messages) ids.push((await interaction.followUp(toOptions(message, privately))).id);
  return ids;
};

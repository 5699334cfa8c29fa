import { type MessageComponentInteraction, MessageFlags, type ModalSubmitInteraction } from "discord.js";
import { within } from "../../base/within.ts";
import type { Tutor } from "../../commands/tutor.ts";
import { pressedCode } from "./choice-rows.ts";
import { formModal, typedIn } from "./modal.ts";
import type { Responding } from "./respond.ts";
import { type Answering, isForAsker, type Shown } from "./show.ts";
import { invocationOf } from "./who-and-where.ts";

/**
 * What a long button does is kept in the database. Discord does not wait until a slow one has told: after so many
 * milliseconds the press is answered as one that opens no form and whose answer takes no place.
 */
const patienceForCode = 400;

/** Buttons and menus: a form opens, or the answer comes at once. */
export const answerPress = async (
  interaction: MessageComponentInteraction,
  tutor: Tutor,
  answer: Answering,
  responding: Responding,
): Promise<void> => {
  const code = pressedCode(
    interaction.customId,
    interaction.isStringSelectMenu() ? interaction.values : undefined,
  );
  const form = await within(patienceForCode, tutor.form(code));
  if (form !== undefined) {
    await interaction.showModal(formModal(form, code));
    return;
  }
  await answerPrivatelyWhere(interaction, responding, tutor, code, () =>
    answer(invocationOf(interaction, { kind: "pressed", code })),
  );
};

/** A form that is sent. */
export const answerForm = (
  interaction: ModalSubmitInteraction,
  tutor: Tutor,
  answer: Answering,
  responding: Responding,
): Promise<void> => {
  const code = interaction.customId;
  return answerPrivatelyWhere(interaction, responding, tutor, code, () =>
    answer(invocationOf(interaction, { kind: "pressed", code, typed: typedIn(interaction) })),
  );
};

/** What follows from an answer that only the asker sees is for the asker alone, too. */
const answerPrivatelyWhere = async (
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  { respond, respondInPlace }: Responding,
  tutor: Tutor,
  code: string,
  ask: () => Promise<Shown>,
): Promise<void> => {
  const isPrivate = interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false;
  const answered = ask().then((shown) => ({ ...shown, privately: shown.privately || isPrivate }));
  const choice = await within(patienceForCode, tutor.codes.decode(code));
  if (isPrivate && choice?.inPlace === true && (!interaction.isModalSubmit() || interaction.isFromMessage()))
    return respondInPlace(interaction, answered);
  return respond(interaction, answered, isPrivate || isForAsker(tutor, choice?.does.command));
};

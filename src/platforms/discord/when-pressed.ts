import { type MessageComponentInteraction, MessageFlags, type ModalSubmitInteraction } from "discord.js";
import { within } from "../../base/within.ts";
import type { Input } from "../../commands/command.ts";
import type { Tutor } from "../../commands/tutor.ts";
import { isForAskerAlone } from "../../commands/visibility.ts";
import { pressedCode } from "./choice-rows.ts";
import { formModal, typedIn } from "./modal.ts";
import type { Responding } from "./respond.ts";
import { type Answering, commandCalled } from "./show.ts";
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
  await answerWhoPressed(interaction, responding, tutor, answer, { kind: "pressed", code });
};

/** A form that is sent. */
export const answerForm = (
  interaction: ModalSubmitInteraction,
  tutor: Tutor,
  answer: Answering,
  responding: Responding,
): Promise<void> =>
  answerWhoPressed(interaction, responding, tutor, answer, {
    kind: "pressed",
    code: interaction.customId,
    typed: typedIn(interaction),
  });

/** What follows from an answer that only the asker sees takes its place where it may. */
const answerWhoPressed = async (
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  { respond, respondInPlace }: Responding,
  tutor: Tutor,
  answer: Answering,
  input: Extract<Input, { kind: "pressed" }>,
): Promise<void> => {
  const hangsOnPrivate = interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false;
  const invocation = invocationOf(interaction, input);
  const answered = answer(invocation).then((shown) => ({
    ...shown,
    privately: shown.privately || hangsOnPrivate,
  }));
  const choice = await within(patienceForCode, tutor.codes.decode(input.code));
  if (
    hangsOnPrivate &&
    choice?.inPlace === true &&
    (!interaction.isModalSubmit() || interaction.isFromMessage())
  )
    return respondInPlace(interaction, answered);
  const command = commandCalled(tutor, choice?.does.command);
  return respond(
    interaction,
    answered,
    hangsOnPrivate || command?.audience === "asker" || (await isForAskerAlone(invocation, command)),
  );
};

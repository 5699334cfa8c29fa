import type { MessageContextMenuCommandInteraction } from "discord.js";
import { toMessage } from "./pointed.ts";
import { whyMenu } from "./registration.ts";
import type { Responding } from "./respond.ts";
import type { Answering } from "./show.ts";
import { invocationOf } from "./who-and-where.ts";

/** The message context menu “Why is this similar?”: whoever chooses it sees the answer, and no one else. */
export const answerMenu = (
  interaction: MessageContextMenuCommandInteraction,
  answer: Answering,
  { respond }: Responding,
): Promise<void> => {
  const message = toMessage(interaction.targetMessage);
  const answered = answer(invocationOf(interaction, { kind: "about", command: whyMenu.command, message }));
  return respond(
    interaction,
    answered.then((shown) => ({ ...shown, privately: true })),
    true,
  );
};

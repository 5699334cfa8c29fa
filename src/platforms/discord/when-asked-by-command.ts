import type { AutocompleteInteraction, ChatInputCommandInteraction } from "discord.js";
import type { Tutor } from "../../commands/tutor.ts";
import type { OptionValue } from "../../reply/reply.ts";
import { shortened } from "./choice-rows.ts";
import { limits } from "./limits.ts";
import { respond } from "./send.ts";
import { type Answering, isForAsker } from "./show.ts";
import { invocationOf } from "./who-and-where.ts";

/** A slash command. */
export const answerCommand = (
  interaction: ChatInputCommandInteraction,
  tutor: Tutor,
  answer: Answering,
): Promise<void> => {
  const options = Object.fromEntries(
    interaction.options.data.map(({ name, value }) => [name, value as OptionValue]),
  );
  const command = interaction.commandName;
  return respond(
    interaction,
    answer(invocationOf(interaction, { kind: "call", command, options })),
    isForAsker(tutor, command),
  );
};

/** While an option is typed: what the text comes to so far, or what is still missing. */
export const suggest = async (interaction: AutocompleteInteraction, tutor: Tutor): Promise<void> => {
  const { name, value } = interaction.options.getFocused(true);
  const completions = tutor.complete(interaction.commandName, name, value);
  await interaction.respond(
    completions
      .filter((completion) => completion.value !== "" && completion.value.length <= limits.completion)
      .slice(0, limits.completions)
      .map((completion) => ({
        name: shortened(completion.label, limits.completion),
        value: completion.value,
      })),
  );
};

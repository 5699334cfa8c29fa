import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
} from "discord.js";
import type { Command } from "../../commands/command.ts";
import type { Tutor } from "../../commands/tutor.ts";
import { optionsOf } from "../../commands/usage.ts";
import { isForAskerAlone } from "../../commands/visibility.ts";
import type { OptionValue } from "../../reply/reply.ts";
import { shortened } from "./choice-rows.ts";
import { limits } from "./limits.ts";
import type { Responding } from "./respond.ts";
import { type Answering, commandCalled } from "./show.ts";
import { askerOf, invocationOf } from "./who-and-where.ts";

/** A slash command. */
export const answerCommand = async (
  interaction: ChatInputCommandInteraction,
  tutor: Tutor,
  answer: Answering,
  { respond }: Responding,
): Promise<void> => {
  const name = interaction.commandName;
  const command = commandCalled(tutor, name);
  const options = optionsIn(interaction.options.data, firstOptionOf(command));
  const invocation = invocationOf(interaction, { kind: "call", command: name, options });
  return respond(
    interaction,
    answer(invocation),
    command?.audience === "asker" || (await isForAskerAlone(invocation, command)),
  );
};

/** Options by name; a subcommand is a value of the command's first option. */
const optionsIn = (
  data: readonly CommandInteractionOption[],
  first: string,
): Readonly<Record<string, OptionValue>> =>
  Object.fromEntries(
    data.flatMap(({ name, type, value, options = [] }) =>
      type === ApplicationCommandOptionType.Subcommand
        ? [[first, name], ...Object.entries(optionsIn(options, first))]
        : [[name, value as OptionValue]],
    ),
  );

const firstOptionOf = (command: Command | undefined): string =>
  (command === undefined ? undefined : optionsOf(command)[0]?.name) ?? "";

/** While an option is typed: what the text comes to so far, or what is still missing. */
export const suggest = async (interaction: AutocompleteInteraction, tutor: Tutor): Promise<void> => {
  const { name, value } = interaction.options.getFocused(true);
  const completions = await tutor.complete(askerOf(interaction), interaction.commandName, name, value);
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

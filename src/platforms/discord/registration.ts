import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Command } from "../../commands/command.ts";
import { type OptionDescription, optionsOf } from "../../commands/usage.ts";
import { shortened } from "./choice-rows.ts";
import { limits, longestOption } from "./limits.ts";

/** The message context menu “Why is this similar?”, and the command that it gives. */
export const whyMenu = { name: "Why is this similar?", command: "why" } as const;

/** In servers, in direct messages with the bot, and in those with others. */
const contexts = [
  InteractionContextType.Guild,
  InteractionContextType.BotDM,
  InteractionContextType.PrivateChannel,
];

/** Installed to a server, or by one person for all places. */
const integrations = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall];

const everywhere = { contexts, integration_types: integrations };

/** What is registered with Discord, made from the commands. */
export const registrationOf = (
  commands: readonly Command[],
): readonly RESTPostAPIApplicationCommandsJSONBody[] => [
  ...commands.flatMap((command) =>
    [command.name, ...command.aliases].map((name) => ({
      type: ApplicationCommandType.ChatInput as const,
      name,
      description: command.summary,
      options: registeredOptions(optionsOf(command)),
      ...everywhere,
    })),
  ),
  { type: ApplicationCommandType.Message, name: whyMenu.name, ...everywhere },
];

type RegisteredOption = APIApplicationCommandOption;

/** One that holds a value, and no other options. */
type PlainOption = APIApplicationCommandBasicOption;

const types = {
  string: ApplicationCommandOptionType.String,
  integer: ApplicationCommandOptionType.Integer,
  number: ApplicationCommandOptionType.Number,
  boolean: ApplicationCommandOptionType.Boolean,
} as const;

/** The options of a command; where the first one's values are actions, a subcommand for each of them. */
const registeredOptions = ([first, ...others]: readonly OptionDescription[]): RegisteredOption[] => {
  if (first === undefined) return [];
  if (first.actions === undefined) return [first, ...others].map(toOption);
  return Object.entries(first.actions).map(([name, { summary, takes }]) => ({
    type: ApplicationCommandOptionType.Subcommand,
    name,
    description: summary,
    options: others.filter((option) => takes.includes(option.name)).map(toOption),
  }));
};

const toOption = ({
  name,
  description,
  required,
  type,
  values,
  least,
  most,
}: OptionDescription): PlainOption =>
  ({
    type: types[type],
    name,
    description: shortened(description, limits.description),
    ...(required ? { required } : {}),
    ...(values === undefined ? {} : { choices: values.map((value) => ({ name: value, value })) }),
    ...(type === "string" && values === undefined ? { autocomplete: true, max_length: longestOption } : {}),
    ...(least === undefined ? {} : { min_value: least }),
    ...(most === undefined ? {} : { max_value: most }),
  }) as PlainOption;

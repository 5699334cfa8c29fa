import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Command } from "../../commands/command.ts";
import { describe, type OptionDescription, optionsOf } from "../../commands/usage.ts";
import { inLanguage, type Language } from "../../language.ts";
import { message, say } from "../../say.ts";
import { shortened } from "./choice-rows.ts";
import { limits, longestOption } from "./limits.ts";

/** The message context menu “Why is this similar?”, and the command that it gives. */
export const whyMenu = { name: message("Why is this similar?"), command: "why" } as const;

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
      ...described(() => say(command.summary)),
      options: registeredOptions(optionsOf(command)),
      ...(command.isForAdministrators
        ? { default_member_permissions: String(PermissionFlagsBits.ManageGuild) }
        : {}),
      ...everywhere,
    })),
  ),
  {
    type: ApplicationCommandType.Message,
    name: whyMenu.name,
    name_localizations: inOthers(() => say(whyMenu.name)),
    ...everywhere,
  },
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
    ...described(() => say(summary)),
    options: others.filter((option) => takes.includes(option.name)).map(toOption),
  }));
};

const toOption = (option: OptionDescription): PlainOption => {
  const { name, required, type, values, least, most } = option;
  return {
    type: types[type],
    name,
    ...described(() => describe(option)),
    ...(required ? { required } : {}),
    ...(values === undefined ? {} : { choices: values.map((value) => ({ name: value, value })) }),
    ...(type === "string" && values === undefined ? { autocomplete: true, max_length: longestOption } : {}),
    ...(least === undefined ? {} : { min_value: least }),
    ...(most === undefined ? {} : { max_value: most }),
  } as PlainOption;
};

/** Discord's own names of the languages that the tutor speaks beside English. */
const locales: Readonly<Record<Exclude<Language, "en">, readonly Locale[]>> = {
  de: [Locale.German],
  es: [Locale.SpanishES, Locale.SpanishLATAM],
};

/** A text in each of those languages; the names of commands and options are the same in all. */
const inOthers = (text: () => string): LocalizationMap =>
  Object.fromEntries(
    Object.entries(locales).flatMap(([language, names]) =>
      names.map((name) => [name, inLanguage(language as Language, text)]),
    ),
  );

const described = (text: () => string) => {
  const short = () => shortened(text(), limits.description);
  return { description: inLanguage("en", short), description_localizations: inOthers(short) };
};

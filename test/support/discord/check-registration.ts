import { Locale } from "discord.js";
import type { Json } from "./check-message.ts";

const optionTypes = new Set([3, 4, 5, 10]);
const within = (where: string, value: unknown, least: number, most: number): string[] => {
  const length = typeof value === "string" ? value.length : -1;
  return length < least || length > most
    ? [`${where}: ${length} characters, wanted ${least} to ${most}`]
    : [];
};

const checkName = (where: string, name: unknown): string[] =>
  typeof name === "string" && /^[-_'\p{L}\p{N}]{1,32}$/u.test(name) && name === name.toLowerCase()
    ? []
    : [`${where}: the name “${name}”`];

const locales: ReadonlySet<string> = new Set(Object.values(Locale));

/** The same text in other languages, each as long as the text itself may be. */
const checkLocalised = (where: string, localised: unknown, most: number): string[] =>
  Object.entries((localised ?? {}) as Json).flatMap(([locale, text]) => [
    ...(locales.has(locale) ? [] : [`${where}: Discord has no locale ${locale}`]),
    ...within(`${where} in ${locale}`, text, 1, most),
  ]);

const checkOption = (where: string, option: Json): string[] => {
  const choices = (option.choices ?? []) as Json[];
  return [
    ...checkName(where, option.name),
    ...within(`${where} description`, option.description, 1, 100),
    ...checkLocalised(where, option.description_localizations, 100),
    ...(optionTypes.has(option.type as number) ? [] : [`${where}: type ${option.type}`]),
    ...(choices.length > 25 ? [`${where}: ${choices.length} choices`] : []),
    ...(choices.length > 0 && option.autocomplete === true ? [`${where}: autocomplete beside choices`] : []),
    ...choices.flatMap(({ name, value }) => [
      ...within(`${where} choice`, name, 1, 100),
      ...within(`${where} choice`, String(value), 1, 100),
    ]),
    ...(((option.max_length ?? 1) as number) > 6000 ? [`${where}: max_length`] : []),
  ];
};

/** At most 25, each name once, those that are required first. */
const checkOrder = (where: string, options: readonly Json[]): string[] => {
  const required = options.map((option) => option.required === true);
  return [
    ...(options.length > 25 ? [`${where}: ${options.length} options`] : []),
    ...(required.indexOf(false) >= 0 && required.lastIndexOf(true) > required.indexOf(false)
      ? [`${where}: a required option after one that is not`]
      : []),
    ...(new Set(options.map(({ name }) => name)).size === options.length ? [] : [`${where}: options repeat`]),
  ];
};

const checkSubcommand = (where: string, { name, description, options = [], ...more }: Json): string[] => [
  ...checkLocalised(where, more.description_localizations, 100),
  ...(/^[a-z0-9_-]{1,32}$/.test(String(name)) ? [] : [`${where}: the name “${name}”`]),
  ...within(`${where} description`, description, 1, 100),
  ...(["required", "choices", "autocomplete"].some((key) => key in more)
    ? [`${where}: a subcommand holds no value`]
    : []),
  ...checkOrder(where, options as Json[]),
  ...(options as Json[]).flatMap((option) => checkOption(`${where} ${option.name}`, option)),
];

const checkOptions = (where: string, options: readonly Json[]): string[] => {
  const subcommands = options.filter(({ type }) => type === 1);
  if (subcommands.length === 0)
    return options.flatMap((option) => checkOption(`${where} ${option.name}`, option));
  return [
    ...(subcommands.length === options.length ? [] : [`${where}: subcommands beside other options`]),
    ...subcommands.flatMap((each) => checkSubcommand(`${where} ${each.name}`, each)),
  ];
};

const checkCommand = (command: Json): string[] => {
  const where = `/${command.name}`;
  const options = (command.options ?? []) as Json[];
  if (command.type === 3)
    return [
      ...within(`${where} name`, command.name, 1, 32),
      ...checkLocalised(where, command.name_localizations, 32),
      ...(command.description === undefined && options.length === 0
        ? []
        : [`${where}: a context menu has no description`]),
    ];
  return [
    ...checkName(where, command.name),
    ...within(`${where} description`, command.description, 1, 100),
    ...checkLocalised(where, command.description_localizations, 100),
    ...checkOrder(where, options),
    ...checkOptions(where, options),
  ];
};

/** The commands of an application, as they are put. */
export const checkRegistration = (commands: readonly Json[]): string[] => {
  const slash = commands.filter(({ type = 1 }) => type === 1);
  const names = commands.map(({ name, type = 1 }) => `${type} ${name}`);
  return [
    ...(slash.length > 100 ? [`${slash.length} slash commands`] : []),
    ...(commands.filter(({ type }) => type === 3).length > 5 ? ["more than 5 message menus"] : []),
    ...(new Set(names).size === names.length ? [] : ["names repeat"]),
    ...slash.flatMap((command) => {
      const size = JSON.stringify([command.name, command.description, command.options]).length;
      return size > 8000 ? [`/${command.name}: ${size} characters in all`] : [];
    }),
    ...commands.flatMap(checkCommand),
  ];
};

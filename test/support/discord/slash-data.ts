import type { Json } from "./check-message.ts";

export type Options = Readonly<Record<string, unknown>>;

const optionTypes: Readonly<Record<number, string>> = {
  3: "string",
  4: "number",
  5: "boolean",
  10: "number",
};

const subcommand = 1;

const listOf = (options: unknown): Json[] => (options ?? []) as Json[];

const hasSubcommands = (command: Json): boolean =>
  listOf(command.options).some(({ type }) => type === subcommand);

const subcommandOf = (command: Json, name: string): Json => {
  const all = listOf(command.options);
  const found = all.find((each) => each.type === subcommand && each.name === name);
  if (found === undefined)
    throw new Error(`Discord asks for one of: ${all.map((each) => each.name).join(", ")}`);
  return found;
};

/** Options as Discord sends them: what is registered decides on names and types. */
const optionsFor = (known: readonly Json[], options: Options): Json[] => {
  for (const { name, required } of known)
    if (required === true && !(String(name) in options)) throw new Error(`Discord asks for ${name}`);
  return Object.entries(options).map(([name, value]) => {
    const option = known.find((each) => each.name === name);
    const choices = listOf(option?.choices);
    if (
      option === undefined ||
      typeof value !== optionTypes[option.type as number] ||
      (choices.length > 0 && !choices.some((choice) => choice.value === value))
    )
      throw new Error(`Discord does not let one type ${name}: ${String(value)}`);
    return { name, type: option.type, value };
  });
};

/** What stands after `name:`, up to the next name, as a value of the registered type. */
const pairsIn = (known: readonly Json[], typed: string): Options =>
  Object.fromEntries(
    typed
      .split(/\s+(?=[a-z]+:)/)
      .filter((pair) => pair !== "")
      .map((pair) => {
        const [, name = pair, value = ""] = /^([a-z]+):\s*(.*)$/s.exec(pair) ?? [];
        const type = optionTypes[known.find((each) => each.name === name)?.type as number];
        if (type === "number") return [name, Number(value)];
        return [name, type === "boolean" ? value === "true" : value];
      }),
  );

/**
 * What a slash command brings. What follows the name is the first option, or several by name; with subcommands it is
 * the subcommand and then `name:value`, or further options by name.
 */
export const slashData = (command: Json, typed: string | Options, more?: Options): Json => {
  const common = { id: command.id, name: command.name, type: 1 };
  const known = listOf(command.options);
  if (hasSubcommands(command)) {
    const [, name = "", rest = ""] = /^(\S*)\s*(.*)$/s.exec(String(typed)) ?? [];
    const within = listOf(subcommandOf(command, name).options);
    const options = optionsFor(within, { ...pairsIn(within, rest), ...more });
    return { ...common, options: [{ name, type: subcommand, options }] };
  }
  const [first] = known;
  if (typeof typed !== "string") return { ...common, options: optionsFor(known, typed) };
  // Into an option with choices, nobody types anything else.
  if (first !== undefined && listOf(first.choices).length > 0 && /^[a-z]+:/.test(typed))
    return { ...common, options: optionsFor(known, { ...pairsIn(known, typed), ...more }) };
  const options = typed === "" || first === undefined ? {} : { [String(first.name)]: typed };
  return { ...common, options: optionsFor(known, { ...options, ...more }) };
};

/** What is sent while an option is typed. */
export const focusedData = (command: Json, option: string, typed: string, of?: string): Json => {
  const focused = { name: option, type: 3, value: typed, focused: true };
  const options =
    of === undefined
      ? [focused]
      : [{ name: subcommandOf(command, of).name, type: subcommand, options: [focused] }];
  return { id: command.id, name: command.name, type: 1, options };
};

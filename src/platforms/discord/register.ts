import { REST, type RequestData, Routes, type Snowflake } from "discord.js";
import type { Command } from "../../commands/command.ts";
import { registrationOf } from "./registration.ts";

export interface RegisterSettings {
  readonly token: string;
  /** Another server than discord.com that speaks the same API. */
  readonly apiUrl?: string | undefined;
  /** Registers in this one server only, where a change shows at once. */
  readonly guildId?: string | undefined;
}

/** Registers the commands, without a connection to the gateway; tells whether anything changed. */
export const registerByHand = async (
  commands: readonly Command[],
  { token, apiUrl, guildId }: RegisterSettings,
): Promise<boolean> => {
  const rest = new REST(apiUrl === undefined ? {} : { api: apiUrl }).setToken(token);
  const { id } = (await rest.get(Routes.currentApplication())) as { id: Snowflake };
  return register(rest, id, commands, guildId);
};

/** Puts the commands there where what is registered differs from them: Discord counts each put. */
export const register = async (
  rest: Pick<REST, "get" | "put">,
  applicationId: Snowflake,
  commands: readonly Command[],
  guildId?: string,
): Promise<boolean> => {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const wanted = registrationOf(commands);
  const query = new URLSearchParams({ with_localizations: "true" });
  const registered = (await rest.get(route, { query })) as readonly Registered[];
  if (canonical(registered) === canonical(wanted as readonly Registered[])) return false;
  await rest.put(route, { body: wanted } satisfies RequestData);
  return true;
};

/** Names of commands by how what is registered differs from what is wanted. */
export interface Differences {
  readonly missing: readonly string[];
  readonly different: readonly string[];
  /** Registered, but not wanted. */
  readonly strange: readonly string[];
}

export const differencesOf = (
  registered: readonly Registered[],
  wanted: readonly Registered[],
): Differences => {
  const there = new Map(registered.map((each) => [each.name, canonical([each])]));
  const names = new Set(wanted.map(({ name }) => name));
  return {
    missing: wanted.flatMap(({ name }) => (there.has(name) ? [] : [name])),
    different: wanted.flatMap((each) =>
      there.has(each.name) && there.get(each.name) !== canonical([each]) ? [each.name] : [],
    ),
    strange: registered.flatMap(({ name }) => (names.has(name) ? [] : [name])),
  };
};

type Localised = Readonly<Record<string, string>> | null | undefined;

/** A command as Discord has it. */
export interface Registered {
  readonly name: string;
  readonly type?: number;
  readonly description?: string;
  readonly name_localizations?: Localised;
  readonly description_localizations?: Localised;
  readonly default_member_permissions?: string | null;
  readonly contexts?: readonly number[] | null;
  readonly integration_types?: readonly number[];
  readonly options?: readonly Option[];
}

/** Discord adds fields of its own and leaves out those that are as usual: what is compared is what we say. */
const canonical = (commands: readonly Registered[]): string =>
  JSON.stringify(
    commands
      .toSorted((x, y) => (x.name < y.name ? -1 : 1))
      .map(({ name, type = 1, description = "", contexts, integration_types, options = [], ...more }) => [
        name,
        inOrder(more.name_localizations),
        type,
        description,
        inOrder(more.description_localizations),
        more.default_member_permissions ?? null,
        contexts ?? [],
        integration_types ?? [],
        options.map(canonicalOption),
      ]),
  );

type Option = Readonly<Record<string, unknown>>;

const canonicalOption = (option: Option): readonly unknown[] => [
  option.type,
  option.name,
  option.description,
  inOrder(option.description_localizations as Localised),
  option.required ?? false,
  option.autocomplete ?? false,
  option.min_value ?? null,
  option.max_value ?? null,
  option.max_length ?? null,
  ((option.choices ?? []) as readonly Option[]).map(({ name, value }) => [name, value]),
  ((option.options ?? []) as readonly Option[]).map(canonicalOption),
];

const inOrder = (localised: Localised): readonly (readonly string[])[] =>
  Object.entries(localised ?? {}).toSorted(([x], [y]) => (x < y ? -1 : 1));

import * as z from "zod";
import type { PlatformName } from "../identity.ts";
import { lowerFirst, say, type Values } from "../say.ts";
import type { Command } from "./command.ts";

/** An option as the outside sees it. */
export interface OptionDescription {
  readonly name: string;
  /** What it is for, a message. */
  readonly description: string;
  /** What stands in that message. */
  readonly stands: Values;
  readonly required: boolean;
  readonly type: "string" | "integer" | "number" | "boolean";
  /** The text holds vectors. */
  readonly readsVectors: boolean;
  /** It may hold words instead. */
  readonly orWords: boolean;
  readonly values?: readonly string[];
  readonly least?: number;
  readonly most?: number;
  /** What a form says that asks for it. */
  readonly form?: FormWords;
  /** Its values are things that the command does: on Discord, subcommands. */
  readonly actions?: Readonly<Record<string, ActionDescription>>;
}

export interface ActionDescription {
  /** At most 100 characters. */
  readonly summary: string;
  /** The further options that it takes. */
  readonly takes: readonly string[];
  /** Verbs by which a sentence asks for it, in any language. */
  readonly phrases: readonly string[];
}

export interface FormWords {
  /** At most 24 characters: Slack's limit for the title of a form. */
  readonly title: string;
  /** At most 45 characters: Discord's limit. */
  readonly label: string;
}

const action = z.object({
  summary: z.string().max(100),
  takes: z.array(z.string()),
  phrases: z.array(z.string()).default([]),
});

const shape = z.object({
  properties: z.record(
    z.string(),
    z.object({
      description: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      type: z.enum(["string", "integer", "number", "boolean"]),
      enum: z.array(z.string()).optional(),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      reads: z.enum(["vectors", "vectors or words"]).optional(),
      form: z.object({ title: z.string().max(24), label: z.string().max(45) }).optional(),
      actions: z.record(z.string(), action).optional(),
    }),
  ),
  required: z.array(z.string()).optional(),
});

const described = new WeakMap<Command, readonly OptionDescription[]>();

/** The options of a command in the order in which they are typed. */
export const optionsOf = (command: Command): readonly OptionDescription[] => {
  const known = described.get(command);
  if (known !== undefined) return known;
  const { properties, required = [] } = shape.parse(z.toJSONSchema(command.options, { io: "input" }));
  const options = Object.entries(properties).map(
    ([
      name,
      { description, values: stands = {}, type, reads, enum: values, minimum, maximum, form, actions },
    ]): OptionDescription => ({
      name,
      description,
      stands,
      type,
      required: required.includes(name),
      readsVectors: reads !== undefined,
      orWords: reads === "vectors or words",
      ...(values === undefined ? {} : { values }),
      ...(minimum === undefined ? {} : { least: minimum }),
      ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { most: maximum }),
      ...(form === undefined ? {} : { form }),
      ...(actions === undefined ? {} : { actions }),
    }),
  );
  described.set(command, options);
  return options;
};

/** What an option is for, in a sentence. */
export const describe = ({ description, stands }: OptionDescription): string => say(description, stands);

/** What an option takes, as a phrase. */
export const wantedFor = (option: OptionDescription): string => {
  const { values, least, most, type } = option;
  if (values !== undefined)
    return values.length > 3
      ? say("one of {values}", { values: values.join(", ") })
      : say("{count, plural, one {{one}} other {{others} or {last}}}", {
          count: values.length,
          one: values[0] ?? "",
          others: values.slice(0, -1).join(", "),
          last: values.at(-1) ?? "",
        });
  if (type === "integer")
    return most === undefined || least === undefined
      ? say("a whole number")
      : say("a whole number from {least} to {most}", { least, most });
  return lowerFirst(describe(option));
};

/** What may follow the name: `vectors [show:answer|steps] [digits:1–15]`. */
export const usageOf = (command: Command): string =>
  optionsOf(command)
    .map((option, i) => {
      if (i === 0 && option.actions !== undefined) return Object.keys(option.actions).join("|");
      if (i === 0) return option.required ? option.name : `[${option.name}]`;
      return `[${option.name}:${takes(option)}]`;
    })
    .join(" ");

/** What a further option takes, in a few characters. */
const takes = ({ values, type, least, most }: OptionDescription): string =>
  values?.join("|") ?? (type === "string" ? "…" : most === undefined ? say("number") : `${least}–${most}`);

/** Names that a platform keeps for itself; `/tutor` reaches those commands there. */
export const reservedNames: Readonly<Record<PlatformName, ReadonlySet<string>>> = {
  discord: new Set(),
  slack: new Set(
    "apps archive away call collapse dm dnd expand feed feedback help invite invite_people join kick leave me msg mute open part prefs remind remove rename search shortcuts shrug star status topic unarchive who".split(
      " ",
    ),
  ),
  web: new Set(),
  terminal: new Set(),
};

/** What holds the channels is a server on Discord and a workspace on Slack: either may be typed everywhere. */
export const wordedFor = (platform: PlatformName, typed: string): string =>
  platform === "slack" ? typed.replace(/\bserver\b/g, "workspace") : typed;

/** An option's value by the one name that is known for it. */
export const valueMeant = ({ values = [] }: OptionDescription, typed: string): string =>
  typed === "workspace" && !values.includes(typed) && values.includes("server") ? "server" : typed;

/** What to type on a platform to reach a command: `/help`, on Slack `/tutor help`. */
export const typedAs = (platform: PlatformName, name: string): string =>
  reservedNames[platform].has(name) ? `/tutor ${name}` : `/${name}`;

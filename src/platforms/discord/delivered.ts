import {
  ApplicationCommandType,
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  type Client,
  ComponentType,
  Constants,
  type Interaction,
  InteractionType,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
} from "discord.js";
import * as z from "zod";
import type { PlaceId } from "../../identity.ts";
import { placeOf } from "./who-and-where.ts";

const id = z.string().regex(/^\d{1,20}$/);

/** What every interaction has; discord.js reads the rest, which differs from kind to kind. */
const shape = z.looseObject({
  id,
  application_id: id,
  type: z.number(),
  token: z.string().min(1),
  data: z.looseObject({ type: z.number().optional(), component_type: z.number().optional() }),
  guild_id: id.optional(),
  channel: z.looseObject({ id, type: z.number(), parent_id: id.nullish() }).optional(),
  entitlements: z.array(z.unknown()).default([]),
  authorizing_integration_owners: z.looseObject({}).default({}),
});

type Payload = z.output<typeof shape>;

/** The constructors of discord.js are for itself alone, since it makes interactions of what the gateway sends. */
type Made = new (client: Client, payload: Payload) => Interaction;

const made = (one: unknown): Made => one as Made;

const commands: Readonly<Partial<Record<number, Made>>> = {
  [ApplicationCommandType.ChatInput]: made(ChatInputCommandInteraction),
  [ApplicationCommandType.Message]: made(MessageContextMenuCommandInteraction),
};

const components: Readonly<Partial<Record<number, Made>>> = {
  [ComponentType.Button]: made(ButtonInteraction),
  [ComponentType.StringSelect]: made(StringSelectMenuInteraction),
};

/** What can come of our own commands and messages, by the types that Discord gives it. */
const kindOf = ({ type, data }: Payload): Made | undefined => {
  if (type === InteractionType.ApplicationCommand) return commands[data.type ?? 0];
  if (type === InteractionType.MessageComponent) return components[data.component_type ?? 0];
  if (type === InteractionType.ApplicationCommandAutocomplete) return made(AutocompleteInteraction);
  return type === InteractionType.ModalSubmit ? made(ModalSubmitInteraction) : undefined;
};

/** An interaction that came by HTTP. */
export interface Delivered {
  readonly interaction: Interaction;
  /** Where it happened; a client that is not connected knows no thread's channel but from the delivery itself. */
  readonly place: PlaceId;
}

/**
 * Makes an interaction of what Discord delivers, as discord.js does with what the gateway sends. Undefined for what
 * is none, or of a kind that nothing of ours gives rise to.
 */
export const readDelivered = (client: Client, delivered: unknown): Delivered | undefined => {
  const { data: payload } = shape.safeParse(delivered);
  if (payload === undefined) return undefined;
  const Kind = kindOf(payload);
  if (Kind === undefined) return undefined;
  const { guild_id: guildId = null, channel = null } = payload;
  const isThread = () =>
    channel !== null && (Constants.ThreadChannelTypes as number[]).includes(channel.type);
  return {
    interaction: new Kind(client, payload),
    place: placeOf({
      guildId,
      channelId: channel?.id ?? null,
      channel: { isThread, parentId: channel?.parent_id ?? null },
    }),
  };
};

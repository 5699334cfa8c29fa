import { DiscordAPIError, RESTJSONErrorCodes } from "discord.js";
import { toldOfError } from "../../error-fields.ts";
import { PostRefused, type Refusal } from "../../posting.ts";

/** Discord's codes for what it will not take later either. */
const refusals: Readonly<Partial<Record<string | number, Refusal>>> = {
  [RESTJSONErrorCodes.MissingAccess]: "forbidden",
  [RESTJSONErrorCodes.MissingPermissions]: "forbidden",
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: "forbidden",
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread]: "forbidden",
  [RESTJSONErrorCodes.ThreadLocked]: "forbidden",
  [RESTJSONErrorCodes.UnknownChannel]: "gone",
  [RESTJSONErrorCodes.UnknownMessage]: "gone",
};

/** The refusal that an error is, or that one of discord.js tells of; undefined where another try may help. */
export const refusalOf = (error: unknown): PostRefused | undefined => {
  if (error instanceof PostRefused) return error;
  if (!(error instanceof DiscordAPIError)) return undefined;
  const refusal = refusals[error.code] ?? (error.status === 404 ? "gone" : undefined);
  return refusal === undefined ? undefined : new PostRefused(refusal);
};

/** The interaction is over: too much time has passed, or somebody else has answered it. */
const overtaken: ReadonlySet<string | number> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownWebhook,
]);

/** Whether an answer can be refused like that without any fault of ours. */
export const isExpected = (error: unknown): boolean =>
  refusalOf(error) !== undefined || (error instanceof DiscordAPIError && overtaken.has(error.code));

/** What is told of an error: its kind and Discord's code for it, never the payload that it carries. */
export const told = (error: unknown): Readonly<Record<string, unknown>> => {
  const { name, code, status } = error as Error & { code?: unknown; status?: unknown };
  return status === undefined ? { name, ...toldOfError(error) } : { name, code, status };
};

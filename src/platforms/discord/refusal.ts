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

/** What is told of an error: its kind and Discord's code for it, never the payload that it carries. */
export const told = (error: unknown): Readonly<Record<string, unknown>> => {
  const { name, code, status } = error as Error & { code?: unknown; status?: unknown };
  return status === undefined ? { name, ...toldOfError(error) } : { name, code, status };
};

import {
  type APIApplication,
  type APIUser,
  type Client,
  ClientApplication,
  ClientUser,
  DiscordAPIError,
  Routes,
} from "discord.js";

/** The constructors of discord.js are for itself alone, since it makes these objects when the gateway greets it. */
type Made<T> = new (client: Client, data: unknown) => T;

/**
 * Lets a client know by REST who it is, as the gateway's greeting lets one that connects: it can then answer and post
 * without a connection. A token that Discord refuses is the same error as for a client that connects.
 */
export const introduce = async (client: Client): Promise<Client<true>> => {
  try {
    const [user, application] = await Promise.all([
      client.rest.get(Routes.user()) as Promise<APIUser>,
      client.rest.get(Routes.currentApplication()) as Promise<APIApplication>,
    ]);
    client.user = new (ClientUser as unknown as Made<ClientUser>)(client, user);
    client.application = new (ClientApplication as unknown as Made<ClientApplication>)(client, application);
    return client as Client<true>;
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || error.status !== 401) throw error;
    throw Object.assign(new Error("Discord refuses the token"), { code: "TokenInvalid" });
  }
};

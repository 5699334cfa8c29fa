import type { Json } from "./check-message.ts";
import { isRefused, type Posted, type Refused, refused } from "./posted.ts";
import type { World } from "./world.ts";

/** What the bot does in channels without being asked: posts, edits, direct messages. */
export class Channels {
  private readonly world: World;
  private readonly directs: Map<string, string>;
  private readonly nonces = new Map<string, Posted>();

  constructor(world: World) {
    this.world = world;
    this.directs = new Map([["200000000000000001", world.ids.direct]]);
  }

  /** The channel of direct messages between the bot and one person. */
  directWith(person: string): string {
    const channel = this.directs.get(person) ?? this.world.snowflake();
    this.directs.set(person, channel);
    return channel;
  }

  isDirect(channel: string): boolean {
    return [...this.directs.values()].includes(channel);
  }

  /** A message of the bot's own; the same enforced nonce gives the same message. */
  post(channel: string, message: Json): Posted | Refused {
    const refusal = this.refusalIn(channel, message);
    if (refusal !== undefined) return refusal;
    const nonce = message.enforce_nonce === true ? String(message.nonce) : undefined;
    const before = nonce === undefined ? undefined : this.nonces.get(nonce);
    if (before !== undefined) return before;
    const { message_id } = (message.message_reference ?? {}) as { message_id?: string };
    const posted = this.world.post("message", message, {
      channel,
      by: this.world.ids.bot,
      ...(message_id === undefined ? {} : { answers: message_id }),
    });
    if (nonce !== undefined && !isRefused(posted)) this.nonces.set(nonce, posted);
    return posted;
  }

  edit(channel: string, id: string, message: Json): Posted | Refused {
    const refusal = this.refusalIn(channel, message);
    if (refusal !== undefined) return refusal;
    const old = this.find(channel, id);
    if (isRefused(old)) return old;
    if (old.by !== this.world.ids.bot) {
      this.world.accuse("edit", ["a message of another's"]);
      return refused(403, 50005, "Cannot edit a message authored by another user");
    }
    return this.world.amend("edit", old, message, undefined);
  }

  remove(channel: string, id: string): Refused | undefined {
    const old = this.find(channel, id);
    if (isRefused(old)) return old;
    this.world.messages.splice(this.world.messages.indexOf(old), 1);
    return undefined;
  }

  find(channel: string, id: string): Posted | Refused {
    const found = this.world.messages.find(
      (each) => each.id === id && each.channel === channel && each.onlyFor === undefined,
    );
    return found ?? refused(404, 10008, "Unknown Message");
  }

  private refusalIn(channel: string, { attachments }: Json): Refused | undefined {
    if (this.world.deleted.has(channel)) return refused(404, 10003, "Unknown Channel");
    if (this.world.withoutFiles.has(channel) && Array.isArray(attachments) && attachments.length > 0)
      return refused(403, 50013, "Missing Permissions");
    if (!this.world.closed.has(channel)) return undefined;
    return this.isDirect(channel)
      ? refused(403, 50007, "Cannot send messages to this user")
      : refused(403, 50013, "Missing Permissions");
  }
}

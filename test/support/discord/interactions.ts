import { checkCompletions, checkModal, flag, type Json } from "./check-message.ts";
import { isRefused, type Posted, type Refused, refused } from "./posted.ts";
import type { World } from "./world.ts";

interface Asked {
  readonly id: string;
  readonly channel: string;
  readonly person: string;
  readonly at: number;
  /** The message whose component was used. */
  readonly on?: string;
  answered?: number;
  /** The message that the callback made or updated, or the placeholder of a deferral. */
  original?: string;
  /** All messages that it made or updated. */
  readonly made: Set<string>;
  deferred?: { readonly ephemeral: boolean };
  followedUp?: boolean;
}

/** How long discord.js, as the tutor sets it, waits for an answer to a request before it repeats that, in milliseconds. */
const repeatsAfter = 4_000;

/** What persons did, and the app's answers to it. */
export class Interactions {
  private readonly world: World;
  private readonly asked = new Map<string, Asked>();

  constructor(world: World) {
    this.world = world;
  }

  /** Remembers an interaction; its token is returned. */
  ask(id: string, channel: string, person: string, on?: string): string {
    const token = `token-${id}`;
    this.asked.set(token, {
      id,
      channel,
      person,
      at: performance.now(),
      made: new Set(),
      ...(on === undefined ? {} : { on }),
    });
    return token;
  }

  /** The id of the latest. */
  latest(): string {
    return [...this.asked.values()].at(-1)?.id ?? "";
  }

  isAnswered(token: string): boolean {
    return this.asked.get(token)?.answered !== undefined;
  }

  /** The first answer to an interaction. */
  callback(
    id: string,
    token: string,
    { type, data = {} }: { type?: number; data?: Json },
  ): Refused | undefined {
    const asked = this.asked.get(token);
    if (asked === undefined || asked.id !== id) return refused(404, 10062, "Unknown interaction");
    if (performance.now() - asked.at > this.world.patience) {
      this.world.accuse("callback", ["later than Discord waits"]);
      return refused(404, 10062, "Unknown interaction");
    }
    if (asked.answered !== undefined) {
      // A client that heard nothing for so long, as on a busy machine, repeats its request, and Discord refuses that.
      if (performance.now() - asked.at < repeatsAfter)
        this.world.accuse("callback", ["the interaction is acknowledged already"]);
      return refused(400, 40060, "Interaction has already been acknowledged.");
    }
    const complaint = this.answer(asked, Number(type), data);
    if (complaint === undefined) asked.answered = Number(type);
    return complaint;
  }

  private answer(asked: Asked, type: number, data: Json): Refused | undefined {
    if (type === 4) {
      const posted = this.world.post("callback", data, this.answering(asked, Number(data.flags ?? 0)));
      if (isRefused(posted)) return posted;
      asked.original = posted.id;
      asked.made.add(posted.id);
      return undefined;
    }
    if (type === 5) {
      asked.deferred = { ephemeral: (Number(data.flags ?? 0) & flag.ephemeral) !== 0 };
      return undefined;
    }
    if (type === 7) return this.update(asked, data);
    if (type === 8) {
      this.world.completions.push({ interaction: asked.id, choices: (data.choices ?? []) as Json[] });
      return this.world.accuse("autocomplete", checkCompletions(data.choices));
    }
    if (type === 9) {
      this.world.modals.push({ ...data, interaction: asked.id });
      return this.world.accuse("modal", checkModal(data));
    }
    return this.world.accuse("callback", [`type ${type}`]);
  }

  /** The message whose component was used is shown anew. */
  private update(asked: Asked, data: Json): Refused | undefined {
    const old = this.world.messages.find(({ id }) => id === asked.on);
    if (old === undefined) return this.world.accuse("update", ["there is no message to update"]);
    const complaint = this.world.accuse(
      "update",
      old.onlyFor === undefined ? ["a message that others see is updated"] : [],
    );
    if (complaint !== undefined) return complaint;
    const updated = this.world.amend("update", old, data, asked.id);
    if (isRefused(updated)) return updated;
    asked.original = old.id;
    asked.made.add(old.id);
    return undefined;
  }

  /** What a callback made or updated, as Discord tells it where it is asked to. */
  madeBy(token: string): Posted | undefined {
    const original = this.asked.get(token)?.original;
    return this.world.messages.find(({ id }) => id === original);
  }

  /** A further message to an interaction; the first one after a deferral takes its place. */
  followUp(token: string, message: Json): Posted | Refused {
    const asked = this.asked.get(token);
    if (asked?.answered === undefined) return refused(404, 10015, "Unknown Webhook");
    if (asked.deferred !== undefined && asked.original === undefined && asked.followedUp !== true)
      this.world.accuse("follow-up", ["a deferred answer is edited, not followed"]);
    const posted = this.world.post("follow-up", message, this.answering(asked, Number(message.flags ?? 0)));
    if (!isRefused(posted)) asked.made.add(posted.id);
    return posted;
  }

  /** An edit of what an interaction made; the first one after a deferral takes its place. */
  editAnswer(token: string, id: string, message: Json): Posted | Refused {
    const asked = this.asked.get(token);
    if (asked?.answered === undefined) return refused(404, 10015, "Unknown Webhook");
    if (id === "@original" && asked.original === undefined && asked.deferred !== undefined) {
      const flags = Number(message.flags ?? 0) | (asked.deferred.ephemeral ? flag.ephemeral : 0);
      const posted = this.world.post("edit", { ...message, flags }, this.answering(asked, flags));
      if (isRefused(posted)) return posted;
      asked.original = posted.id;
      asked.made.add(posted.id);
      return posted;
    }
    const wanted = id === "@original" ? asked.original : id;
    const old = this.world.messages.find((each) => each.id === wanted && asked.made.has(each.id));
    if (old === undefined) return refused(404, 10008, "Unknown Message");
    return this.world.amend("edit", old, message, old.interaction);
  }

  deleteOriginal(token: string): void {
    const asked = this.asked.get(token);
    if (asked === undefined) return;
    asked.followedUp = true;
    const at = this.world.messages.findIndex(({ id }) => id === asked.original);
    if (at >= 0) this.world.messages.splice(at, 1);
  }

  private answering({ id, channel, person }: Asked, flags: number) {
    const by = this.world.ids.bot;
    return { channel, by, interaction: id, ...(flags & flag.ephemeral ? { onlyFor: person } : {}) };
  }
}

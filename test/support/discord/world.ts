import { attachedTo } from "./attached.ts";
import { Channels } from "./channels.ts";
import { checkCompletions, checkMessage, checkModal, flag, type Json } from "./check-message.ts";
import { isRefused, type Posted, type Refused, refused } from "./posted.ts";

/** Names as Discord holds them. */
export interface Called {
  readonly username?: string;
  readonly global_name?: string;
  /** In the server. */
  readonly nick?: string;
}

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

/** What Discord holds while a test runs, and what the app under test did against Discord's rules. */
export class World {
  readonly ids = {
    app: "100000000000000001",
    bot: "100000000000000001",
    guild: "100000000000000002",
    channel: "100000000000000003",
    thread: "100000000000000004",
    direct: "100000000000000005",
    privately: "100000000000000006",
  } as const;
  readonly messages: Posted[] = [];
  readonly violations: string[] = [];
  /** Opened forms and given suggestions, the latest last. */
  readonly modals: (Json & { readonly interaction: string })[] = [];
  /** Every message as it came to be, and again as it was updated. */
  readonly shown: Posted[] = [];
  readonly completions: { readonly interaction: string; readonly choices: Json[] }[] = [];
  readonly requests: string[] = [];
  registered: Json[] = [];
  /** Channels where the bot may not write, and those that are no more. */
  readonly closed = new Set<string>();
  readonly deleted = new Set<string>();
  /** What persons call themselves. */
  readonly called = new Map<string, Called>();
  readonly channels = new Channels(this);
  private readonly asked = new Map<string, Asked>();
  private count = 0;

  snowflake(): string {
    this.count += 1;
    return String(1_300_000_000_000_000_000n + BigInt(this.count));
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

  isAnswered(token: string): boolean {
    return this.asked.get(token)?.answered !== undefined;
  }

  accuse(what: string, complaints: readonly string[]): Refused | undefined {
    this.violations.push(...complaints.map((complaint) => `${what}: ${complaint}`));
    return complaints.length === 0 ? undefined : refused(400, 50035, complaints.join("; "));
  }

  post(
    what: string,
    message: Json,
    where: Pick<Posted, "channel" | "by" | "onlyFor" | "answers" | "interaction">,
  ): Posted | Refused {
    const { files, complaints } = attachedTo(message, [], () => this.snowflake());
    const complaint = this.accuse(what, [...complaints, ...checkMessage({ ...message, files })]);
    if (complaint !== undefined) return complaint;
    const posted: Posted = {
      ...where,
      id: this.snowflake(),
      content: String(message.content ?? ""),
      components: (message.components ?? []) as Json[],
      flags: Number(message.flags ?? 0),
      files,
    };
    this.messages.push(posted);
    this.shown.push(posted);
    return posted;
  }

  /** Changes of a message what is given; `interaction` is the one that changes it. */
  amend(what: string, old: Posted, message: Json, interaction: string | undefined): Posted | Refused {
    const components = (message.components ?? old.components) as Json[];
    const { files, complaints } = attachedTo(message, old.files, () => this.snowflake());
    const complaint = this.accuse(what, [
      ...complaints,
      ...checkMessage({ flags: old.flags, ...message, components, files }),
    ]);
    if (complaint !== undefined) return complaint;
    const { interaction: _, ...unasked } = old;
    const flags = Number(message.flags ?? old.flags) | (old.flags & flag.ephemeral);
    const amended: Posted = {
      ...unasked,
      ...(interaction === undefined ? {} : { interaction }),
      components,
      files,
      flags,
    };
    this.messages[this.messages.indexOf(old)] = amended;
    this.shown.push(amended);
    return amended;
  }

  /** The first answer to an interaction. */
  callback(
    id: string,
    token: string,
    { type, data = {} }: { type?: number; data?: Json },
  ): Refused | undefined {
    const asked = this.asked.get(token);
    if (asked === undefined || asked.id !== id) return refused(404, 10062, "Unknown interaction");
    if (performance.now() - asked.at > 3_000) {
      this.accuse("callback", ["later than three seconds"]);
      return refused(404, 10062, "Unknown interaction");
    }
    if (asked.answered !== undefined) {
      this.accuse("callback", ["the interaction is acknowledged already"]);
      return refused(400, 40060, "Interaction has already been acknowledged.");
    }
    const complaint = this.answer(asked, Number(type), data);
    if (complaint === undefined) asked.answered = Number(type);
    return complaint;
  }

  private answer(asked: Asked, type: number, data: Json): Refused | undefined {
    if (type === 4) {
      const posted = this.post("callback", data, this.answering(asked, Number(data.flags ?? 0)));
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
      this.completions.push({ interaction: asked.id, choices: (data.choices ?? []) as Json[] });
      return this.accuse("autocomplete", checkCompletions(data.choices));
    }
    if (type === 9) {
      this.modals.push({ ...data, interaction: asked.id });
      return this.accuse("modal", checkModal(data));
    }
    return this.accuse("callback", [`type ${type}`]);
  }

  /** The message whose component was used is shown anew. */
  private update(asked: Asked, data: Json): Refused | undefined {
    const old = this.messages.find(({ id }) => id === asked.on);
    if (old === undefined) return this.accuse("update", ["there is no message to update"]);
    const complaint = this.accuse(
      "update",
      old.onlyFor === undefined ? ["a message that others see is updated"] : [],
    );
    if (complaint !== undefined) return complaint;
    const updated = this.amend("update", old, data, asked.id);
    if (isRefused(updated)) return updated;
    asked.original = old.id;
    asked.made.add(old.id);
    return undefined;
  }

  /** What a callback made or updated, as Discord tells it where it is asked to. */
  madeBy(token: string): Posted | undefined {
    const original = this.asked.get(token)?.original;
    return this.messages.find(({ id }) => id === original);
  }

  /** A further message to an interaction; the first one after a deferral takes its place. */
  followUp(token: string, message: Json): Posted | Refused {
    const asked = this.asked.get(token);
    if (asked?.answered === undefined) return refused(404, 10015, "Unknown Webhook");
    if (asked.deferred !== undefined && asked.original === undefined && asked.followedUp !== true)
      this.accuse("follow-up", ["a deferred answer is edited, not followed"]);
    const posted = this.post("follow-up", message, this.answering(asked, Number(message.flags ?? 0)));
    if (!isRefused(posted)) asked.made.add(posted.id);
    return posted;
  }

  /** An edit of what an interaction made; the first one after a deferral takes its place. */
  editAnswer(token: string, id: string, message: Json): Posted | Refused {
    const asked = this.asked.get(token);
    if (asked?.answered === undefined) return refused(404, 10015, "Unknown Webhook");
    if (id === "@original" && asked.original === undefined && asked.deferred !== undefined) {
      const flags = Number(message.flags ?? 0) | (asked.deferred.ephemeral ? flag.ephemeral : 0);
      const posted = this.post("edit", { ...message, flags }, this.answering(asked, flags));
      if (isRefused(posted)) return posted;
      asked.original = posted.id;
      asked.made.add(posted.id);
      return posted;
    }
    const wanted = id === "@original" ? asked.original : id;
    const old = this.messages.find((each) => each.id === wanted && asked.made.has(each.id));
    if (old === undefined) return refused(404, 10008, "Unknown Message");
    return this.amend("edit", old, message, old.interaction);
  }

  deleteOriginal(token: string): void {
    const asked = this.asked.get(token);
    if (asked === undefined) return;
    asked.followedUp = true;
    const at = this.messages.findIndex(({ id }) => id === asked.original);
    if (at >= 0) this.messages.splice(at, 1);
  }

  private answering({ id, channel, person }: Asked, flags: number) {
    const by = this.ids.bot;
    return { channel, by, interaction: id, ...(flags & flag.ephemeral ? { onlyFor: person } : {}) };
  }
}

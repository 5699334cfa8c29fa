import { botScopes } from "../../../src/platforms/slack/scopes.ts";
import { checkMessage, checkView } from "./check-payload.ts";
import { createFiles } from "./files.ts";
import type { Pane } from "./panes.ts";
import { createRefusals, type How } from "./refusals.ts";

export type Json = Record<string, unknown>;

/** A message as it stands in the workspace. */
export interface Posted {
  readonly ts: string;
  readonly channel: string;
  readonly thread?: string;
  readonly text: string;
  readonly blocks: readonly Json[];
  /** The one person who sees it. */
  readonly onlyFor?: string;
  /** By whom: the bot, or a person. */
  readonly by: string;
  /** The response by which it came. */
  readonly through?: string;
}

/** A message as it was changed, and when. */
export interface Edit {
  readonly ts: string;
  readonly text: string;
  /** In milliseconds. */
  readonly at: number;
}

/** What may be answered under one id. */
export interface Responding {
  readonly channel: string;
  readonly person: string;
  /** The message whose button was pressed. */
  readonly on?: Posted;
  uses: number;
}

/** Who is who in a workspace. */
export interface Ids {
  readonly team: string;
  readonly app: string;
  readonly bot: string;
  readonly botUser: string;
  readonly administrator: string;
}

const firstIds: Ids = {
  team: "T01TEAM",
  app: "A01APP",
  bot: "B01BOT",
  botUser: "U0BOT",
  administrator: "U01GRACE",
};

/** What a Slack workspace holds while a test runs, and what the app under test did against Slack's rules. */
export class Workspace {
  readonly ids: Ids;
  readonly messages: Posted[] = [];
  /** Every message as it came to be, and again as it was replaced. */
  readonly shown: Posted[] = [];
  readonly views: Json[] = [];
  readonly homes = new Map<string, Json>();
  /** What panes, threads and direct messages show beside messages, by channel and thread. */
  readonly panes = new Map<string, Pane>();
  readonly violations: string[] = [];
  /**
   * How long an acknowledgement is waited for, in milliseconds: longer than Slack does, since a busy machine is no fault
   * of the app's. An answer that takes long is held back by its test until the acknowledgement is there.
   */
  patience = 60_000;
  /** Of everyone there. */
  locale = "en-US";
  /** What the bot may do. */
  scopes: readonly string[] = botScopes.map(({ scope }) => scope);
  /** Channels of which the bot is not a member. */
  readonly closed = new Set<string>();
  readonly archived = new Set<string>();
  /** Channels that have been deleted. */
  readonly gone = new Set<string>();
  readonly edits: Edit[] = [];
  readonly files = createFiles();
  /** Where uploads go. */
  origin = "";
  /** What people did that was acknowledged, by the ids under which the app knows it. */
  readonly acknowledged = new Set<string>();
  /** How often each method of the Web API was called. */
  readonly calls: string[] = [];
  private readonly responding = new Map<string, Responding>();
  private readonly triggers = new Set<string>();
  private readonly refusals = createRefusals();
  /** What was posted under a client_msg_id. */
  private readonly once = new Map<string, Posted>();
  private readonly counter: { count: number };

  /** Slack gives no id twice, in whatever workspace, so they count together. */
  constructor(ids: Ids = firstIds, counter = { count: 0 }) {
    this.ids = ids;
    this.counter = counter;
  }

  /** Lets the next `times` calls of a method fail. */
  refuse(method: string, times: number, how: How): void {
    this.refusals.refuse(method, times, how);
  }

  /** How many calls are still to fail. */
  refusalsLeft(): number {
    return this.refusals.left();
  }

  nextRefusal(method: string): How | undefined {
    return this.refusals.next(method);
  }

  /** Why the bot cannot write in a channel. */
  obstacle(channel: string): string | undefined {
    if (this.gone.has(channel)) return "channel_not_found";
    if (this.archived.has(channel)) return "is_archived";
    return this.closed.has(channel) ? "not_in_channel" : undefined;
  }

  /** The direct messages of the bot with a person. */
  directOf(person: string): string {
    return `D${person.slice(1)}`;
  }

  next(prefix: string): string {
    this.counter.count += 1;
    return `${prefix}${String(this.counter.count).padStart(6, "0")}`;
  }

  ts(): string {
    return this.next("1760000000.");
  }

  trigger(): string {
    const trigger = this.next("13345224609.738474920.8088930838d88f");
    this.triggers.add(trigger);
    return trigger;
  }

  /** The id under which one interaction may be answered. */
  responseId(channel: string, person: string, on?: Posted): string {
    const id = this.next("R");
    this.responding.set(id, { channel, person, uses: 0, ...(on === undefined ? {} : { on }) });
    return id;
  }

  accuse(what: string, complaints: readonly string[]): string | undefined {
    this.violations.push(...complaints.map((complaint) => `${what}: ${complaint}`));
    return complaints.length === 0 ? undefined : complaints.join("; ");
  }

  post(what: string, message: Json, where: Omit<Posted, "ts" | "text" | "blocks">): Posted | string {
    const thread = where.thread;
    const complaint = this.accuse(what, [
      ...checkMessage(message),
      ...(thread !== undefined && !this.messages.some((m) => m.ts === thread && m.channel === where.channel)
        ? [`no message ${thread} in ${where.channel} to answer in the thread of`]
        : []),
    ]);
    const refused = complaint ?? this.files.obstacle(message.blocks);
    if (refused !== undefined) return refused;
    const posted = {
      ...where,
      ts: this.ts(),
      text: message.text as string,
      blocks: (message.blocks ?? []) as Json[],
    };
    this.messages.push(posted);
    this.shown.push(posted);
    this.answered(posted);
    return posted;
  }

  /** A message of the bot's in a pane takes the sign away that it is on its way. */
  private answered({ channel, thread }: Posted): void {
    const key = `${channel}/${thread}`;
    const { status: _, ...pane } = this.panes.get(key) ?? {};
    if (this.panes.has(key)) this.panes.set(key, pane);
  }

  /** Posts, unless the same message was posted before. */
  postOnce(what: string, message: Json, where: Omit<Posted, "ts" | "text" | "blocks">): Posted | string {
    const key = message.client_msg_id;
    if (typeof key !== "string") return this.post(what, message, where);
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key))
      return this.accuse(what, ["client_msg_id is no UUID"])!;
    const known = this.once.get(key);
    if (known !== undefined) return known;
    const posted = this.post(what, message, where);
    if (typeof posted !== "string") this.once.set(key, posted);
    return posted;
  }

  respondingBy(id: string): Responding | undefined {
    return this.responding.get(id);
  }

  /** A trigger opens one view. */
  openView(trigger: string, view: Json): Json | string {
    if (!this.triggers.delete(trigger)) return this.accuse("views.open", ["no such trigger_id"])!;
    const complaint = this.accuse("views.open", checkView(view));
    if (complaint !== undefined) return complaint;
    const opened = { ...view, id: this.next("V"), hash: this.next("1760000000."), state: { values: {} } };
    this.views.push(opened);
    return opened;
  }
}

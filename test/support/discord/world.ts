import { attachedTo } from "./attached.ts";
import { Channels } from "./channels.ts";
import { checkMessage, flag, type Json } from "./check-message.ts";
import { Interactions } from "./interactions.ts";
import { type Posted, type Refused, refused } from "./posted.ts";

/** Names as Discord holds them. */
export interface Called {
  readonly username?: string;
  readonly global_name?: string;
  /** In the server. */
  readonly nick?: string;
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
  /** What the server has set under Integrations for a command, by its name; undefined where the bot may not know. */
  integrations: Readonly<Record<string, readonly Json[]>> | undefined = {};
  /** How many registrations are refused, as when all that may be created in a day is used up. */
  registrationsToRefuse = 0;
  /** What the application is set to, for interactions by HTTP. */
  delivery: Json = {};
  /** Of the application: among others the privileged intents that are switched on. */
  flags = 0;
  /** How often the bot may still connect. */
  connectionsLeft = 999;
  /** Channels where the bot may not write, and those that are no more. */
  readonly closed = new Set<string>();
  readonly deleted = new Set<string>();
  /** Channels where it may write, but not attach files. */
  readonly withoutFiles = new Set<string>();
  /**
   * How long it waits for the first sign of an answer, in milliseconds: longer than Discord does, since a busy machine is
   * no fault of the app's. An answer that takes long is held back by its test until the first sign is there.
   */
  patience = 60_000;
  /** How many connections to the gateway Discord advises. */
  advisedShards = 1;
  /** What persons call themselves. */
  readonly called = new Map<string, Called>();
  readonly channels = new Channels(this);
  readonly interactions = new Interactions(this);
  private count = 0;

  snowflake(): string {
    this.count += 1;
    return String(1_300_000_000_000_000_000n + BigInt(this.count));
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
}

import type { DiscordServer } from "../../support/discord/server.ts";
import type { Signer } from "../../support/discord/signer.ts";
import { type Delivery, deliverTo } from "../../support/slack/deliver.ts";

/** A process that takes signed requests; no address while it does not. */
export interface Seat {
  readonly address: () => string | undefined;
}

/** Brings what happens to processes by signed HTTP, to one after the other of those that are open. */
export interface Spread {
  /** What Slack brings once more goes to another process, as a retry; only events are. */
  readonly slack: Delivery;
  readonly discord: Pick<DiscordServer, "deliver">;
  /** The seats to which an event was brought; undefined where it did not come by HTTP. */
  readonly broughtTo: (event: string) => readonly number[] | undefined;
  /** Whether an event was brought to several. */
  readonly toSeveral: (event: string) => boolean;
  /** How many events came by HTTP, and how many of them to several processes. */
  readonly counts: () => { readonly events: number; readonly toSeveral: number };
}

export const createSpread = (
  seats: readonly Seat[],
  signer: Signer,
  accuse: (complaint: string) => void,
): Spread => {
  const brought = new Map<string, number[]>();
  let turn = 0;

  /** Notes the seat that is chosen; throws where none is open. */
  const choose = (event: string, isRetried: boolean): { address: string; retry: number } => {
    const before = brought.get(event) ?? [];
    brought.set(event, before);
    turn += 1;
    const first = before.at(-1);
    const start = first === undefined ? turn : first + 1;
    const order =
      first === undefined || isRetried ? seats.map((_, n) => (start + n) % seats.length) : [first];
    for (const seat of order) {
      const address = seats[seat]!.address();
      if (address === undefined) continue;
      const retry = before.length;
      before.push(seat);
      return { address, retry };
    }
    throw new Error("No process is open");
  };

  const toSeveral = (event: string): boolean => new Set(brought.get(event)).size > 1;

  return {
    slack: {
      deliver: async (kind, payload) => {
        const { address, retry } = choose(
          String(payload.event_id ?? payload.trigger_id),
          kind === "events_api",
        );
        return deliverTo(`${address}/slack/events`, kind, payload, retry === 0 ? {} : { retry });
      },
      close: async () => undefined,
    },
    discord: {
      deliver: (interaction) => {
        const { address } = choose(String(interaction.id), false);
        const posted = signer.post(`${address}/discord/interactions`, JSON.stringify(interaction));
        posted.then(
          async (response) => {
            const text = await response.text();
            if (response.status !== 202 || text !== "")
              accuse(`endpoint: answered with ${response.status} and “${text}”`);
          },
          // Whoever was to take it has been killed: Discord tells the learner.
          () => undefined,
        );
      },
    },
    broughtTo: (event) => brought.get(event),
    toSeveral,
    counts: () => ({
      events: brought.size,
      toSeveral: [...brought.keys()].filter(toSeveral).length,
    }),
  };
};

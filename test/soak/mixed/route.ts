import type { Sent } from "./ledger.ts";
import type { Spread } from "./spread.ts";
import type { TroubleKind } from "./troubles.ts";

/** How an event came to the program, as far as that explains that it has no answer. */
export interface Route {
  /** The kills of those that it was brought to. */
  readonly kills: readonly TroubleKind[];
  /** That there was no way. */
  readonly gone: TroubleKind;
}

const onDiscord = ({ room }: Sent): boolean => room.name.startsWith("Discord");

/** Everything by Discord's gateway and Slack's socket. */
export const bySockets = (sent: Sent): Route => ({
  kills: ["kill -9 and start"],
  gone: onDiscord(sent) ? "Discord not connected" : "Slack not connected",
});

const killOfSeat: readonly TroubleKind[] = ["kill -9 and start", "second process: kill -9 and start"];

/** By signed HTTP to two processes; messages on Discord by its gateway to the first. */
export const bySpread =
  ({ broughtTo }: Spread) =>
  (sent: Sent): Route => {
    const seats = broughtTo(sent.deed.event);
    return seats === undefined && onDiscord(sent)
      ? bySockets(sent)
      : { kills: (seats ?? []).map((seat) => killOfSeat[seat]!), gone: "neither process open" };
  };

import { type Client, RESTEvents } from "discord.js";
import type { Meters } from "../../meters.ts";

/** Interactions that nobody answers are forgotten when so many have come after them. */
const mostOpen = 1_000;

/** Measures how long Discord waits for the first sign of an answer; the returned function hears of each interaction. */
export const watchAcknowledgements = (
  { rest }: Pick<Client, "rest">,
  { acknowledged }: Meters,
): ((interaction: string) => void) => {
  const open = new Map<string, number>();
  rest.on(RESTEvents.Response, ({ path }, { ok }) => {
    const id = /^\/interactions\/(\d+)\/[^/]+\/callback/.exec(path)?.[1] ?? "";
    const since = open.get(id);
    if (since === undefined || !ok) return;
    open.delete(id);
    acknowledged("discord", (performance.now() - since) / 1000);
  });
  return (interaction) => {
    open.set(interaction, performance.now());
    if (open.size > mostOpen) open.delete(open.keys().next().value!);
  };
};

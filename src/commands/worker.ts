import type { Call } from "../reply/reply.ts";
import { catalogue } from "./catalogue.ts";
import type { Outcome } from "./command.ts";
import { type Carried, runAlone } from "./work.ts";

/** What is sent to a worker thread. */
export interface Job extends Carried {
  readonly call: Call;
}

/** What a worker thread does: one call of a command that needs nothing but its options and some words. */
const work = async ({ call, ...carried }: Job): Promise<Outcome> => {
  const outcome = await runAlone(catalogue, call, carried);
  if ("reply" in outcome) throw new TypeError(`${call.command} does not run alone`);
  return outcome;
};

export default work;

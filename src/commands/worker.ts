import type { Call } from "../reply/reply.ts";
import { catalogue } from "./catalogue.ts";
import type { Outcome } from "./command.ts";
import { runAlone } from "./work.ts";

/** What a worker thread does: one call of a command that needs nothing but its options. */
const work = async (call: Call): Promise<Outcome> => {
  const outcome = await runAlone(catalogue, call);
  if ("reply" in outcome) throw new TypeError(`${call.command} does not run alone`);
  return outcome;
};

export default work;

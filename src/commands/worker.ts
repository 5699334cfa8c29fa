import type { Call } from "../reply/reply.ts";
import { catalogue } from "./catalogue.ts";
import type { Outcome } from "./command.ts";
import { type CarriedWords, runAlone } from "./work.ts";

/** What is sent to a worker thread. */
export interface Job {
  readonly call: Call;
  readonly words?: CarriedWords;
}

/** What a worker thread does: one call of a command that needs nothing but its options and some words. */
const work = async ({ call, words }: Job): Promise<Outcome> => {
  const outcome = await runAlone(catalogue, call, words);
  if ("reply" in outcome) throw new TypeError(`${call.command} does not run alone`);
  return outcome;
};

export default work;

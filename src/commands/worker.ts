import { inLanguage, type Language } from "../language.ts";
import type { Call } from "../reply/reply.ts";
import { catalogue } from "./catalogue.ts";
import type { Outcome } from "./command.ts";
import { type Carried, runAlone } from "./work.ts";

/** What is sent to a worker thread. */
export interface Job extends Carried {
  readonly call: Call;
  /** In which the answer is said. */
  readonly language: Language;
}

/** What a worker thread does: one call of a command that needs nothing but its options and some words. */
const work = async ({ call, language, ...carried }: Job): Promise<Outcome> => {
  const outcome = await inLanguage(language, () => runAlone(catalogue, call, carried));
  if ("reply" in outcome) throw new TypeError(`${call.command} does not run alone`);
  return outcome;
};

export default work;

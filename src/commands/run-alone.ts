import type { Call } from "../reply/reply.ts";
import type { Command, Context } from "./command.ts";
import { usualNumbers } from "./numbers.ts";
import { readOptions } from "./read-options.ts";
import { noWishes } from "./wishes.ts";

/** Reads the options of a call and runs it, for nobody in particular. */
export const runAlone = (command: Command, { options }: Call): ReturnType<Command["run"]> => {
  const read = readOptions(command, options);
  return read.ok ? command.run(read.value, aloneWith(options)) : read;
};

/** What runs alone has nothing but its options. */
const alone = (): never => {
  throw new TypeError("What runs alone neither keeps, finds nor plans anything");
};

/** A context that belongs to nobody and remembers nothing. */
const aloneWith = (given: Call["options"]): Context => ({
  commands: [],
  invocation: {
    input: { kind: "said", text: "" },
    id: "alone",
    learner: "web:learner:alone",
    place: "web:place:alone",
    locale: "en",
  },
  given,
  numbers: usualNumbers,
  wishes: async () => noWishes,
  recall: async () => undefined,
  recallAny: async () => undefined,
  get store() {
    return alone();
  },
  get quizMaster() {
    return alone();
  },
  get jobs() {
    return alone();
  },
  get posting() {
    return alone();
  },
  get log() {
    return alone();
  },
  words: alone,
  now: alone,
  draw: alone,
  answer: () => Promise.reject(new TypeError("What runs alone asks for nothing further")),
});

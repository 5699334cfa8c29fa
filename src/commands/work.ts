import type { Call } from "../reply/reply.ts";
import { ok } from "../result.ts";
import { createEmbeddings, type Embeddings } from "../words/embeddings.ts";
import type { Command, Context, Outcome } from "./command.ts";
import { findCommand } from "./find-command.ts";
import { type Numbers, usualNumbers } from "./numbers.ts";
import { readOptions } from "./read-options.ts";
import { optionsOf } from "./usage.ts";
import { noWishes } from "./wishes.ts";

/** The vectors of a few words, as they can be carried to another thread. */
export type CarriedWords = Pick<Embeddings, "table" | "source">;

/** What goes with a call to another thread. */
export interface Carried {
  readonly words?: CarriedWords;
  readonly numbers?: Numbers;
}

/** Runs a call somewhere else than on the thread that answers events, with what it needs. */
export type Work = (call: Call, carried?: Carried) => Promise<Outcome>;

/** Vectors written with more characters than this are read and worked with elsewhere. */
const longest = 400;

/** Whether a call is long enough that others would wait for it. */
export const isHeavy = (command: Command, { options }: Call): boolean =>
  optionsOf(command)
    .filter(({ readsVectors }) => readsVectors)
    .reduce((length, { name }) => length + String(options[name] ?? "").length, 0) > longest;

/** Reads the options of a call and runs it, for nobody in particular. */
export const runAlone = (
  commands: readonly Command[],
  call: Call,
  { words, numbers = usualNumbers }: Carried = {},
): ReturnType<Command["run"]> => {
  const command = findCommand(commands, call.command);
  if (command === undefined) throw new TypeError(`There is no command ${call.command}`);
  const options = readOptions(command, call.options, numbers);
  return options.ok ? command.run(options.value, aloneWith(call.options, words, numbers)) : options;
};

/** What runs alone has nothing but its options. */
const alone = (): never => {
  throw new TypeError("What runs alone neither keeps, finds nor plans anything");
};

/** A context that belongs to nobody and remembers nothing. */
const aloneWith = (given: Call["options"], words: CarriedWords | undefined, numbers: Numbers): Context => ({
  commands: [],
  invocation: {
    input: { kind: "said", text: "" },
    id: "alone",
    learner: "web:learner:alone",
    place: "web:place:alone",
    locale: "en",
  },
  given,
  numbers,
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
  words: words === undefined ? alone : async () => ok(unpacked(words)),
  now: alone,
  draw: alone,
  answer: () => Promise.reject(new TypeError("What runs alone asks for nothing further")),
});

const unpacked = ({ table, source }: CarriedWords): Embeddings =>
  createEmbeddings(table, new Map(table.words.map((word, row) => [word, row])), { source, quantiles: [] });

import type * as z from "zod";
import type { Result } from "../base/result.ts";
import type { LearnerId, PlaceId } from "../identity.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { QuizMaster } from "../jobs/quiz-master.ts";
import type { Language } from "../language.ts";
import type { Log } from "../log.ts";
import type { Posting } from "../posting.ts";
import type { Problem } from "../problem.ts";
import type { Call, OptionValue, Reply } from "../reply/reply.ts";
import type { Store } from "../store/store.ts";
import type { Words } from "../words/lazy-words.ts";
import type { Numbers } from "./numbers.ts";
import type { Answer } from "./tutor.ts";
import type { Weight } from "./weight.ts";
import type { Wishes } from "./wishes.ts";

export type Outcome = Result<Reply, Problem>;

/**
 * One command, described once. From it come Discord's registration, Slack's manifest, the reading of typed lines, help,
 * completion and the README's table.
 */
export interface Command<O extends z.ZodObject = z.ZodObject> {
  /** Lower-case letters; what is typed after the slash. */
  readonly name: string;
  /** Other names for the same command. */
  readonly aliases: readonly string[];
  /** What it does, in at most 100 characters. */
  readonly summary: string;
  /** Only for those who look after the workspace: where the platform can do that, nobody else is offered it. */
  readonly isForAdministrators?: true;
  /** Who sees the answer. Discord must know before it acknowledges. */
  readonly audience: "everyone" | "asker";
  /** The order of the keys is their order on a typed line; the first takes all that is not `name:value`. */
  readonly options: O;
  /** What may follow the name, as people type it; the first is shown wherever one example is. */
  readonly examples: readonly [string, ...string[]];
  /** How it is asked for in a sentence, in lower case: "dot product", "Kosinus". */
  readonly phrases: Phrases;
  /** What its answer weighs where that is not what is usual; by its options, where that depends on them. */
  readonly weight?: Weight | ((options: Call["options"]) => Weight | undefined);
  /** What it has no answer without. */
  readonly needs: readonly Need[];
  /** What a button says by which it goes on with the same vectors. */
  readonly offer?: string;
  /** It hands what it is asked to another command, which is weighed then. */
  readonly passesOn?: true;
  /** Suggestions for an option by its name, where that holds no vectors. */
  readonly complete?: Readonly<
    Record<string, (typed: string, commands: readonly Command[]) => readonly Completion[]>
  >;
  readonly run: (options: z.output<O>, context: Context) => Outcome | Promise<Outcome | Answer>;
}

export type Phrases = Readonly<Record<Language, readonly string[]>>;

/** Numbers for letters, vectors other than zero, or a topic beside the vectors. */
export type Need = "numbers" | "direction" | "topic";

export interface Context {
  readonly commands: readonly Command[];
  readonly invocation: Invocation;
  /** The options as they were given, before they were read: what a button that repeats them carries. */
  readonly given: Readonly<Record<string, OptionValue>>;
  /** How this answer writes numbers, where its options do not say. Vectors that were read are like that already. */
  readonly numbers: Numbers;
  /** What is set for the learner and for the place; nothing when that cannot be had in time. */
  readonly wishes: () => Promise<Wishes>;
  /** The vectors of the latest answer in this place, as they were typed. */
  readonly recall: () => Promise<string | undefined>;
  /** The same, or the words if the latest answer was about words: see `wordsIn`. */
  readonly recallAny: () => Promise<string | undefined>;
  readonly store: Store;
  readonly now: () => Date;
  /** A seed for whatever is left to chance. */
  readonly draw: () => number;
  readonly quizMaster: QuizMaster;
  readonly jobs: Jobs;
  /** Says something to somebody else than the asker. */
  readonly posting: Pick<Posting, "post">;
  readonly log: Log;
  /** The vectors of words, read when they are first asked for. */
  readonly words: Words;
  /** Answers another input on behalf of the same invocation. */
  readonly answer: (input: Input) => Promise<Answer>;
}

/** What a platform received, in its domain form. */
export interface Invocation {
  readonly input: Input;
  /** The platform's own id of this event: two deliveries of one event share it. */
  readonly id: string;
  readonly learner: LearnerId;
  readonly place: PlaceId;
  /**
   * Where “this” means the same afterwards: direct messages with one person and their threads are one conversation, and
   * each thread remembers its own last subject.
   */
  readonly alsoIn?: PlaceId;
  /** BCP 47. */
  readonly locale: string;
  /** Where the platform has to be asked for the learner's locale: comes before `locale`, unless it is undefined. */
  readonly askLocale?: () => Promise<string | undefined>;
  /** Where on the internet it came from, where one person may be any number of learners. */
  readonly address?: string;
  /** What the learner is called there. */
  readonly name?: string;
  /** Whether the place is a conversation between the learner and the tutor alone. */
  readonly isAlone?: boolean;
  /** The IANA name of the learner's time zone, where the platform tells it. */
  readonly timeZone?: () => Promise<string | undefined>;
  /** Everybody in the place sees what is answered, whomever it is for: there is no other way to answer there. */
  readonly isSeenByAll?: true;
  /** Whether the learner may write in the place themselves; absent, nobody is asked and the answer is yes. */
  readonly mayWrite?: () => Promise<boolean>;
  /** Whether those who look after the workspace let the learner use a command, by its name; absent, they let all. */
  readonly mayUse?: (command: string) => Promise<boolean>;
  /** Whether the learner may manage the place, such as a channel; absent, nobody is asked and the answer is no. */
  readonly mayManage?: () => Promise<boolean>;
  /** Whether the learner looks after the workspace; absent, nobody is asked and the answer is no. */
  readonly isAdministrator?: () => Promise<boolean>;
}

export type Input =
  /** A command with its options by name: Discord's slash command. */
  | {
      readonly kind: "call";
      readonly command: string;
      readonly options: Readonly<Record<string, OptionValue>>;
    }
  /** A command with the rest of its line: Slack's slash command, `/dot 2,3,4 1,0,2` on the page. */
  | { readonly kind: "line"; readonly command: string; readonly line: string }
  /** Free words: a mention, a direct message. The mention itself is already taken off. */
  | {
      readonly kind: "said";
      readonly text: string;
      /** The message that it is an answer to. */
      readonly about?: Message;
      /** The message at the head of the thread, asked for only where the thread has no answer yet. */
      readonly head?: () => Promise<Message | undefined>;
    }
  /** A command about a message: a context menu, a message shortcut. */
  | { readonly kind: "about"; readonly command: string; readonly message: Message }
  /** A button, or a submitted form with what its field now holds. */
  | { readonly kind: "pressed"; readonly code: string; readonly typed?: string };

/** A message that is pointed at: its text, and the codes of its buttons if it is one of ours. */
export interface Message {
  readonly text: string;
  readonly codes: readonly string[];
  /** The platform shows the tutor nothing of it. */
  readonly isWithheld?: true;
}

export interface Completion {
  /** What is shown, at most 100 characters. */
  readonly label: string;
  /** What is put into the option, at most 100 characters. */
  readonly value: string;
}

type Defaulted = "aliases" | "phrases" | "needs";

const noPhrases: Phrases = { en: [], de: [], es: [] };

const nameShape = /^[a-z]{1,32}$/;

/** Describes a command; a description that no platform could register throws here, not when someone types it. */
export const defineCommand = <O extends z.ZodObject>(
  command: Omit<Command<O>, Defaulted> & Partial<Pick<Command, Defaulted>>,
): Command => {
  for (const name of [command.name, ...(command.aliases ?? [])]) {
    if (!nameShape.test(name))
      throw new Error(`“${name}” cannot be a command's name: 1 to 32 letters from a to z`);
  }
  if (command.summary.length > 100)
    throw new Error(`The summary of /${command.name} is longer than 100 characters`);
  return { aliases: [], phrases: noPhrases, needs: [], ...command } as unknown as Command;
};

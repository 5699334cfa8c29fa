import type { PlaceId } from "../identity.ts";
import type { Language } from "../language.ts";
import type { Opening } from "../present/opening.ts";
import type { Problem } from "../problem.ts";
import type { Draw } from "../reply/picture.ts";
import type { Call, Reply } from "../reply/reply.ts";
import type { Conversations } from "../store/conversations.ts";
import type { Installations } from "../store/installations.ts";
import type { ChoiceCode } from "./choice-code.ts";
import type { Command, Completion, Invocation } from "./command.ts";
import type { FormWords } from "./usage.ts";

/** All that a platform knows of the tutor. */
export interface Tutor {
  readonly commands: readonly Command[];
  /** Always answers: a learner's mistake or a fault of ours is a reply with the tone "problem". */
  readonly answer: (invocation: Invocation) => Promise<Answer>;
  /** Suggestions while an option is typed: what the text comes to so far, or what is still missing. */
  readonly complete: (
    asker: Asker,
    command: string,
    option: string,
    typed: string,
  ) => Promise<readonly Completion[]>;
  /** The language in which it speaks to somebody alone: the one that they have set, or else that of their locale. */
  readonly languageFor: (asker: Asker) => Promise<Language>;
  readonly codes: ChoiceCode;
  /** Draws a picture of a reply. */
  readonly draw: Draw;
  /** The form that a pressed button opens; undefined when the button is answered at once. */
  readonly form: (code: string) => Promise<Form | undefined>;
  /** The bot, by its own id there, is in a workspace. */
  readonly installed: (workspace: PlaceId, bot: string) => Promise<void>;
  /** Where the bot is, for platforms that keep there what it proves who it is with. */
  readonly installations: Installations;
  /** What was said in its conversations, for platforms that keep none themselves. */
  readonly conversations: Conversations;
  /** What it says when it has come into a workspace. */
  readonly welcome: Reply;
  /** What it says to whoever opens a conversation with it, and what it suggests to ask. */
  readonly opening: Opening;
  /** It was taken out of a workspace: what is under way there ends. */
  readonly uninstalled: (workspace: PlaceId) => Promise<void>;
}

/** Who types, where, and in which language by the platform's account. */
export type Asker = Pick<Invocation, "learner" | "place" | "locale">;

export interface Answer {
  readonly reply: Reply;
  /** The command that answered, where one was found. */
  readonly command?: string;
  /** The command with its options as they were in the end: what gives the same answer again. */
  readonly call?: Call;
  /** Why the reply's tone is "problem". */
  readonly problem?: Problem;
  /** What a question in free words was taken for, and whether that is sure or only offered. */
  readonly taken?: { readonly meaning: string; readonly isSure: boolean };
}

/** One field, to be changed and sent; it comes back as an input of the kind "pressed" with the same code. */
export interface Form extends FormWords {
  /** An example of what may be typed; at most 100 characters. */
  readonly hint: string;
  /** What the field holds to begin with. */
  readonly value: string;
}

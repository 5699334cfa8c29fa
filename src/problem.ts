import type {
  DimensionMismatch,
  NeedsNumbers,
  TooLong,
  Unreadable,
  UnreadableReason,
  WrongDimension,
  ZeroVector,
} from "./math/problem.ts";
import type { Doubt, UnreadReason } from "./reading/reading.ts";
import type { Span } from "./reading/tree.ts";
import type { Call } from "./reply/reply.ts";

/**
 * All that a learner can get wrong, as data. `present/problem.ts` holds the words.
 */
export type Problem =
  | Unreadable
  | Unread
  | TooLong
  | WrongCount
  | DimensionMismatch
  | WrongDimension
  | ZeroVector
  | NeedsNumbers
  | UnknownCommand
  | BadOption
  | NoSuchTopic
  | NotAllowed
  | NotAnAnswer
  | NoQuestion
  | QuestionClosed
  | NotYet
  | NoSuchCode
  | NoQuiz
  | QuizUnderWay
  | CannotPost
  | CannotWriteToYou
  | MessageWithheld
  | NothingInMessage
  | Expired
  | NoWords
  | UnknownWords
  | TooManyWords
  | TooQuick
  | Busy
  | Fault;

/** A place in a text that was not understood, or that has no value. */
export interface Unread {
  readonly kind: "unread";
  /** Where in the text that was typed. */
  readonly span: Span;
  /** The text at fault, as it was typed, shortened to at most 60 characters. */
  readonly found: string;
  readonly reason: UnreadReason | UnreadableReason;
  /** In which vector and component: both count from 1; absent where it stands outside of them. */
  readonly vector?: number;
  readonly component?: number;
  /** The vectors read before the place, as they were typed. */
  readonly understood: readonly string[];
  /** What to type instead, where that is plain. */
  readonly instead?: string;
  /** What may have been meant: which doubt is decided, and what then is done. */
  readonly meant: readonly { readonly doubt: Doubt; readonly does: Call }[];
}

/** The wrong number of vectors for this command. */
export interface WrongCount {
  readonly kind: "wrong-count";
  readonly least: number;
  readonly most: number;
  /** What was read, as text. */
  readonly read: readonly string[];
}

export interface UnknownCommand {
  readonly kind: "unknown-command";
  readonly typed: string;
  /** The nearest names, best first. */
  readonly closest: readonly string[];
}

export interface BadOption {
  readonly kind: "bad-option";
  readonly option: string;
  /** What was given, as text; undefined when it is missing. */
  readonly given?: string;
  /** What is allowed, as a phrase: "a whole number from 1 to 15". */
  readonly wanted: string;
}

/** A topic or a question that no lesson answers. */
export interface NoSuchTopic {
  readonly kind: "no-such-topic";
  readonly asked: string;
  /** What there is of lessons or proofs that comes nearest: what each is called, and the title it goes by. */
  readonly nearest: readonly { readonly name: string; readonly title: string }[];
}

/** What was typed as an answer to a question cannot be one. */
export interface NotAnAnswer {
  readonly kind: "not-an-answer";
  readonly found: string;
  readonly wanted: "number" | "vector" | "words";
}

/** No question is open where one was to be answered. */
export interface NoQuestion {
  readonly kind: "no-question";
}

/** The bell has rung, or the question was skipped. */
export interface QuestionClosed {
  readonly kind: "question-closed";
  readonly question: number;
}

/** The working of a question that is still to be answered. */
export interface NotYet {
  readonly kind: "not-yet";
}

/** A code to link identities that is wrong, used up or too old. */
export interface NoSuchCode {
  readonly kind: "no-such-code";
}

export interface NoQuiz {
  readonly kind: "no-quiz";
}

/** A place has one quiz at a time. */
export interface QuizUnderWay {
  readonly kind: "quiz-under-way";
  readonly isPaused: boolean;
}

/** A direct message to the asker is refused. */
export interface CannotWriteToYou {
  readonly kind: "cannot-write-to-you";
}

/** The platform shows the tutor nothing of the message that somebody answers with their question. */
export interface MessageWithheld {
  readonly kind: "message-withheld";
}

/** The message that somebody answers with their question holds nothing that it could be about. */
export interface NothingInMessage {
  readonly kind: "nothing-in-message";
}

/** The bot may not write in the place. */
export interface CannotPost {
  readonly kind: "cannot-post";
}

/** Only who looks after the workspace may do this. */
export interface NotAllowed {
  readonly kind: "not-allowed";
  readonly operation: string;
}

/** A button that can no longer be followed. */
export interface Expired {
  readonly kind: "expired";
}

/** Words that the vocabulary does not have, and words of it that are spelt nearly so. */
export interface UnknownWords {
  readonly kind: "unknown-words";
  readonly words: readonly { readonly word: string; readonly near: readonly string[] }[];
}

/** More items than can be compared in one table. */
export interface TooManyWords {
  readonly kind: "too-many-words";
  readonly count: number;
  readonly most: number;
}

/** The vectors of words cannot be read; everything else works. */
export interface NoWords {
  readonly kind: "no-words";
  readonly why: WordsTrouble;
  /** For whoever runs the bot, not for learners: which file, what is wrong with it, and what to do. */
  readonly forOperator: string;
}

export const wordsTroubles = [
  "missing",
  "unreadable",
  "empty",
  "cut-short",
  "damaged",
  "other-version",
  "packed",
  "not-vectors",
] as const;

export type WordsTrouble = (typeof wordsTroubles)[number];

/** More was asked for in a short time than one is answered at once. */
export interface TooQuick {
  readonly kind: "too-quick";
  /** Whose share is used up: the asker's own, that of their address, of the channel, of the server or workspace. */
  readonly whose: "learner" | "address" | "place" | "workspace";
  /** When it goes on. */
  readonly seconds: number;
}

/** More answers are under way than the process can keep up with. */
export interface Busy {
  readonly kind: "busy";
}

/** Our fault. */
export interface Fault {
  readonly kind: "fault";
  /** To be quoted to whoever runs the bot; it is in the log. */
  readonly reference: string;
}

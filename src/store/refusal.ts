/**
 * Why a database cannot be worked with. "taken": another process has it. "full": its disk is full. "damaged", "foreign",
 * "newer", "lost", "first-edition": what is there is not a sound database of this version. "away": a server does not
 * answer. "misconfigured": a setting is wrong. "unfit": what was asked for does not go together with what is there.
 */
export type Reason =
  | "taken"
  | "full"
  | "damaged"
  | "foreign"
  | "newer"
  | "lost"
  | "first-edition"
  | "away"
  | "misconfigured"
  | "unfit";

/** The database cannot be worked with; the message is one or more sentences that say why and what to do. */
export class StoreRefused extends Error {
  readonly reason: Reason;

  constructor(reason: Reason, sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.reason = reason;
  }
}

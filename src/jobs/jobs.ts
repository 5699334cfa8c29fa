import type { PlaceId } from "../identity.ts";

/** What the clock may ask for, and what it says of it. */
export interface Payloads {
  /** Move a quiz on as far as the clock allows. */
  readonly quiz: { readonly quiz: number };
  /** Post the daily question of a place; that of a day which could not be posted then, or else today's. */
  readonly daily: { readonly place: PlaceId; readonly day?: string };
  /** Remind whoever wants to be reminded about now. */
  readonly remind: Readonly<Record<string, never>>;
  /** Forget what nobody has needed for long. */
  readonly "clean-up": Readonly<Record<string, never>>;
}

export const jobNames = [
  "quiz",
  "daily",
  "remind",
  "clean-up",
] as const satisfies readonly (keyof Payloads)[];

export type JobName = (typeof jobNames)[number];

/** Work for later. It is kept, and done once, whichever processes end in the meantime. */
export interface Jobs {
  readonly add: <N extends JobName>(name: N, payload: Payloads[N], at?: Date) => Promise<void>;
  /** Every day at a time of a zone, until it is set anew or taken away. */
  readonly everyDay: (place: PlaceId, minutes: number, zone: string) => Promise<void>;
  /** Takes it away, with all that tells of it. */
  readonly noLonger: (place: PlaceId) => Promise<void>;
}

export type Handlers = { readonly [N in JobName]: (payload: Payloads[N]) => Promise<void> };

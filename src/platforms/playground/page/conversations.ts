import type { Tutor } from "../../../commands/tutor.ts";

/** What visitors asked and read, as the tutor keeps it. */
export type Conversations = Tutor["conversations"];

/** One thing asked and its answer, or one thing that the tutor said by itself, as it is kept. */
export type Exchange = Parameters<Conversations["put"]>[1];

/** What the script is told of an exchange. */
export type Said = NonNullable<Awaited<ReturnType<Conversations["find"]>>>;

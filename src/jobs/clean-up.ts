import type { Store } from "../store/store.ts";

const day = 24 * 60 * 60 * 1_000;

/** How long what old answers need is kept after it was last needed: half a year, in milliseconds. */
const keptFor = 180 * day;

/** How long what was said on the page is kept after it was last changed: a week, in milliseconds. */
const saidFor = 7 * day;

/** How long a visitor of the page is known who does not come any more, in milliseconds; until then they are posted to. */
const knownFor = 30 * day;

/** Forgets the buttons and vectors of answers that nobody has looked at for long, and what was said on the page. */
export const cleanUp = async ({ store, now }: CleanUpServices): Promise<void> => {
  const ago = (milliseconds: number): Date => new Date(now().getTime() - milliseconds);
  await store.replies.forgetBefore(ago(keptFor));
  await store.conversations.forgetBefore(ago(saidFor), ago(knownFor));
};

export interface CleanUpServices {
  readonly store: Store;
  readonly now: () => Date;
}

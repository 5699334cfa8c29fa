import type { Store } from "../store/store.ts";

/** How long what old answers need is kept after it was last needed: half a year, in milliseconds. */
const keptFor = 180 * 24 * 60 * 60 * 1000;

/** Forgets the buttons and vectors of answers that nobody has looked at for half a year. */
export const cleanUp = ({ store, now }: { readonly store: Store; readonly now: () => Date }): Promise<void> =>
  store.replies.forgetBefore(new Date(now().getTime() - keptFor));

import type { LearnerId, PlaceId } from "../identity.ts";

/** What posted answers need later: what their long buttons do, and the vectors that they are about. */
export interface Replies {
  /**
   * Keeps texts for a workspace, each under a key that is made from it: whoever has the key knows the text. They are
   * forgotten with the learner who was answered with them, unless others were, too.
   */
  readonly keepTexts: (
    workspace: PlaceId,
    texts: ReadonlyMap<string, string>,
    learner?: LearnerId,
  ) => Promise<void>;
  readonly findText: (key: string) => Promise<string | undefined>;
  /** Keeps the vectors of the latest answer in a place, which went to that learner. */
  readonly keepLatest: (place: PlaceId, vectors: string, learner?: LearnerId) => Promise<void>;
  /** The latest vectors of the first of the places that has some. */
  readonly findLatest: (places: readonly PlaceId[]) => Promise<string | undefined>;
  /** Forgets what nobody has needed since a moment. */
  readonly forgetBefore: (moment: Date) => Promise<void>;
}

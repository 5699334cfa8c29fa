import type { Weight } from "./weight.ts";

/** How many answers are under way in this process, and what it still takes on. */
export interface Load {
  /** Counts a piece of work until it is done. */
  readonly track: <T>(work: () => Promise<T>) => Promise<T>;
  readonly takes: (weight: Weight) => boolean;
  readonly takesPictures: () => boolean;
}

/**
 * With so many answers under way, something is no longer taken on. An answer takes a few milliseconds, so a hundred at
 * once mean that the database or a core cannot keep up; what is shed then is what the others are waiting behind, in the
 * order in which it can best be missed: pictures, then heavy commands, then all but the free ones, such as answers to a
 * question. Those are bounded by how many learners there are, as each waits for one.
 */
export const mostUnderWay = { pictures: 100, heavy: 150, others: 400 } as const;

const mostFor: Readonly<Record<Weight, number>> = {
  free: Number.POSITIVE_INFINITY,
  own: mostUnderWay.others,
  light: mostUnderWay.others,
  usual: mostUnderWay.others,
  heavy: mostUnderWay.heavy,
};

export const createLoad = (): Load => {
  let underWay = 0;
  return {
    track: async (work) => {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
      }
    },
    // What asks is under way itself.
    takes: (weight) => underWay <= mostFor[weight],
    takesPictures: () => underWay < mostUnderWay.pictures,
  };
};

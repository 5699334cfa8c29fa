import type { PlaceId } from "../../identity.ts";

/** The threads in which the bot has answered: there, “this” is its latest answer, and elsewhere the thread's head. */
export interface Threads {
  readonly note: (place: PlaceId) => void;
  readonly has: (place: PlaceId) => boolean;
}

export const createThreads = (capacity = 10_000): Threads => {
  const answered = new Set<PlaceId>();
  return {
    note: (place) => {
      answered.delete(place);
      answered.add(place);
      if (answered.size > capacity) answered.delete(answered.values().next().value!);
    },
    has: (place) => answered.has(place),
  };
};

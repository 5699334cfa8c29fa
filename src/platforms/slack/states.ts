import { LRUCache } from "lru-cache";
import { createLatestOnly } from "../latest-only.ts";

/** What stands in one place – in a message, on a home – until something newer does. */
export interface State {
  /** Puts it there, unless something newer came; tells whether it did. */
  readonly put: (work: () => Promise<void>) => Promise<boolean>;
}

/** Places of which what is newer is never overwritten by what is older, however late that comes. */
export interface States {
  /** From now on nothing older is put in the place. All places of a lane take turns. */
  readonly begin: (place: string, lane?: string) => State;
}

/** Of how many places it is known what is the latest. */
const capacity = 10_000;

/** `pause`: milliseconds from the beginning of one change to the beginning of the next. */
export const createStates = (pause = 0): States => {
  const turns = createLatestOnly(pause);
  const latest = new LRUCache<string, State>({ max: capacity });
  return {
    begin: (place, lane = place) => {
      const state: State = {
        put: async (work) => {
          let wasPut = false;
          if (latest.get(place) !== state) return wasPut;
          const unlessNewer = async () => {
            if (latest.get(place) !== state) return;
            await work();
            wasPut = true;
          };
          await turns.run(place, unlessNewer, lane);
          return wasPut;
        },
      };
      latest.set(place, state);
      return state;
    },
  };
};

/** The place of something that one person sees. */
export const placeOf = (team: string, channel: string, person: string, ts = ""): string =>
  `${team}/${channel}/${person}/${ts}`;

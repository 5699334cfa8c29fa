/** A clock that is put forward by hand. */
export interface Clock {
  readonly now: () => Date;
  readonly later: (seconds: number) => void;
}

/** Goes on from a moment as time does, and further when it is put forward. */
export const createClock = (start = new Date()): Clock => {
  const began = performance.now();
  let ahead = 0;
  return {
    now: () => new Date(start.getTime() + performance.now() - began + ahead * 1_000),
    later: (seconds) => {
      ahead += seconds;
    },
  };
};

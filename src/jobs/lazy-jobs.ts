import type { Jobs } from "./jobs.ts";

/** Jobs whose queue opens when the first is added. */
export const createLazyJobs = (queue: () => Promise<Jobs>): Jobs => ({
  add: async (...job) => (await queue()).add(...job),
  everyDay: async (...day) => (await queue()).everyDay(...day),
  noLonger: async (place) => (await queue()).noLonger(place),
});

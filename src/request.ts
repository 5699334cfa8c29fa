import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { inLanguage } from "./language.ts";

/** What the process is at work for: an event that a platform received, or a job. */
export interface Request {
  /** Eight signs that stand in each log line of it; a learner is told the same where the fault is ours. */
  readonly request: string;
  /** The job, where the clock asked for it. */
  readonly job?: string;
}

const underWay = new AsyncLocalStorage<Request>();

/** Does work, and all that follows from it, as a request of its own. */
export const beginRequest = <T>(work: () => T, { job }: Omit<Request, "request"> = {}): T => {
  const request = randomUUID().slice(0, 8);
  return underWay.run({ request, ...(job === undefined ? {} : { job }) }, () => inLanguage("en", work));
};

/** Does work as part of the request that is under way; where there is none, as one of its own. */
export const inRequest = <T>(work: () => T): T =>
  underWay.getStore() === undefined ? beginRequest(work) : work();

/** Does work that outlasts the request which happens to be the first to need it. */
export const outsideRequests = <T>(work: () => T): T => underWay.exit(work);

/** The request that this is done for; undefined where nobody asked for it. */
export const currentRequest = (): Request | undefined => underWay.getStore();

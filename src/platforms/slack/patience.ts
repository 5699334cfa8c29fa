import { setTimeout as sleep } from "node:timers/promises";
import type { webApi } from "@slack/bolt";

/** Slack waits three seconds for an acknowledgement; an answer that takes longer than these milliseconds comes after it. */
export const patienceOfSlack = 1_500;

/** The longest Retry-After that is waited for, in seconds. */
const longestWait = 5;

/**
 * How Slack's client repeats what failed: a learner waits, so a request is given up after some twelve seconds, not
 * after the half an hour that is usual with that client.
 */
export const patience: Pick<webApi.WebClientOptions, "timeout" | "retryConfig" | "fetch"> = {
  timeout: 6_000,
  retryConfig: { retries: 3, minTimeout: 300, maxRetryTime: 8_000 },
  fetch: async (...request) => {
    const response = await fetch(...request);
    if (response.status !== 429 || !(Number(response.headers.get("retry-after")) > longestWait))
      return response;
    // Without the header the client fails at once.
    await response.body?.cancel();
    return new Response(null, { status: 429 });
  },
};

/** The pauses before a response is sent again, in milliseconds. */
const pauses = [1_000, 1_500, 3_000];

/** Sends through a response_url, which no client looks after: again, while Slack says that it is too much or fails. */
export const persistently = async <T>(send: () => Promise<T>): Promise<T> => {
  for (const pause of pauses) {
    try {
      return await send();
    } catch (error) {
      if (!mayPass(error)) throw error;
      await sleep(pause);
    }
  }
  return send();
};

const mayPass = (error: unknown): boolean => {
  const { statusCode = 0 } = error as { statusCode?: number };
  return statusCode === 429 || statusCode >= 500;
};

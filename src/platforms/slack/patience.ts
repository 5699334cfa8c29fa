import type { webApi } from "@slack/bolt";

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

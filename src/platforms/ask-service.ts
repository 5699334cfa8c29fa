/** What a service answered to one question, and when by its own clock. */
export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  /** The moment by the service's clock, to half a second; absent where it does not say. */
  readonly theirs?: number;
}

/** Nobody waits longer than so many milliseconds for one answer. */
const patience = 8_000;

/** Asks a service over HTTP, once. Rejects where no answer comes; the code of the error tells why. */
export const askService = async (url: string, request: RequestInit = {}): Promise<Asked> => {
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(patience) });
  const body: unknown = await response.json().catch(() => undefined);
  const date = Date.parse(response.headers.get("date") ?? "");
  // The header leaves out what is less than a second.
  const theirs = Number.isNaN(date) ? {} : { theirs: date + 500 };
  return { status: response.status, headers: response.headers, body, ...theirs };
};

/** Why no answer came, in a word. */
export const whyNoAnswer = (error: unknown): string => {
  const { name, code, cause } = error as { name?: string; code?: unknown; cause?: unknown };
  if (typeof code === "string") return code;
  return cause === undefined ? (name ?? "no answer") : whyNoAnswer(cause);
};

/** What is told of an error in a log. */
export interface ToldError {
  readonly type: string;
  /** Absent where the message may repeat what a learner wrote. */
  readonly message?: string;
  readonly code?: string | number;
  readonly status?: number;
  /** The statement that a database refused, without its values. */
  readonly query?: string;
  /** Where it was thrown, without the message. */
  readonly stack?: string;
  readonly cause?: ToldError;
}

/** Causes of causes are told so deep. */
const deepest = 4;

/**
 * An error as a log tells it. Libraries hang on their errors what was sent: drizzle the values of a query, discord.js and
 * Slack's client the payload; so no property is told that is not named here.
 */
export const toldOfError = (error: unknown, depth = 0): ToldError => {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = "", cause } = error;
  const { code, status, query } = error as { code?: unknown; status?: unknown; query?: unknown };
  return {
    type: name,
    ...(quotes(error) ? {} : { message }),
    ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
    ...(typeof status === "number" ? { status } : {}),
    ...(typeof query === "string" ? { query } : {}),
    stack: framesOf(stack),
    ...(cause === undefined || depth >= deepest ? {} : { cause: toldOfError(cause, depth + 1) }),
  };
};

/**
 * Whether the message quotes what was worked with: a query its values, JSON's and other parsers the text that they could
 * not read, PostgreSQL in its class 22 the value that does not fit. See the PostgreSQL manual, appendix A.
 */
const quotes = (error: Error): boolean => {
  const { params, severity, code } = error as { params?: unknown; severity?: unknown; code?: unknown };
  return (
    error instanceof SyntaxError ||
    params !== undefined ||
    (severity !== undefined && typeof code === "string" && code.startsWith("22"))
  );
};

const framesOf = (stack: string): string =>
  stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");

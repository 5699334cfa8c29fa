import { type DestinationStream, type Logger, pino, stdSerializers } from "pino";

export type Log = Logger;

/** Structured logs, one JSON object a line; never a learner's words above debug. */
export const createLog = (level: string, destination?: DestinationStream): Log => {
  const options = { level, serializers: { err: tellError } };
  return destination === undefined ? pino(options) : pino(options, destination);
};

/** A query that failed carries its parameters, and in them what learners typed: only its cause is told. */
const tellError = (error: unknown): unknown => {
  const { query, params, cause } = Object(error) as { query?: unknown; params?: unknown; cause?: unknown };
  if (params === undefined || !(cause instanceof Error)) return stdSerializers.err(error as Error);
  return { ...stdSerializers.err(cause), query };
};

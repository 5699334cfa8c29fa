import { type DestinationStream, type Logger, pino } from "pino";

export type Log = Logger;

/** Structured logs, one JSON object a line; never a learner's words above debug. */
export const createLog = (level: string, destination?: DestinationStream): Log =>
  destination === undefined ? pino({ level }) : pino({ level }, destination);

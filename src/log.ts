import { type DestinationStream, type Logger, type LoggerOptions, pino } from "pino";
import { toldOfError } from "./error-fields.ts";
import { currentRequest } from "./request.ts";

export type Log = Logger;

/** Structured logs, one JSON object a line, with the request that it is about; never a learner's words above debug. */
export const createLog = (level: string, destination?: DestinationStream): Log => {
  const options: LoggerOptions = {
    level,
    mixin: () => ({ ...currentRequest() }),
    serializers: { err: toldOfError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
};

import { type Running, startProgram } from "../../support/program.ts";
import type { Seat } from "./spread.ts";

/** A second process of the program, which shares its work with the first on one database. */
export interface Second extends Seat {
  readonly start: () => Promise<void>;
  readonly isRunning: () => boolean;
  /** What it has printed since its start. */
  readonly said: () => string;
  /** Ends it as a power cut does. */
  readonly kill: () => Promise<void>;
  readonly signal: (signal: NodeJS.Signals) => void;
  readonly stop: () => Promise<unknown>;
}

/** It has no connection to the platforms but what they bring by HTTP. */
export const createSecond = (settings: Readonly<Record<string, string>>): Second => {
  let running: (Running & { readonly found: RegExpExecArray }) | undefined;
  const isRunning = () => running?.isRunning() === true;
  return {
    address: () => (isRunning() ? `http://127.0.0.1:${running!.found[1]}` : undefined),
    start: async () => {
      running = await startProgram(
        { ...settings, ROLE: "web,worker" },
        /The tutor is open at http:\/\/localhost:(\d+)/,
      );
    },
    isRunning,
    said: () => running?.said() ?? "",
    kill: async () => {
      await running?.kill();
    },
    signal: (signal) => {
      if (isRunning()) process.kill(running!.pid, signal);
    },
    stop: async () => (isRunning() ? running!.stop() : undefined),
  };
};

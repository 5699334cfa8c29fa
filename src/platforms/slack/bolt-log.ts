import { LogLevel, type webApi } from "@slack/bolt";
import type { Log } from "../../log.ts";

/** Bolt's logger on ours. What Bolt says at debug contains messages, so it stays at debug. */
export const boltLog = (log: Log): webApi.Logger => ({
  debug: (...said) => log.debug(said.join(" ")),
  info: (...said) => log.debug(said.join(" ")),
  warn: (...said) => log.warn(said.join(" ")),
  error: (...said) => log.error(said.join(" ")),
  setLevel: () => undefined,
  getLevel: () => (log.isLevelEnabled("debug") ? LogLevel.DEBUG : LogLevel.INFO),
  setName: () => undefined,
});

/** What is told of an error: its kind and Slack's code for it, never the payload that it carries. */
export const tellError = (error: unknown): Readonly<Record<string, unknown>> => {
  const { name, message, stack, code, data, original } = error as {
    name?: string;
    message?: string;
    stack?: string;
    code?: string;
    data?: { error?: string };
    original?: unknown;
  };
  if (original instanceof Error && code === "slack_bolt_unknown_error") return tellError(original);
  return data?.error === undefined ? { name, message, code, stack } : { name, code, slack: data.error };
};

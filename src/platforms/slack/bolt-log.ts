import { LogLevel, type webApi } from "@slack/bolt";
import { toldOfError } from "../../error-fields.ts";
import type { Log } from "../../log.ts";

/** Bolt's logger on ours. What Bolt says at debug contains messages, so it stays at debug. */
export const boltLog = (log: Log): webApi.Logger => ({
  debug: (...said) => log.debug(said.join(" ")),
  info: (...said) => log.debug(said.join(" ")),
  warn: (...said) => log.warn(...apart(said)),
  error: (...said) => (said.some(isOfInstalling) ? log.debug(...apart(said)) : log.error(...apart(said))),
  setLevel: () => undefined,
  getLevel: () => (log.isLevelEnabled("debug") ? LogLevel.DEBUG : LogLevel.INFO),
  setName: () => undefined,
});

/** The pages of the installation tell by themselves what goes wrong there, and whether that is anyone's fault. */
const isOfInstalling = (said: unknown): boolean =>
  said instanceof Error && /^slack_oauth_/.test((said as { code?: string }).code ?? "");

/** Errors are told as errors are: their messages may repeat what a learner wrote. */
const apart = (said: readonly unknown[]): [object, string] => {
  const errors = said.filter((each) => each instanceof Error).map(tellError);
  const words = said.filter((each) => !(each instanceof Error)).join(" ");
  return [errors.length === 0 ? {} : { errors }, words === "" ? "Slack: Bolt failed" : words];
};

/** What was thrown: Bolt wraps what it does not know. */
export const thrown = (error: unknown): unknown => {
  const { code, original } = error as { code?: string; original?: unknown };
  return original instanceof Error && code === "slack_bolt_unknown_error" ? original : error;
};

/** What is told of an error: its kind and Slack's code for it, never the payload that it carries. */
export const tellError = (error: unknown): Readonly<Record<string, unknown>> => {
  const cause = thrown(error);
  const { name, code, data } = cause as { name?: string; code?: string; data?: { error?: string } };
  return data?.error === undefined ? { name, ...toldOfError(cause) } : { name, code, slack: data.error };
};

import { type Config, exitCodes } from "./config/config.ts";
import { explainStore, type Failure } from "./explain-store.ts";
import { PlatformEnded } from "./platforms/ended.ts";
import { WrongKey } from "./seal.ts";

/** Why the process could not start, or ended, and its exit code. */
export const explainFailure = (error: unknown, { port: own, host, metrics, slack }: Config): Failure => {
  const {
    code,
    message,
    data,
    port = own,
  } = error as { code?: string; message?: string; data?: { error?: string }; port?: number };
  const isMetrics = port !== own && port === metrics?.port;
  const [variable, free] = isMetrics ? ["METRICS_PORT", port + 1] : ["PORT", 3001];
  const failed = (sentence: string): Failure => ({ sentence, code: exitCodes.failed });
  const misconfigured = (sentence: string): Failure => ({ sentence, code: exitCodes.config });
  const kept = explainStore(error);
  if (kept !== undefined) return kept;
  if (error instanceof PlatformEnded)
    return error.isConfiguration ? misconfigured(error.message) : failed(error.message);
  if (error instanceof WrongKey) return misconfigured(error.message);
  if (code === "EADDRINUSE")
    return failed(
      `Port ${port} is taken by another program. Set ${variable} to a free one, as in: ${variable}=${free} npm start`,
    );
  if (code === "EACCES" || code === "EADDRNOTAVAIL")
    return failed(
      isMetrics
        ? `I may not listen on ${metrics.host}:${port} (${code}). Set METRICS_HOST and METRICS_PORT to an address that is free to use.`
        : `I may not listen on ${host}:${port} (${code}). Set HOST and PORT to an address that is free to use.`,
    );
  if (code === "TokenInvalid")
    return misconfigured(
      "Discord refuses DISCORD_TOKEN. Copy it again from the page “Bot” of your application.",
    );
  if (data?.error !== undefined)
    return misconfigured(
      `Slack refuses the connection (${data.error}). Check ${slack?.installing === undefined ? "SLACK_BOT_TOKEN and SLACK_APP_TOKEN" : "SLACK_APP_TOKEN"}.`,
    );
  return failed(`The start failed: ${message ?? String(error)}`);
};

import { createApp } from "./app.ts";
import { within } from "./base/within.ts";
import { configOrExit, exitCodes } from "./config/config.ts";
import { createLog } from "./log.ts";
import { reportError } from "./report-error.ts";

/**
 * Reads the configuration, starts every platform that it names, and stops them all on SIGTERM or SIGINT, the second of
 * which ends it at once, and on a fault that nobody caught: what is kept is sound, but what goes on in the process may
 * not be.
 */
const config = configOrExit();
const log = createLog(config.logLevel);
// Read only where they are wanted: they take time to load.
const metrics = config.metrics && (await import("./metrics.ts")).createMetrics(config.metrics);
const app = await createApp(config, log, metrics);

/** The longest that a stop after a fault may take, in milliseconds. */
const patienceAfterFault = 10_000;

/** What one learner's command leaves behind may not end everyone else's answers. */
process.on("unhandledRejection", (error) =>
  reportError(log, error, { where: "platform", what: "something failed, and nobody was told" }),
);

let isStopping = false;
const stop = async (code: number): Promise<never> => {
  isStopping = true;
  await app.stop();
  process.exit(code);
};

/** Whoever asks a second time does not want to wait. */
const stopOrEnd = (): Promise<never> => (isStopping ? process.exit(exitCodes.failed) : stop(0));
process.on("SIGTERM", stopOrEnd);
process.on("SIGINT", stopOrEnd);

let isFaulty = false;
process.on("uncaughtException", async (error, origin) => {
  reportError(log, error, {
    where: "process",
    what: "a fault that nobody caught ends the process",
    about: { origin },
  });
  if (isFaulty) return;
  isFaulty = true;
  await within(patienceAfterFault, app.stop()).catch(() => undefined);
  process.exit(exitCodes.failed);
});

const explainAndStop = (error: unknown): Promise<never> => {
  const { sentence, code } = app.explain(error);
  console.error(sentence);
  return stop(code);
};

try {
  for (const line of await app.start((sentence) => console.log(sentence))) console.log(line);
  void app.ended.then((why) => (isStopping ? undefined : explainAndStop(why)));
} catch (error) {
  await explainAndStop(error);
}

import { createApp } from "./app.ts";
import { configOrExit, exitCodes } from "./config.ts";
import { createLog } from "./log.ts";

/**
 * Reads the configuration, starts every platform that it names, and stops them all on SIGTERM or SIGINT, the second of
 * which ends it at once.
 */
const config = configOrExit();
const log = createLog(config.logLevel);
const app = createApp(config, log);

/** What one learner's command leaves behind may not end everyone else's answers. */
process.on("unhandledRejection", (error) =>
  log.error({ err: error }, "something failed, and nobody was told"),
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

try {
  for (const line of await app.start()) console.log(line);
} catch (error) {
  const { sentence, code } = app.explain(error);
  console.error(sentence);
  await stop(code);
}

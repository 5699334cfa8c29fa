import { createApp } from "./app.ts";
import { configOrExit } from "./config.ts";
import { createLog } from "./log.ts";

/** Reads the configuration, starts every platform that it names, and stops them all on SIGTERM or SIGINT. */
const config = configOrExit();
const app = createApp(config, createLog(config.logLevel));

const stop = async (code: number): Promise<never> => {
  await app.stop();
  process.exit(code);
};
process.once("SIGTERM", () => stop(0));
process.once("SIGINT", () => stop(0));

try {
  for (const line of await app.start()) console.log(line);
} catch (error) {
  const { sentence, code } = app.explain(error);
  console.error(sentence);
  await stop(code);
}

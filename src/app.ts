import { assemble } from "./assemble.ts";
import { now } from "./clock.ts";
import { type Config, exitCodes } from "./config.ts";
import { explainStore, type Failure } from "./explain-store.ts";
import { scheduleDailies } from "./jobs/daily.ts";
import { createQueue, type Queue } from "./jobs/queue.ts";
import type { Log } from "./log.ts";
import { loadExpressionParser } from "./math/read-expression.ts";
import { createPictures } from "./pictures/draw.ts";
import { createDiscord } from "./platforms/discord/discord.ts";
import type { Platform } from "./platforms/platform.ts";
import { createPage } from "./platforms/playground/page/page.ts";
import { installUrl } from "./platforms/slack/addresses.ts";
import { createSlack } from "./platforms/slack/slack.ts";
import { createWebServer } from "./platforms/web-server.ts";
import { createPosting } from "./posting.ts";
import { WrongKey } from "./seal.ts";
import { openStore } from "./store/open-store.ts";
import type { Store } from "./store/store.ts";
import { lessons } from "./tutor/lessons.ts";
import { proofs } from "./tutor/proofs.ts";
import { createWords } from "./words/lazy-words.ts";
import { createWorkerPool } from "./worker-pool.ts";

/** The whole process: the tutor, the platforms that are configured, and the one web server. */
export interface App {
  /** Connects everything; resolves to what to tell the person who started it. */
  readonly start: () => Promise<readonly string[]>;
  /** Finishes what is under way, then lets go of every connection. */
  readonly stop: () => Promise<void>;
  /** Why a start failed. */
  readonly explain: (error: unknown) => Failure;
}

/** How often a process looks for quizzes that another has left behind, in milliseconds. */
const watchEvery = 2_000;

/** Builds everything; the one place that knows all parts. */
export const createApp = (config: Config, log: Log): App => {
  const { port, host, pageHosts, discord, slack } = config;
  const pool = createWorkerPool(log);
  const pictures = createPictures({ log: log.child({ part: "pictures" }) });
  let store: Store | undefined;
  let queue: Queue | undefined;
  let watch: NodeJS.Timeout | undefined;
  const platforms: readonly Platform[] = [
    createPage({ hosts: pageHosts, log: log.child({ platform: "web" }) }),
    ...(discord === undefined
      ? []
      : [createDiscord({ ...discord, log: log.child({ platform: "discord" }) })]),
    ...(slack === undefined ? [] : [createSlack({ ...slack, log: log.child({ platform: "slack" }) })]),
  ];
  const server = createWebServer(platforms.flatMap(({ web }) => (web === undefined ? [] : [web])));

  return {
    start: async () => {
      loadExpressionParser();
      lessons();
      proofs();
      const opened = await openStore(config, now);
      ({ store } = opened);
      queue = createQueue(opened.database, log.child({ part: "jobs" }));
      const posting = createPosting(() => platforms);
      const { tutor, quizMaster, handlers } = assemble({
        store,
        posting,
        jobs: queue,
        log,
        work: pool.work,
        words: createWords(config.wordsFile, (sentence) => log.error(sentence)),
        drawPicture: pictures.draw,
      });
      await Promise.all(platforms.map((platform) => platform.start(tutor)));
      await queue.start(handlers);
      await scheduleDailies({ store, jobs: queue, log });
      await quizMaster.recover();
      watch = setInterval(() => {
        quizMaster
          .recover(true)
          .catch((error: unknown) => log.warn({ err: error }, "quizzes were not looked after"));
      }, watchEvery);
      const bound = await server.open(port, host);
      const local = host === "127.0.0.1" || host === "localhost" ? "localhost" : host;
      return [`The tutor is open at http://${local}:${bound}`, ...installing(config), ...missing(config)];
    },
    stop: async () => {
      clearInterval(watch);
      await queue?.stop();
      await Promise.allSettled(platforms.map((platform) => platform.stop()));
      await server.close();
      await pool.close();
      await pictures.close();
      await store?.close();
    },
    explain: (error) => explain(error, config),
  };
};

const installing = ({ slack }: Config): readonly string[] =>
  slack?.installing === undefined
    ? []
    : [`People add the tutor to their Slack at ${installUrl(slack.installing.publicUrl)}`];

const missing = ({ discord, slack }: Config): readonly string[] => [
  ...(discord === undefined ? ["For Discord, put DISCORD_TOKEN into .env (see .env.example)."] : []),
  ...(slack === undefined
    ? ["For Slack, put SLACK_BOT_TOKEN and SLACK_APP_TOKEN into .env (see .env.example)."]
    : []),
];

const explain = (error: unknown, { port, host, slack }: Config): Failure => {
  const { code, message, data } = error as { code?: string; message?: string; data?: { error?: string } };
  const failed = (sentence: string): Failure => ({ sentence, code: exitCodes.failed });
  const misconfigured = (sentence: string): Failure => ({ sentence, code: exitCodes.config });
  const kept = explainStore(error);
  if (kept !== undefined) return kept;
  if (error instanceof WrongKey) return misconfigured(error.message);
  if (code === "EADDRINUSE")
    return failed(
      `Port ${port} is taken by another program. Set PORT to a free one, as in: PORT=3001 npm start`,
    );
  if (code === "EACCES" || code === "EADDRNOTAVAIL")
    return failed(
      `I may not listen on ${host}:${port} (${code}). Set HOST and PORT to an address that is free to use.`,
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

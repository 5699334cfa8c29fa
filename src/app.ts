import { assemble } from "./assemble.ts";
import { within } from "./base/within.ts";
import { now } from "./clock.ts";
import { createLimits } from "./commands/limits.ts";
import { createLoad } from "./commands/load.ts";
import type { Config } from "./config/config.ts";
import type { Role } from "./config/roles.ts";
import { explainFailure } from "./explain-failure.ts";
import type { Failure } from "./explain-store.ts";
import { createHealth, type Phase } from "./health.ts";
import { scheduleDailies } from "./jobs/daily.ts";
import { openQueue, type Queue } from "./jobs/queue.ts";
import type { Log } from "./log.ts";
import { loadExpressionParser } from "./math/read-expression.ts";
import { noMeters } from "./meters.ts";
import type { Metrics } from "./metrics.ts";
import { createPictures } from "./pictures/draw.ts";
import type { Platform } from "./platforms/platform.ts";
import { doorFor } from "./platforms/playground/page/door.ts";
import { createPage } from "./platforms/playground/page/page.ts";
import { installUrl } from "./platforms/slack/addresses.ts";
import { createWebServer } from "./platforms/web-server.ts";
import { createPosting } from "./posting.ts";
import { type Opened, openStore } from "./store/open-store.ts";
import { lessons } from "./tutor/lessons.ts";
import { proofs } from "./tutor/proofs.ts";
import { createWords } from "./words/lazy-words.ts";

/** The whole process: the tutor, the platforms that are configured, and the one web server. */
export interface App {
  /** Connects everything; resolves to what to tell the person who started it. `tell` hears what is waited for. */
  readonly start: (tell: (line: string) => void) => Promise<readonly string[]>;
  /** Resolves when a platform has let go of the process for good, to what `explain` explains. */
  readonly ended: Promise<unknown>;
  /** Finishes what is under way, then lets go of every connection. */
  readonly stop: () => Promise<void>;
  /** Why a start failed, or the process ended. */
  readonly explain: (error: unknown) => Failure;
}

/**
 * How long a stop waits, in milliseconds: for answers and jobs that are under way, each of which has a shorter patience of
 * its own, and then for threads and the database. Together they stay below the 10 seconds after which what runs programs
 * ends them by force.
 */
const [patienceForWork, patienceForResources] = [7_000, 2_000];

/** How often a process looks for quizzes that another has left behind, and to its own health, in milliseconds. */
const watchEvery = 2_000;

/** When a start is over and its first events are answered, in milliseconds. */
const warmAfter = 1_000;

/** Builds everything; the one place that knows all parts. Without `metrics`, nothing is measured. */
export const createApp = async (config: Config, log: Log, metrics?: Metrics): Promise<App> => {
  const { port, host, pageHosts, pageToken, adminToken, pageProxies, discord, slack } = config;
  const does = (role: Role): boolean => config.roles.includes(role);
  const connects = does("gateway");
  const meters = metrics?.meters ?? noMeters;
  const pictures = createPictures({ log: log.child({ part: "pictures" }), meters });
  let phase: Phase = "starting";
  let opened: Opened | undefined;
  let queue: Queue | undefined;
  let watch: NodeJS.Timeout | undefined;
  let warmth: NodeJS.Timeout | undefined;
  // The libraries of Discord and Slack are large, and loaded only where they are wanted.
  const platforms: readonly Platform[] = [
    createPage({
      hosts: pageHosts,
      door: doorFor(host, pageToken),
      adminToken,
      proxies: pageProxies,
      now: () => now().getTime(),
      log: log.child({ platform: "web" }),
      meters,
    }),
    ...(discord === undefined
      ? []
      : [
          (await import("./platforms/discord/discord.ts")).createDiscord({
            ...discord,
            connects,
            log: log.child({ platform: "discord" }),
            meters,
          }),
        ]),
    ...(slack === undefined
      ? []
      : [
          (await import("./platforms/slack/slack.ts")).createSlack({
            ...slack,
            connects,
            log: log.child({ platform: "slack" }),
            meters,
          }),
        ]),
  ];
  const health = createHealth({
    now,
    phase: () => phase,
    parts: () => [
      { name: "database", isReady: async () => opened?.ping().then(() => true) ?? false },
      ...(does("worker") ? [{ name: "jobs", isReady: () => queue?.isAtWork() ?? false }] : []),
      ...platforms.flatMap(({ name, isConnected }) =>
        isConnected === undefined ? [] : [{ name, isReady: isConnected }],
      ),
    ],
  });
  const server = createWebServer([
    ...health.mounted,
    ...platforms.flatMap(({ web }) => (web === undefined || !does("web") ? [] : [web])),
  ]);

  return {
    start: async (tell) => {
      // First of all, so that whoever asks is told that it is starting; what learners send is refused until it has.
      const bound = await server.open(port, host);
      const measured = metrics === undefined ? [] : [`Metrics are at ${await metrics.open()}`];
      opened = await openStore(config, now, { patience: config.databaseWait * 1000, tell });
      const { database, store } = opened;
      const jobs = await openQueue(database, {
        ...{ log: log.child({ part: "jobs" }), now, meters, works: does("worker") },
      });
      queue = jobs;
      // Platforms take events in from their start, and any of these may ask for something later.
      await jobs.start();
      const posting = createPosting(() => platforms);
      const { tutor, quizMaster, handlers } = assemble({
        store,
        posting,
        jobs,
        log,
        words: createWords(config.wordsFile, (sentence) => log.error(sentence)),
        drawPicture: pictures.draw,
        limits: createLimits(opened.countTogether),
        load: createLoad(),
        meters,
      });
      await Promise.all(platforms.map((platform) => platform.start(tutor)));
      const lookAfterQuizzes = (onlyOverdue: boolean) =>
        quizMaster
          .recover(onlyOverdue)
          .catch((error: unknown) => log.warn({ err: error }, "quizzes were not looked after"));
      if (does("worker")) {
        await jobs.start(handlers);
        await scheduleDailies({ store, jobs, log });
        // Each waits for its platform: with many, that takes longer than a start may.
        void lookAfterQuizzes(false);
      }
      watch = setInterval(() => {
        if (does("worker")) void lookAfterQuizzes(true);
        void health.look();
      }, watchEvery);
      phase = "running";
      warmth = setTimeout(warmUp, warmAfter);
      const local = host === "127.0.0.1" || host === "localhost" ? "localhost" : host;
      const open = does("web")
        ? `The tutor is open at http://${local}:${bound}`
        : `The tutor runs as ${config.roles.join(" and ")}; its health is at http://${local}:${bound}/readyz`;
      const install = does("web") ? installing(config) : [];
      return [open, ...measured, ...install, ...missing(config)];
    },
    ended: Promise.race([
      new Promise<never>(() => undefined),
      ...platforms.flatMap(({ ended }) => (ended === undefined ? [] : [ended])),
    ]),
    stop: async () => {
      phase = "stopping";
      clearInterval(watch);
      clearTimeout(warmth);
      // All at once: none waits for another before it stops taking on new work.
      const working = [server.close(), queue?.stop(), ...platforms.map((platform) => platform.stop())];
      await within(patienceForWork, Promise.allSettled(working));
      const resources = [pictures.close(), opened?.store.close(), metrics?.close()];
      await within(patienceForResources, Promise.allSettled(resources));
    },
    explain: (error) => explainFailure(error, config),
  };
};

/** What only some questions need is read once the first have been answered, and one thing at a time. */
const warmUp = (): void => {
  for (const read of [loadExpressionParser, lessons, proofs]) setImmediate(read);
};

const installing = ({ slack }: Config): readonly string[] =>
  slack?.installing === undefined
    ? []
    : [`People add the tutor to their Slack at ${installUrl(slack.installing.publicUrl)}`];

const missing = ({ discord, slack, host, pageToken, pageHosts }: Config): readonly string[] => [
  ...(doorFor(host, pageToken).kind === "closed"
    ? [
        `The page is closed, as others can reach ${host}: to open it, put PAGE_TOKEN into .env (see .env.example).`,
      ]
    : []),
  ...(doorFor(host, pageToken).kind === "open" && pageHosts.length > 0
    ? [
        `Anyone who reaches ${pageHosts.join(", ")} may use the page: to let in only whom you choose, put PAGE_TOKEN into .env (see .env.example).`,
      ]
    : []),
  ...(discord === undefined ? ["For Discord, put DISCORD_TOKEN into .env (see .env.example)."] : []),
  ...(slack === undefined
    ? ["For Slack, put SLACK_BOT_TOKEN and SLACK_APP_TOKEN into .env (see .env.example)."]
    : []),
];

import { config as readDotEnv } from "dotenv";
import { err, ok, type Result } from "../base/result.ts";
import type { Proxies } from "./proxies.ts";
import type { Role } from "./roles.ts";
import type { Shards } from "./shards.ts";
import { type SlackConfig, toSlackConfig } from "./slack-config.ts";
import { environment } from "./variables.ts";

/** All that the environment decides. */
export interface Config {
  /** What this process does; all, unless others share the work. */
  readonly roles: readonly Role[];
  readonly port: number;
  readonly host: string;
  /** Names, besides localhost, under which the page may be opened. */
  readonly pageHosts: readonly string[];
  /** What lets one in to the page, where others than this machine can reach it. */
  readonly pageToken?: string | undefined;
  /** What makes whoever runs the tutor the page's administrator. */
  readonly adminToken?: string | undefined;
  /** What stands before the page and says who asks. */
  readonly pageProxies: Proxies;
  /** Where Slack reaches this process, for signed HTTP. */
  readonly publicUrl?: string | undefined;
  /** The folder that holds the database. */
  readonly dataDir: string;
  /** A PostgreSQL server that holds the database instead. */
  readonly databaseUrl?: string | undefined;
  /** How long a start waits for that server, in seconds. */
  readonly databaseWait: number;
  readonly logLevel: string;
  /** Vectors of words other than those that come with the tutor. */
  readonly wordsFile?: string | undefined;
  /** Where Prometheus reads counts and times; absent, nothing is measured. */
  readonly metrics?: MetricsConfig;
  readonly discord?: DiscordConfig;
  readonly slack?: SlackConfig;
}

export interface MetricsConfig {
  readonly port: number;
  readonly host: string;
}

export interface DiscordConfig {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  readonly guildId?: string | undefined;
  /** With it, Discord delivers interactions by HTTP. */
  readonly publicKey?: string | undefined;
  readonly shards?: Shards | undefined;
}

/** Reads the configuration, or says all that is wrong with it, one sentence each. */
export const readConfig = (
  variables: Readonly<Record<string, string | undefined>>,
): Result<Config, readonly string[]> => {
  const given = Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) =>
      value === undefined || value.trim() === "" ? [] : [[name, value.trim()]],
    ),
  );
  const read = environment.safeParse(given);
  if (!read.success)
    return err(read.error.issues.map(({ path, message }) => `${path.join(".")} ${message}.`));
  const env = read.data;
  const slack = toSlackConfig(env);
  return ok({
    roles: env.ROLE,
    port: env.PORT,
    host: env.HOST,
    pageHosts: env.PAGE_HOSTS,
    pageToken: env.PAGE_TOKEN,
    adminToken: env.ADMIN_TOKEN,
    pageProxies: env.PAGE_PROXIES,
    publicUrl: env.PUBLIC_URL,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    databaseWait: env.DATABASE_WAIT,
    logLevel: env.LOG_LEVEL,
    ...(env.WORDS_FILE === undefined ? {} : { wordsFile: env.WORDS_FILE }),
    ...(env.METRICS_PORT === undefined
      ? {}
      : { metrics: { port: env.METRICS_PORT, host: env.METRICS_HOST ?? "127.0.0.1" } }),
    ...(env.DISCORD_TOKEN === undefined
      ? {}
      : {
          discord: {
            token: env.DISCORD_TOKEN,
            apiUrl: env.DISCORD_API_URL,
            guildId: env.DISCORD_GUILD_ID,
            publicKey: env.DISCORD_PUBLIC_KEY,
            shards: env.DISCORD_SHARDS,
          },
        }),
    ...(slack === undefined ? {} : { slack }),
  });
};

/** The configuration of this process: its environment, and what `.env` adds. */
export const readEnvironment = (): Result<Config, readonly string[]> => {
  readDotEnv({ quiet: true });
  return readConfig(process.env);
};

/** The same; ends the process when it is wrong. */
export const configOrExit = (): Config => {
  const config = readEnvironment();
  if (config.ok) return config.value;
  const count = config.problem.length === 1 ? "One setting is" : `${config.problem.length} settings are`;
  console.error(
    [
      `${count} wrong (in the environment or in .env; .env.example explains each):`,
      ...config.problem.map((line) => `  ${line}`),
    ].join("\n"),
  );
  process.exit(exitCodes.config);
};

/** What a program ends with: a configuration that cannot work (sysexits.h), a failure, an argument that cannot be read. */
export const exitCodes = { config: 78, failed: 1, usage: 2 } as const;

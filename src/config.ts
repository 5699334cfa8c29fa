import { config as readDotEnv } from "dotenv";
import * as z from "zod";
import { err, ok, type Result } from "./result.ts";
import { parseRoles, type Role, roles } from "./roles.ts";
import { readSecretKey, type SecretKey } from "./seal.ts";
import { parseShards, type Shards } from "./shards.ts";
import { type SlackConfig, slackComplaints, slackVariables, toSlackConfig } from "./slack-config.ts";

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

const address = (where: string) =>
  z
    .url({ protocol: /^https?$/, error: `must be an address that begins with https:// or http://${where}` })
    .optional();

/** What a text says by a notation of ours. */
const notation = <T>(parse: (text: string) => T | undefined, error: string) =>
  z.string().transform((text, context) => {
    const read = parse(text);
    if (read !== undefined) return read;
    context.addIssue({ code: "custom", message: error });
    return z.NEVER;
  });
const keyComplaint =
  "must be 32 random bytes in base64 or hexadecimal, or several such keys with commas between: make one with: openssl rand -base64 32";

const readSecretKeys = (text: string, context: z.RefinementCtx): readonly [SecretKey, ...SecretKey[]] => {
  const keys = text.split(/\s*,\s*/).map(readSecretKey);
  if (keys.every((key) => key !== undefined)) return keys as [SecretKey, ...SecretKey[]];
  context.addIssue({ code: "custom", message: keyComplaint });
  return z.NEVER;
};

const port = (example: number) => {
  const complaint = `must be a port: a whole number from 0 to 65535, such as ${example}`;
  return z
    .string()
    .regex(/^\d{1,5}$/, complaint)
    .transform(Number)
    .refine((given) => given <= 65_535, complaint);
};

const listening = z
  .string()
  .regex(/^[\w.:-]+$/, "must be an address to listen on, such as 127.0.0.1 or 0.0.0.0");

/** Every complaint completes a sentence that begins with the name of the variable; none repeats the value. */
const shape = z
  .object({
    ROLE: notation(
      parseRoles,
      "must be one or several of web, worker and gateway, with commas between, such as web,worker; empty means all",
    ).default(roles),
    PORT: port(3000).default(3000),
    HOST: listening.default("127.0.0.1"),
    PAGE_HOSTS: z
      .string()
      .regex(
        /^[\w.-]+(\s*,\s*[\w.-]+)*$/,
        "must be host names with commas between, such as tutor.example.org",
      )
      .transform((names) => names.split(/\s*,\s*/))
      .default([]),
    PAGE_TOKEN: z
      .string()
      .min(16, "must have at least 16 characters: make one with openssl rand -hex 16")
      .optional(),
    PUBLIC_URL: address(", such as https://tutor.example.org"),
    SECRET_KEY: z.string().transform(readSecretKeys).optional(),
    DATA_DIR: z.string().default("./data"),
    DATABASE_URL: z
      .url({
        protocol: /^postgres(ql)?$/,
        error: "must be the address of a PostgreSQL server, such as postgres://name:password@host:5432/tutor",
      })
      .optional(),
    DATABASE_WAIT: z
      .string()
      .regex(/^\d{1,4}$/, "must be a number of seconds, such as 60")
      .transform(Number)
      .default(60),
    METRICS_PORT: port(9464).optional(),
    METRICS_HOST: listening.optional(),
    LOG_LEVEL: z
      .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
        error: "must be one of fatal, error, warn, info, debug, trace and silent",
      })
      .default("info"),
    WORDS_FILE: z.string().optional(),
    DISCORD_TOKEN: z
      .string()
      .regex(
        /^[\w-]+\.[\w-]+\.[\w-]+$/,
        "does not look like a bot's token (three parts with dots between): copy it from the page “Bot” of your application at https://discord.com/developers/applications",
      )
      .optional(),
    DISCORD_GUILD_ID: z
      .string()
      .regex(
        /^\d{15,21}$/,
        "must be a server's id, a long number: in Discord, with developer mode on, “Copy Server ID”",
      )
      .optional(),
    DISCORD_PUBLIC_KEY: z
      .string()
      .regex(
        /^[0-9a-f]{64}$/i,
        "must be 64 hexadecimal digits: copy the “Public Key” from the page “General Information” of your application at https://discord.com/developers/applications",
      )
      .optional(),
    DISCORD_SHARDS: notation(
      parseShards,
      "must be auto, or how many connections there are, such as 4, or which of them are this process's, such as 0-3/16",
    ).optional(),
    DISCORD_API_URL: address(", such as https://discord.com/api"),
    ...slackVariables,
    SLACK_API_URL: address(", such as https://slack.com/api/"),
  })
  .superRefine((env, context) => {
    const complain = (name: string, message: string) =>
      context.addIssue({ code: "custom", path: [name], message });
    if (env.ROLE.length < roles.length && env.DATABASE_URL === undefined)
      complain(
        "ROLE",
        "needs DATABASE_URL: processes share their work through a PostgreSQL server, as a folder belongs to one process",
      );
    if (env.DISCORD_TOKEN === undefined && (env.DISCORD_PUBLIC_KEY ?? env.DISCORD_SHARDS) !== undefined)
      complain("DISCORD_TOKEN", "is missing: DISCORD_PUBLIC_KEY and DISCORD_SHARDS do nothing without it");
    if (env.METRICS_HOST !== undefined && env.METRICS_PORT === undefined)
      complain("METRICS_PORT", "is missing: METRICS_HOST does nothing without it");
    if (env.METRICS_PORT === env.PORT && env.PORT !== 0)
      complain(
        "METRICS_PORT",
        "must be another port than PORT: it is for whoever runs the tutor, not for learners",
      );
    for (const [name, message] of slackComplaints(env)) complain(name, message);
  });

/** Reads the configuration, or says all that is wrong with it, one sentence each. */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
): Result<Config, readonly string[]> => {
  const given = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || value.trim() === "" ? [] : [[name, value.trim()]],
    ),
  );
  const read = shape.safeParse(given);
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

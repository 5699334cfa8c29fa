import * as z from "zod";
import { readSecretKeys } from "../seal.ts";
import { discordVariables } from "./discord-variables.ts";
import { parseProxies, usualProxies } from "./proxies.ts";
import { parseRoles, roles } from "./roles.ts";
import { slackComplaints } from "./slack-config.ts";
import { slackVariables } from "./slack-variables.ts";
import { listening, notation, port, type Told, told } from "./variable.ts";

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** Every complaint completes a sentence that begins with the name of the variable; none repeats the value. */
const variables = {
  ROLE: notation(
    parseRoles,
    "must be one or several of web, worker and gateway, with commas between, such as web,worker; empty means all",
  )
    .prefault(roles.join(","))
    .register(told, {
      about:
        "What this process does: one or several of web, worker and gateway, with commas between. On one machine, all is the right thing. web serves the page and what Slack and Discord deliver by HTTP, worker does what the clock asks for, gateway keeps the connections to Discord and to Slack's Socket Mode. Less than all needs DATABASE_URL, and other processes that do the rest.",
      example: "web,worker",
    }),
  PORT: port(3000).prefault("3000").register(told, {
    about: "The port of the page, and of what Slack and Discord deliver by HTTP.",
    example: "8080",
  }),
  HOST: listening().prefault("127.0.0.1").register(told, {
    about:
      "The address to listen on. 127.0.0.1 is for this machine only; a hosted process usually needs 0.0.0.0.",
    example: "0.0.0.0",
  }),
  PAGE_TOKEN: z
    .string()
    .min(
      16,
      "must have at least 16 characters: make one with node -p \"crypto.randomBytes(16).toString('hex')\"",
    )
    .optional()
    .register(told, {
      about:
        "What lets one in to the page at /login, at least 16 characters (node -p \"crypto.randomBytes(16).toString('hex')\"). Where HOST is not this machine only, the page stays closed without it; Slack's and Discord's requests come through all the same.",
      example: "9f2c…",
    }),
  ADMIN_TOKEN: z
    .string()
    .min(
      16,
      "must have at least 16 characters: make one with node -p \"crypto.randomBytes(16).toString('hex')\"",
    )
    .optional()
    .register(told, {
      about:
        "What makes you the page's administrator when you log in with it at /login, at least 16 characters, and another than PAGE_TOKEN. Only you should know it: it shows what readers said with /feedback. Without it, the page has no administrator.",
      example: "c41d…",
    }),
  PAGE_HOSTS: z
    .string()
    .regex(/^[\w.-]+(\s*,\s*[\w.-]+)*$/, "must be host names with commas between, such as tutor.example.org")
    .transform((names) => names.split(/\s*,\s*/))
    .default([])
    .register(told, {
      about: "Names, besides localhost, under which the page may be opened, with commas between.",
      example: "tutor.example.org",
    }),
  PAGE_PROXIES: notation(
    parseProxies,
    "must be addresses or nets with commas between, such as 127.0.0.1, 10.0.0.0/8",
  )
    .prefault(usualProxies)
    .register(told, {
      about:
        "The addresses of proxies before the page, with commas between: what they say in X-Forwarded-For of who asks is believed. Limits count by that.",
      example: "127.0.0.0/8, ::1, 172.16.0.0/12",
    }),
  DATA_DIR: z.string().prefault("./data").register(told, {
    about: "The folder of the database; memory:// keeps nothing.",
    example: "/var/lib/tutor",
  }),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: "must be the address of a PostgreSQL server, such as postgres://name:password@host:5432/tutor",
    })
    .optional()
    .register(told, {
      about: "A PostgreSQL server (15 or newer) instead of the folder. Several processes may share it.",
      example: "postgres://name:password@host:5432/tutor",
    }),
  DATABASE_WAIT: z
    .string()
    .regex(/^\d{1,4}$/, "must be a number of seconds, such as 60")
    .transform(Number)
    .prefault("60")
    .register(told, {
      about: "How many seconds a start waits for that server when it is not there yet; 0: not at all.",
      example: "120",
    }),
  SECRET_KEY: notation(
    readSecretKeys,
    "must be 32 random bytes in base64 or hexadecimal, or several such keys with commas between: make one with: node -p \"crypto.randomBytes(32).toString('base64')\"",
  )
    .optional()
    .register(told, {
      about:
        "The key under which workspaces' tokens are kept: 32 random bytes, made with node -p \"crypto.randomBytes(32).toString('base64')\". Keep a copy apart from the backups: without it, each workspace must install the app again. To change it, put the new key in front of the old one with a comma between, start once, then take the old one away.",
      example: "tqJ4…=",
    }),
  METRICS_PORT: port(9464).optional().register(told, {
    about: "A port at which Prometheus reads counts and times, at /metrics. Without it, nothing is measured.",
    example: "9464",
  }),
  METRICS_HOST: listening().optional().register(told, {
    about: "The address to listen on for that.",
    example: "10.0.0.7",
    otherwise: "127.0.0.1",
  }),
  LOG_LEVEL: z
    .enum(logLevels, { error: "must be one of fatal, error, warn, info, debug, trace and silent" })
    .prefault("info")
    .register(told, {
      about:
        "How much is logged: fatal, error, warn, info, debug, trace or silent. Learners' words appear at debug and trace only.",
      example: "warn",
    }),
  WORDS_FILE: z.string().optional().register(told, {
    about:
      "Other vectors of words than those that come with the tutor: a text file in word2vec's or GloVe's format, of which the first 100,000 words are read, or a file made of one by npm run words, which is smaller and opens faster.",
    example: "glove.6B.100d.txt",
  }),
  ...discordVariables,
  ...slackVariables,
};

/** The environment, and what of it needs or excludes something else in it. */
export const environment = z.object(variables).superRefine((env, context) => {
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
  if (env.ADMIN_TOKEN !== undefined && env.ADMIN_TOKEN === env.PAGE_TOKEN)
    complain("ADMIN_TOKEN", "must be another than PAGE_TOKEN: whoever may come in is no administrator");
  for (const [name, message] of slackComplaints(env)) complain(name, message);
});

/** A variable as the README and .env.example explain it. */
export interface Explained extends Told {
  readonly name: string;
  /** Whether a text would be read. */
  readonly takes: (text: string) => boolean;
}

/** Every variable, in the order in which they are explained. */
export const explained: readonly Explained[] = Object.entries<z.ZodType>(variables).map(([name, schema]) => {
  const words = told.get(schema);
  if (words === undefined) throw new Error(`Nothing is told of ${name}`);
  return {
    name,
    ...words,
    ...(schema instanceof z.ZodPrefault ? { otherwise: String(schema.def.defaultValue) } : {}),
    takes: (text) => schema.safeParse(text).success,
  };
});

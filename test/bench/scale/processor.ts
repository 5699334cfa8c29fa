import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";

/** Linux counts the time of processes in hundredths of a second. */
const ticksPerSecond = 100;

/** The fields of /proc/PID/stat behind the name, which may hold spaces. */
const fieldsOf = (pid: number | string): readonly string[] => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    // It has ended in the meantime.
    return [];
  }
};

/** Seconds that a process has computed, with those of its children that have ended. */
export const secondsOf = (pid: number | string, withEnded = true): number => {
  const [user = 0, system = 0, ended = 0, endedSystem = 0] = fieldsOf(pid).slice(11, 15).map(Number);
  return (user + system + (withEnded ? ended + endedSystem : 0)) / ticksPerSecond;
};

const childrenOf = (parent: number): readonly string[] =>
  readdirSync("/proc").filter((name) => /^\d+$/.test(name) && fieldsOf(name)[1] === String(parent));

/** Seconds that all processors together have not been idle. */
const busySeconds = (): number => {
  const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0, steal = 0] = readFileSync(
    "/proc/stat",
    "utf8",
  )
    .split("\n")[0]!
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + soft + steal) / ticksPerSecond;
};

/** How many processors were at work for whom, on the average of some time. */
export interface Processors {
  readonly tutor: number;
  /** The busiest of the tutor's processes. */
  readonly busiest: number;
  readonly postgres: number;
  /** The learners and the loopback Slack, which are this process. */
  readonly generator: number;
  /** Whatever else the machine does. */
  readonly others: number;
  readonly all: number;
}

/** Begins to measure; what it returns ends that. `pids`: the tutor's processes at a moment. */
export const watchProcessors = (pids: () => readonly number[], postgres: number): (() => Processors) => {
  const read = () => {
    const own = process.cpuUsage();
    // What has ended before now is counted with this process, whose child it was.
    const ended = secondsOf(process.pid) - secondsOf(process.pid, false);
    const each = new Map(pids().map((pid) => [pid, secondsOf(pid)]));
    return {
      at: performance.now() / 1_000,
      each,
      tutor: ended + [...each.values()].reduce((sum, one) => sum + one, 0),
      postgres: [String(postgres), ...childrenOf(postgres)].reduce((sum, pid) => sum + secondsOf(pid), 0),
      generator: (own.user + own.system) / 1e6,
      all: busySeconds(),
    };
  };
  const before = read();
  return () => {
    const after = read();
    const per = (what: "tutor" | "postgres" | "generator" | "all"): number =>
      (after[what] - before[what]) / (after.at - before.at);
    const busiest = Math.max(
      0,
      ...[...after.each].map(
        ([pid, seconds]) => (seconds - (before.each.get(pid) ?? 0)) / (after.at - before.at),
      ),
    );
    const [tutor, server, generator, all] = [per("tutor"), per("postgres"), per("generator"), per("all")];
    const others = Math.max(0, all - tutor - server - generator);
    return { tutor, busiest, postgres: server, generator, others, all };
  };
};

/** From so much of a processor on, it has no more to give. */
const full = 0.9;

/** What gives no more. */
export const saturated = ({ busiest, generator, others, all }: Processors): string => {
  const cores = cpus().length;
  if (generator >= full) return "the learners: what sends the answers has no more to give";
  if (busiest >= full && all < full * cores) return "the one core of a process";
  if (all >= full * cores)
    return others > 0.25 * cores ? "the machine’s cores, with what else it does" : "the machine’s cores";
  return "nothing";
};

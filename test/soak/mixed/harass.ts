import { pause } from "../../support/class/room.ts";
import { type Done, inflict, startAgain, startSecondAgain, type Victim } from "./inflict.ts";
import type { Memory } from "./order.ts";
import { ofPlatformKinds } from "./troubles.ts";

/** Of the time of a trial: processes are killed in the first share, and the last one is warm after the second. */
const [killing, warm, quiet] = [0.45, 0.65, 0.95];

const always: readonly Done[] = [...ofPlatformKinds, "process frozen", "clock jumps"];

/** What may happen to a program after that share of the time. */
const mayHappen = ({ wire, disk, second }: Victim, share: number): readonly Done[] => [
  ...always.filter((kind) => second === undefined || kind !== "Slack's socket cut"),
  ...(second === undefined ? [] : (["second process: kill -9 and start"] as const)),
  ...(wire === undefined
    ? []
    : (["database slow", "database away", "database slow", "database away"] as const)),
  ...(share < killing ? Array.from({ length: 5 }, () => "kill -9 and start" as const) : []),
  ...(share < killing && disk !== undefined ? (["disk full", "disk full"] as const) : []),
];

/** Why it ended stands in what it printed last. */
const tellLastWords = ({ said }: { readonly said: () => string }): void => {
  process.stderr.write(`A process ended though nobody killed it: ${said().slice(-1_500)}\n`);
};

/** One trouble after the other; `share` tells how much of the time is over, `look` reads the memory of the process. */
export const harass = async (
  victim: Victim,
  share: () => number,
  look: () => Promise<Memory | undefined>,
): Promise<{ readonly first: Memory | undefined; readonly endedByItself: number }> => {
  const { program, second, random, troubles, disk } = victim;
  let first: Memory | undefined;
  let endedByItself = 0;
  // However short it is, one process is killed, and what can be full is full once.
  const musts: Done[] = ["kill -9 and start", ...(disk === undefined ? [] : (["disk full"] as const))];
  while (share() < quiet) {
    await pause(random.whole(1_000, 4_000));
    if (!program.isRunning()) {
      endedByItself += 1;
      tellLastWords(program);
      await troubles.during("kill -9 and start", () => startAgain(program));
    }
    if (second?.isRunning() === false) {
      endedByItself += 1;
      tellLastWords(second);
      await troubles.during("second process: kill -9 and start", () => startSecondAgain(second));
    }
    const chosen = random.pick(mayHappen(victim, share()));
    await inflict(musts.shift() ?? chosen, victim);
    if (share() >= warm) first ??= await look();
  }
  return { first: first ?? (await look()), endedByItself };
};

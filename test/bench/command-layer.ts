import { assemble } from "../../src/assemble.ts";
import { createLimits } from "../../src/commands/limits.ts";
import { createLoad } from "../../src/commands/load.ts";
import type { Tutor } from "../../src/commands/tutor.ts";
import type { Jobs } from "../../src/jobs/jobs.ts";
import { createLog } from "../../src/log.ts";
import { dotProduct } from "../../src/math/dot.ts";
import { readVectors } from "../../src/math/read-vectors.ts";
import { createPosting } from "../../src/posting.ts";
import { inMemory, openStore } from "../../src/store/open-store.ts";
import { median } from "./measure.ts";
import { inFolder } from "./processes.ts";
import { amount, type Row } from "./row.ts";
import { createTown, type Town } from "./town.ts";

/** How often each has its turn after the one that does not count, and how many calls are one. */
const [rounds, calls] = [5, 3_000] as const;

const refuse = async (): Promise<never> => {
  throw new Error("Nothing is asked of the clock here");
};
const jobs: Jobs = { add: refuse, everyDay: refuse, noLonger: refuse };

const assembledIn = async (dataDir: string) => {
  const { store } = await openStore({ dataDir }, () => new Date());
  const { tutor } = assemble({
    store,
    jobs,
    posting: createPosting(() => []),
    log: createLog("silent"),
    limits: createLimits(),
    load: createLoad(),
  });
  return { tutor, close: store.close };
};

/** One after the other, as one process answers them. */
const answer = async (tutor: Tutor, town: Town, id: string): Promise<void> => {
  const { number, server, channel } = town.anyone();
  const { problem } = await tutor.answer({
    input: { kind: "line", command: "dot", line: town.vectors() },
    id,
    learner: `discord:learner:${number}`,
    place: `discord:place:${server}/${channel}`,
    locale: "en-GB",
  });
  // So many learners stay below what each may ask for in a minute: a refusal would cost less than an answer.
  if (problem !== undefined) throw new Error(problem.kind);
};

const compute = (town: Town): void => {
  const read = readVectors(town.vectors());
  if (!read.ok) throw new Error(read.problem.kind);
  const [a, b] = read.value;
  dotProduct(a!, b!);
};

/** Answers a second to /dot with ever new vectors through the whole command layer, beside reading and computing alone. */
export const benchCommandLayer = (): Promise<readonly Row[]> =>
  inFolder(async (folder) => {
    const [kept, unkept] = [await assembledIn(folder), await assembledIn(inMemory)];
    const town = createTown(1);
    const ways = {
      folder: (i: number) => answer(kept.tutor, town, String(i)),
      memory: (i: number) => answer(unkept.tutor, town, String(i)),
      alone: async () => compute(town),
    };
    const found: Record<keyof typeof ways, number[]> = { folder: [], memory: [], alone: [] };
    for (let round = 0; round <= rounds; round += 1)
      for (const way of Object.keys(ways) as (keyof typeof ways)[]) {
        const begin = performance.now();
        for (let i = 0; i < calls; i += 1) await ways[way](round * calls + i);
        if (round > 0) found[way].push((1_000 * calls) / (performance.now() - begin));
      }
    await Promise.all([kept.close(), unkept.close()]);
    const beside = { least: 6_000, baseline: median(found.alone) };
    return [
      amount(
        "answers through the command layer, database in memory, beside reading and computing alone",
        median(found.memory),
        "a second",
        beside,
      ),
      amount("the same, database in a folder", median(found.folder), "a second", beside),
    ];
  });

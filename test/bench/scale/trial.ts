import { createRandom, type Random } from "../../../src/random.ts";
import { type Audit, audit, type Books } from "../../support/class/books.ts";
import { createFleet, type Fleet } from "../../support/class/fleet.ts";
import { openKeeping } from "../../support/class/keeping.ts";
import { slackPersons } from "../../support/class/learners.ts";
import { openManyWorkspaces } from "../../support/class/many-workspaces.ts";
import { pause } from "../../support/class/room.ts";
import { type Crowd, createCrowd, type Notes } from "./crowd.ts";
import { type Processors, watchProcessors } from "./processor.ts";
import { type Room, roomIn } from "./room.ts";

/** How learners press: so many a second, or as soon as one of so many at once has an answer; and for how long. */
export interface Load {
  readonly name: string;
  readonly perSecond?: number;
  readonly atOnce?: number;
  readonly seconds: number;
  /** A process is killed and started again every so many seconds. */
  readonly killEvery?: number;
}

/** What came of one load. */
export interface Found extends Audit {
  readonly load: Load;
  readonly processes: number;
  readonly quizzes: number;
  readonly questions: number;
  readonly sent: number;
  readonly kills: number;
  readonly perSecond: number;
  /** From press to answer, in milliseconds. */
  readonly times: readonly number[];
  /** From bell to closing, in milliseconds. */
  readonly lateness: readonly number[];
  readonly processors: Processors;
  readonly violations: readonly string[];
  readonly complaints: readonly string[];
  readonly room: Room;
}

/** Learners of each channel; how many presses are on their way at most, whatever the load. */
const [learners, mostUnderWay] = [120, 2_000];

const quizzesBegin = async (crowds: readonly Crowd[]): Promise<void> => {
  // Spread over one round of a question and its solution, as quizzes in the world do not begin together.
  const begin = performance.now();
  await Promise.all(
    crowds.map(async (crowd, i) => {
      await pause((i * 18_000) / crowds.length);
      await crowd.begin();
    }),
  );
  await pause(Math.max(0, 18_000 - (performance.now() - begin)));
};

const press = async (crowds: readonly Crowd[], load: Load, random: Random): Promise<void> => {
  const end = performance.now() + 1_000 * load.seconds;
  let turn = 0;
  const next = (): Crowd | undefined => {
    for (let i = 0; i < crowds.length; i += 1) {
      turn += 1;
      const crowd = crowds[turn % crowds.length]!;
      if (crowd.isAsked()) return crowd;
    }
    return undefined;
  };
  const underWay = new Set<Promise<void>>();
  const one = (): void => {
    const answer = next()?.answer() ?? pause(20);
    underWay.add(answer);
    void answer.finally(() => underWay.delete(answer));
  };
  let due = performance.now();
  while (performance.now() < end) {
    if (load.perSecond === undefined) {
      while (underWay.size < load.atOnce!) one();
      await Promise.race(underWay);
    } else {
      for (; due <= performance.now(); due += (2 * random.whole(0, 1_000)) / load.perSecond)
        if (underWay.size < mostUnderWay) one();
      await pause(Math.max(1, due - performance.now()));
    }
  }
  await Promise.all(underWay);
};

/** Kills processes at random until it is asked to stop; resolves to how many. */
const killing = (fleet: Fleet, size: number, every: number, random: Random) => {
  let isOver = false;
  const done = (async () => {
    let count = 0;
    while (!isOver) {
      await pause(1_000 * every);
      if (isOver) break;
      await fleet.replace(random.whole(0, size - 1));
      count += 1;
    }
    return count;
  })();
  return () => {
    isOver = true;
    return done;
  };
};

/** Some processes share some quizzes, under one load after the other. */
export const trial = async (
  processes: number,
  quizzes: number,
  loads: readonly Load[],
): Promise<readonly Found[]> => {
  const random = createRandom(processes);
  const keeping = await openKeeping("PostgreSQL", { durable: true });
  const slack = await openManyWorkspaces(quizzes, keeping.settings.DATABASE_URL!);
  const fleet = createFleet(processes, { ...keeping.settings, ...slack.settings, LOG_LEVEL: "warn" });
  let notes: Notes = { sent: 0, acknowledged: [] };
  const persons = slackPersons(learners);
  const crowds = slack.workspaces.map((server, i) =>
    createCrowd(server, fleet.slack, persons, createRandom(1_000 + i), () => notes),
  );
  try {
    await fleet.start();
    await quizzesBegin(crowds);
    const phases: { load: Load; from: number; to: number; kills: number; notes: Notes; cpu: Processors }[] =
      [];
    for (const load of loads) {
      notes = { sent: 0, acknowledged: [] };
      const from = Date.now();
      const watched = watchProcessors(fleet.pids, keeping.server!.pid());
      const killed =
        load.killEvery === undefined ? undefined : killing(fleet, processes, load.killEvery, random);
      await press(crowds, load, random);
      const cpu = watched();
      const kills = (await killed?.()) ?? 0;
      phases.push({ load, from, to: Date.now(), kills, notes, cpu });
      // What was pressed last may still be on its way.
      await pause(1_000);
    }
    const room = await roomIn(keeping.settings.DATABASE_URL!, fleet.pids());
    await fleet.stop();
    const books = await keeping.books();
    return phases.map(({ load, from, to, kills, notes: { sent, acknowledged }, cpu }) => {
      const within = closedWithin(books, from, to);
      return {
        ...audit(books, acknowledged),
        ...{ load, processes, quizzes, sent, kills, room, processors: cpu },
        questions: within.length,
        perSecond: acknowledged.length / ((to - from) / 1_000),
        times: acknowledged.map(({ took }) => took),
        lateness: within.flatMap(({ closedAt, closesAt }) =>
          closesAt === undefined ? [] : [closedAt! - closesAt],
        ),
        violations: slack.violations(),
        complaints: complaintsIn(fleet.said()),
      };
    });
  } finally {
    await fleet.close();
    await slack.close();
    await keeping.close();
  }
};

const closedWithin = ({ questions }: Books, from: number, to: number): Books["questions"] =>
  questions.filter(({ closedAt }) => closedAt !== undefined && closedAt >= from && closedAt < to);

/** What the processes logged as warnings and faults, each sentence with how often. */
const complaintsIn = (said: string): readonly string[] => {
  const counts = new Map<string, number>();
  for (const line of said.split("\n")) {
    const message = /"level":[456]0.*"msg":"([^"]+)"/.exec(line)?.[1];
    if (message !== undefined) counts.set(message, (counts.get(message) ?? 0) + 1);
  }
  return [...counts].map(([message, count]) => `${count} × ${message}`);
};

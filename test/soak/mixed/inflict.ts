import type { Random } from "../../../src/random.ts";
import { pause } from "../../support/class/room.ts";
import { connected, troublePlatforms } from "./inflict-platforms.ts";
import type { OrderedProgram } from "./order.ts";
import type { Second } from "./second.ts";
import type { Wire } from "./slow-wire.ts";
import type { SmallDisk } from "./small-disk.ts";
import { ofPlatformKinds, type TroubleKind, type Troubles } from "./troubles.ts";

/** What troubles are made with. */
export interface Victim {
  readonly program: OrderedProgram;
  /** Another process beside it, where there is one. */
  readonly second: Second | undefined;
  readonly random: Random;
  readonly troubles: Troubles;
  /** To the database server, where there is one. */
  readonly wire: Wire | undefined;
  /** Where the database's folder lies, if that can be filled. */
  readonly disk: SmallDisk | undefined;
}

type Inflict = (victim: Victim) => Promise<unknown>;

/** Starts it as whatever looks after programs does: again and again, until it stays. */
const untilItStays = async (start: () => Promise<void>): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await start();
    } catch (error) {
      if (tries === 40) throw error;
      await pause(500);
    }
  }
};

export const startAgain = (program: OrderedProgram): Promise<void> =>
  untilItStays(async () => {
    await program.start();
    await connected(program);
  });

export const startSecondAgain = (second: Second): Promise<void> => untilItStays(second.start);

/** What is seen, and not done. */
type Seen = "Discord not connected" | "Slack not connected" | "neither process open";

/** What is done. */
export type Done = Exclude<TroubleKind, Seen>;

type OfPlatforms = (typeof ofPlatformKinds)[number];

const isOfPlatforms = (kind: Done): kind is OfPlatforms => ofPlatformKinds.some((each) => each === kind);

const inflictions: Readonly<Record<Exclude<Done, OfPlatforms>, Inflict>> = {
  "kill -9 and start": async ({ program, random }) => {
    await program.kill();
    await pause(random.whole(0, 500));
    await startAgain(program);
  },
  "second process: kill -9 and start": async ({ second, random }) => {
    await second!.kill();
    await pause(random.whole(0, 500));
    await startSecondAgain(second!);
  },
  "database slow": async ({ wire, random }) => {
    wire!.slow(random.whole(30, 250));
    await pause(random.whole(2_000, 5_000));
    wire!.slow(0);
  },
  "database away": async ({ wire, random }) => {
    wire!.tear();
    await pause(random.whole(1_000, 5_000));
    wire!.mend();
  },
  "process frozen": async ({ program, second, random }) => {
    const isSecond = second !== undefined && random.whole(0, 1) === 0;
    const signal = isSecond ? second.signal : (name: NodeJS.Signals) => void program.child().kill(name);
    signal("SIGSTOP");
    await pause(random.whole(200, 1_200));
    signal("SIGCONT");
  },
  "disk full": async ({ program, disk, random }) => {
    disk!.fill();
    await pause(random.whole(3_000, 6_000));
    disk!.makeRoom();
    await pause(500);
    // A program that ended for want of room is started again.
    if (!program.isRunning()) await startAgain(program);
  },
  "clock jumps": async ({ program, random }) => {
    const jump = random.whole(5, 40) * (random.whole(0, 1) === 0 ? -1_000 : 1_000);
    await program.order(jump);
    await pause(random.whole(2_000, 6_000));
    await program.order(0);
  },
};

/** One trouble of a kind, noted. */
export const inflict = (kind: Done, victim: Victim): Promise<void> =>
  victim.troubles.during(kind, async () => {
    await (isOfPlatforms(kind)
      ? troublePlatforms(kind, victim.program, victim.random)
      : inflictions[kind](victim));
  });

/** Notes whenever a platform has no connection to the program, until it is over. */
export const watchConnections = async (
  { program, second, troubles }: Victim,
  isOver: () => boolean,
): Promise<void> => {
  const watch = async (kind: Seen, connections: () => number): Promise<void> => {
    while (!isOver()) {
      await pause(5);
      if (connections() > 0) continue;
      await troubles.during(kind, async () => {
        while (!isOver() && connections() === 0) await pause(5);
      });
    }
  };
  const { discord, slack } = program;
  const open = () => [program, second].filter((each) => each?.address() !== undefined).length;
  await Promise.all([
    watch("Discord not connected", discord.gateway.connections),
    second === undefined
      ? watch("Slack not connected", slack.connections)
      : watch("neither process open", open),
  ]);
};
